namespace LayerEvals.JsonSchema;

/// <summary>Collects what is wrong with a schema, so that all of it is reported at once.</summary>
internal sealed class SchemaProblems
{
    const int Most = 100;

    readonly List<SchemaProblem> _all = [];
    readonly HashSet<SchemaProblem> _known = [];

    public IReadOnlyList<SchemaProblem> All => _all;

    public void Add(string path, string message)
    {
        var problem = new SchemaProblem(path, message);
        if (_all.Count < Most && _known.Add(problem)) _all.Add(problem);
    }
}
