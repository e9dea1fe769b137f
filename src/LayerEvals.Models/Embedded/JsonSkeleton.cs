using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>An object shown in a prompt as the form of the answer: <c>{"decision": "approve | refer", "sources": ["C-1"]}</c>.</summary>
/// <remarks>People write skeletons, not JSON: comments, ellipses, bare types and trailing commas are read with forbearance.</remarks>
internal sealed partial class JsonSkeleton
{
    private readonly string text;
    private int at;

    private JsonSkeleton(string text, int start)
    {
        this.text = text;
        (Start, at) = (start, start);
    }

    public int Start { get; }

    public int End => at;

    public JsonShape Shape { get; private set; } = JsonShape.Text;

    /// <summary>The first object with a quoted name in it, or null.</summary>
    public static JsonSkeleton? Find(string text)
    {
        for (var start = text.IndexOf('{'); start >= 0; start = text.IndexOf('{', start + 1))
        {
            var inside = text.AsSpan(start + 1).TrimStart();
            if (inside.IsEmpty || inside[0] != '"') continue;

            var skeleton = new JsonSkeleton(text, start);
            var shape = skeleton.Value(0);
            if (shape is not { Kind: JsonKind.Object, Fields.Count: > 0 }) continue;

            skeleton.Shape = JsonSchemaShape.Parse(text[start..skeleton.End]) ?? shape;
            return skeleton;
        }
        return null;
    }

    /// <summary>"JSON with the fields `answer`, `sources` and `found`": a shape from names alone; null when there are none.</summary>
    public static JsonShape? FromNames(IReadOnlyList<string> statements)
    {
        foreach (var statement in statements)
        {
            if (NamedFields().Match(statement) is not { Success: true } match) continue;

            var fields = new List<(string, JsonShape)>();
            foreach (var label in FormDemands.Labels(match.Groups["list"].Value))
                if (Identifier().Match(label) is { Success: true } name) fields.Add((name.Value, OfName(name.Value)));
            if (fields.Count > 0) return new JsonShape(JsonKind.Object) { Fields = fields };
        }
        return null;
    }

    private static JsonShape OfName(string name)
    {
        if (FieldNames.IsFound(name) || FieldNames.IsNotFound(name)) return new JsonShape(JsonKind.Boolean);
        if (FieldNames.IsConfidence(name)) return new JsonShape(JsonKind.Number);
        var isList = FieldNames.IsList(name) && (FieldNames.AreIds(name) || FieldNames.IsQuote(name) || FieldNames.AreMissing(name) || name.EndsWith("codes", StringComparison.Ordinal));
        return isList ? new JsonShape(JsonKind.Array) { Item = JsonShape.Text } : JsonShape.Text with { IsNullable = !FieldNames.IsAnswer(name) };
    }

    private JsonShape Value(int depth)
    {
        SkipSpace();
        if (at >= text.Length || depth > JsonShape.Deepest) return JsonShape.Text;
        return text[at] switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => OfDescription(QuotedText(), isBare: false),
            _ => OfDescription(BareText(), isBare: true),
        };
    }

    private JsonShape Object(int depth)
    {
        at++;
        var fields = new List<(string, JsonShape)>();
        while (at < text.Length)
        {
            SkipSpace();
            if (at >= text.Length) break;
            if (text[at] == '}') { at++; break; }
            if (text[at] != '"') { at++; continue; }

            var name = QuotedText();
            SkipSpace();
            if (at < text.Length && text[at] == ':')
            {
                at++;
                var shape = Value(depth + 1);
                if (!fields.Exists(field => field.Item1 == name)) fields.Add((name, shape));
            }
        }
        return new JsonShape(JsonKind.Object) { Fields = fields };
    }

    private JsonShape Array(int depth)
    {
        at++;
        JsonShape? item = null;
        var examples = new List<string>();
        while (at < text.Length)
        {
            SkipSpace();
            if (at >= text.Length) break;
            if (text[at] == ']') { at++; break; }
            if (text[at] is ',' or '…' or '.' or '}' or ':') { at++; continue; }

            var value = Value(depth + 1);
            item ??= value;
            if (value.Kind == JsonKind.Text && Codes.IsOne(value.About) && !examples.Contains(value.About)) examples.Add(value.About);
        }
        if (examples.Count > 1) item = JsonShape.Text with { Options = examples };
        return new JsonShape(JsonKind.Array) { Item = item ?? JsonShape.Text, About = item?.About ?? "" };
    }

    private string QuotedText()
    {
        var start = ++at;
        while (at < text.Length && text[at] is not ('"' or '\n')) at += text[at] == '\\' ? 2 : 1;
        at = Math.Min(at, text.Length);
        var quoted = text[start..at];
        if (at < text.Length && text[at] == '"') at++;
        return quoted;
    }

    private string BareText()
    {
        var start = at;
        var angles = 0;
        while (at < text.Length && text[at] != '\n' && (angles > 0 || text[at] is not (',' or '}' or ']')))
        {
            angles += text[at] == '<' ? 1 : text[at] == '>' ? -1 : 0;
            at++;
        }
        if (at == start) at++;
        return text[start..Math.Min(at, text.Length)].Trim();
    }

    private void SkipSpace()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ',')) at++;
        if (at + 1 < text.Length && text[at] == '/' && text[at + 1] == '/')
        {
            while (at < text.Length && text[at] != '\n') at++;
            SkipSpaceAfterComment();
        }
    }

    private void SkipSpaceAfterComment()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private static JsonShape OfDescription(string description, bool isBare)
    {
        var plain = description.Trim().Trim('<', '>').Trim();
        var nullable = MentionsNull().IsMatch(plain);
        var rest = MentionsNull().Replace(plain, "").Trim(' ', '|', ',', '(', ')');
        var shape = new JsonShape(JsonKind.Text) { IsNullable = nullable, About = plain };
        if (rest is "true | false" or "true or false" or "true/false" or "true|false" or "true" or "false" or "boolean" or "bool") return shape with { Kind = JsonKind.Boolean };
        if (rest is "integer" or "int" or "whole number" || (isBare && long.TryParse(rest, System.Globalization.CultureInfo.InvariantCulture, out _))) return shape with { Kind = rest == "0" ? JsonKind.Number : JsonKind.Integer };
        if (rest.StartsWith("number", StringComparison.OrdinalIgnoreCase) || (isBare && decimal.TryParse(rest, System.Globalization.CultureInfo.InvariantCulture, out _))) return shape with { Kind = JsonKind.Number };
        if (isBare && rest.Length == 0 && nullable) return shape;
        if (rest.Contains('|'))
        {
            var options = FormDemands.Labels(rest.Replace("\"", "", StringComparison.Ordinal));
            if (options.Count > 1) return shape with { Options = options };
        }
        return shape;
    }

    [GeneratedRegex(@"\b(?:fields?|keys?|properties)(?: are| named| called)?:?\s(?<list>[^.{}\n]{2,300})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedFields();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,40}(?=$|\s\()", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b(?:or |, )?null(?: (?:if|when)\b.{0,60})?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MentionsNull();
}
