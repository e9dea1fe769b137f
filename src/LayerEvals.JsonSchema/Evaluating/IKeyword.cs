using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>One compiled keyword; immutable.</summary>
internal interface IKeyword
{
    /// <summary>Whether the instance is as the keyword wants it. Explains a failure when the evaluation explains, and marks what it evaluated.</summary>
    bool Check(JsonElement instance, Evaluation run, Marks? marks);
}

/// <summary>Where a keyword stands, as failures show it.</summary>
internal sealed record KeywordPlace(string Path, string Name);
