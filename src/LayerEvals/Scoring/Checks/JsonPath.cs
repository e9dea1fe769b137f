using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>A path to values of a JSON document: the part of RFC 9535 that names places (<c>$.a</c>, <c>$['a b']</c>, <c>$.list[0]</c>, <c>$.list[*].id</c>).</summary>
internal sealed class JsonPath
{
    readonly string written;
    readonly IReadOnlyList<Step> steps;

    JsonPath(string written, IReadOnlyList<Step> steps) => (this.written, this.steps) = (written, steps);

    // A name, an index, or neither: every item.
    sealed record Step(string? Name, int? Index);

    public override string ToString() => Printable.Short(written, 80);

    /// <summary>The path; null after a problem was reported.</summary>
    public static JsonPath? Parse(MapReader settings, string text)
    {
        if (Steps(text) is { } parsed) return new JsonPath(text, parsed);
        settings.File.Error(ProblemIds.BadPattern, settings.Line, $"expected a path such as $.status, $.items[0].id or $.items[*].id, found `{Printable.Short(text, 80)}`", "correct the path");
        return null;
    }

    /// <summary>The values at the path, in the order of the document; with <c>[*]</c> there can be many.</summary>
    public IReadOnlyList<JsonElement> Find(JsonElement root)
    {
        List<JsonElement> found = [root];
        foreach (var step in steps) found = [.. found.SelectMany(value => Next(value, step))];
        return found;
    }

    static IEnumerable<JsonElement> Next(JsonElement value, Step step) => (step, value.ValueKind) switch
    {
        ({ Name: { } name }, JsonValueKind.Object) => value.TryGetProperty(name, out var child) ? [child] : [],
        ({ Index: { } index }, JsonValueKind.Array) => index < value.GetArrayLength() ? [value[index]] : [],
        ({ Name: null, Index: null }, JsonValueKind.Array) => value.EnumerateArray(),
        ({ Name: null, Index: null }, JsonValueKind.Object) => value.EnumerateObject().Select(p => p.Value),
        _ => [],
    };

    static List<Step>? Steps(string text)
    {
        if (!text.StartsWith('$')) return null;
        var found = new List<Step>();
        var at = 1;
        while (at < text.Length)
        {
            if (text[at] == '.')
            {
                var end = text.IndexOfAny(['.', '['], at + 1);
                if (end < 0) end = text.Length;
                if (end == at + 1) return null;
                var name = text[(at + 1)..end];
                found.Add(name == "*" ? new Step(null, null) : new Step(name, null));
                at = end;
                continue;
            }
            var close = text[at] == '[' ? text.IndexOf(']', at) : -1;
            if (close < 0 || Bracket(text[(at + 1)..close]) is not { } step) return null;
            found.Add(step);
            at = close + 1;
        }
        return found;
    }

    static Step? Bracket(string inside) => inside switch
    {
        "*" => new Step(null, null),
        ['\'', .. var name, '\''] => new Step(name, null),
        ['"', .. var name, '"'] => new Step(name, null),
        _ => int.TryParse(inside, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) ? new Step(null, index) : null,
    };
}
