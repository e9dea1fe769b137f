using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>One compiled keyword; immutable.</summary>
internal interface IKeyword
{
    /// <summary>The kinds of values of which the keyword says anything. It is asked about no other.</summary>
    Kinds Kinds => Kinds.All;

    /// <summary>Whether the instance is as the keyword wants it. Explains a failure when the evaluation explains, and marks what it evaluated.</summary>
    bool Check(JsonElement instance, Evaluation run, Marks? marks);
}

/// <summary>The check of a keyword: called as a delegate, which costs less than a call through the interface.</summary>
internal delegate bool KeywordCheck(JsonElement instance, Evaluation run, Marks? marks);

/// <summary>Where a keyword stands, as failures show it.</summary>
internal sealed record KeywordPlace(string Path, string Name);
