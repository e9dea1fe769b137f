using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Instructions;

/// <summary>Reads the kwargs of an instruction: each is needed, and a missing one is said with what to write.</summary>
internal static class Kwargs
{
    /// <summary>A whole number from 0, or from <paramref name="least"/>.</summary>
    public static int? Count(MapReader kwargs, string key, int least = 0)
    {
        if (kwargs.Node(key) is not null) return kwargs.Whole(key, least, int.MaxValue);
        kwargs.Required(key, $"write `{key}:` and a whole number");
        return null;
    }

    /// <summary>A text that is not blank; null after a problem was reported.</summary>
    public static string? Text(MapReader kwargs, string key) => kwargs.Required(key, $"write `{key}:` and a text") is { Length: > 0 } text ? text : null;

    /// <summary>Texts of which none is blank; null after a problem was reported.</summary>
    public static IReadOnlyList<string>? Texts(MapReader kwargs, string key)
    {
        if (kwargs.Node(key) is null) kwargs.Required(key, $"write `{key}: [a word, another]`");
        var texts = kwargs.Texts(key);
        if (texts.Count > 0 && texts.All(text => !string.IsNullOrWhiteSpace(text))) return texts;
        if (kwargs.Node(key) is ListNode) kwargs.File.Error(ProblemIds.BadValue, kwargs.LineOf(key), $"expected texts for `{key}`, found {(texts.Count == 0 ? "none" : "an empty one")}", $"write `{key}: [a word, another]`");
        return null;
    }

    /// <summary>The amount that a number and a relation ask for.</summary>
    public static Amount? Amount(MapReader kwargs, string number, string relation, string unit)
    {
        var count = Count(kwargs, number);
        if (kwargs.Node(relation) is null) kwargs.Required(relation, $"write `{relation}: less than` or `{relation}: at least`");
        var bound = kwargs.OneOf(relation, "less than", "at least");
        return count is { } n && bound is not null ? new Amount(bound == "at least" ? Bound.AtLeast : Bound.LessThan, n, unit) : null;
    }

    /// <summary>An amount with a bound of its own.</summary>
    public static Amount? Amount(MapReader kwargs, string number, Bound bound, string unit) => Count(kwargs, number) is { } n ? new Amount(bound, n, unit) : null;
}
