using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer is JSON and nothing else; a value at a path is what it should be.</summary>
internal static class JsonCheck
{
    public static CheckType Type { get; } = new("json", Layers.FineTuning, Read);

    static Check? Read(MapReader settings)
    {
        var written = settings.Text("path");
        var path = written is null ? null : JsonPath.Parse(settings, written);
        var equals = settings.Text("equals");
        var allowed = settings.Texts("in");
        var pattern = settings.Text("matches") is { } regex ? Pattern.Compile(settings, regex, settings.Flag("ignore-case") ?? false) : null;
        var asks = equals is not null || allowed.Count > 0 || pattern is not null;
        if (written is null && asks)
        {
            settings.Missing(["path"], ProblemIds.MissingKey, "expected `path` beside `equals`, `in` or `matches`, found none", "write path: $.name, or $ for the whole answer");
            return null;
        }
        if (written is not null && path is null) return null;
        return subject =>
        {
            if (!TryParse(subject.Text, out var document, out var reason)) return Finding.Fail(reason, Scorer.Quote(subject.Text));
            using (document)
            {
                if (path is null) return Finding.Pass;
                var values = path.Find(document!.RootElement);
                if (values.Count == 0) return Finding.Fail($"expected a value at {path}, found none", Scorer.Quote(subject.Text));
                if (!asks) return Finding.Pass;
                try
                {
                    return values.Any(v => Holds(v, equals, allowed, pattern))
                        ? Finding.Pass
                        : Finding.Fail($"expected {path} to {Wanted(equals, allowed, pattern)}, found {Found(values)}", Scorer.Quote(subject.Text));
                }
                catch (RegexMatchTimeoutException e)
                {
                    return Finding.Unscored(Pattern.Says(e));
                }
            }
        };
    }

    // Numbers are compared as numbers, so 5, 5.0 and 5e0 are one; everything else to the letter.
    static bool Holds(JsonElement value, string? equals, IReadOnlyList<string> allowed, Regex? pattern)
    {
        var text = Text(value);
        return (equals is null || Same(value, text, equals))
            && (allowed.Count == 0 || allowed.Any(a => Same(value, text, a)))
            && (pattern is null || pattern.IsMatch(text));
    }

    static bool Same(JsonElement value, string text, string wanted) =>
        text == wanted
        || value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
        && decimal.TryParse(wanted, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var other) && number == other;

    static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();

    static string Wanted(string? equals, IReadOnlyList<string> allowed, Regex? pattern) =>
        equals is not null ? $"be `{Printable.Short(equals, 60)}`"
        : allowed.Count > 0 ? $"be one of {string.Join(", ", allowed.Take(8).Select(a => Printable.Short(a, 40)))}"
        : $"match `{Printable.Short(pattern!.ToString(), 60)}`";

    static string Found(IReadOnlyList<JsonElement> values) => string.Join(", ", values.Take(4).Select(v => $"`{Printable.Short(Text(v), 60)}`"));

    internal static bool TryParse(string text, out JsonDocument? document, out string reason)
    {
        reason = "";
        try
        {
            document = JsonDocument.Parse(text);
            if (IsUnicode(document.RootElement)) return true;
            document.Dispose();
            document = null;
            reason = "expected JSON and nothing else: a text in it holds half of a surrogate pair";
            return false;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            document = null;
            reason = $"expected JSON and nothing else: {Diagnosis(text, e)}";
            return false;
        }
    }

    // The grammar allows "\ud800" alone, and every reader of the value would throw: it is found here, once. Only an escape can hold one.
    internal static bool IsUnicode(JsonElement root)
    {
        var raw = JsonMarshal.GetRawUtf8Value(root);
        if (raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0) return true;
        try
        {
            ReadTexts(root);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // The parser's own limit of depth bounds the recursion.
    static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) value.GetString();
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) ReadTexts(item);
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var property in value.EnumerateObject())
        {
            _ = property.Name;
            ReadTexts(property.Value);
        }
    }

    // The commonest ways in which an answer is almost JSON, in the words of who must mend the prompt or the parser.
    static string Diagnosis(string text, Exception error)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith("```", StringComparison.Ordinal) && trimmed.EndsWith("```", StringComparison.Ordinal) && trimmed.Length > 6)
        {
            var line = trimmed.IndexOf('\n');
            if (line > 0 && Parses(trimmed[line..^3])) return "it would parse without the code fence";
        }
        var open = trimmed.IndexOfAny(['{', '[']);
        var close = trimmed.LastIndexOfAny(['}', ']']);
        if (open > 0 && close > open && Parses(trimmed[open..(close + 1)])) return "there is text around the JSON";
        if (open == 0 && close > 0 && close < trimmed.Length - 1 && Parses(trimmed[..(close + 1)])) return "there is text after the JSON";
        return open < 0 ? "there is no object or list in it" : Printable.Short(error.Message.Split(" LineNumber:")[0]);
    }

    static bool Parses(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
