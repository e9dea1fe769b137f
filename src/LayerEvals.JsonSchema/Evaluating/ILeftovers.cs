namespace LayerEvals.JsonSchema;

/// <summary>A keyword that reads the marks of all others, so it is evaluated last.</summary>
internal interface ILeftovers : IKeyword;
