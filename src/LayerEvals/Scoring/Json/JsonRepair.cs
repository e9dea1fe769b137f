using System.Globalization;
using System.Text;

namespace LayerEvals.Scoring.Json;

/// <summary>
/// Rewrites what is almost JSON as JSON and names what it changed. A repair is a diagnosis: it says what is wrong with an answer, and never makes one pass.
/// </summary>
internal sealed class JsonRepair
{
    readonly string text;
    readonly StringBuilder json;
    readonly List<string> faults = [];
    int at;
    int depth;

    JsonRepair(string text)
    {
        this.text = text;
        json = new StringBuilder(text.Length + 16);
    }

    /// <summary>What was rewritten.</summary>
    /// <param name="Json">The rewritten text.</param>
    /// <param name="Faults">What was changed, in the order of the text, each once.</param>
    /// <param name="End">Where in the original the object or list ends.</param>
    internal sealed record Repaired(string Json, IReadOnlyList<string> Faults, int End);

    /// <summary>The object or list at the start of a text, repaired; null where it never closes.</summary>
    public static Repaired? Of(string text) => new JsonRepair(text).Run();

    Repaired? Run()
    {
        while (at < text.Length)
        {
            Next();
            if (depth == 0) return new Repaired(json.ToString(), [.. faults.Distinct()], at);
        }
        return null;
    }

    void Next()
    {
        switch (text[at])
        {
            case '{' or '[':
                depth++;
                Copy(1);
                break;
            case '}' or ']':
                depth--;
                Copy(1);
                break;
            case '"':
                Quoted('"', null);
                break;
            case '\'':
                Quoted('\'', "the single quotes");
                break;
            case '\u201C' or '\u201D':
                Quoted('\u201D', "the curly quotes");
                break;
            case '/' when IsComment(at):
                faults.Add("the comments");
                at = EndOfComment(at);
                break;
            case ',' when text[AfterBlanks(at + 1)..] is ['}' or ']', ..]:
                faults.Add("the trailing comma");
                at++;
                break;
            case var c when char.IsLetterOrDigit(c) || c is '-' or '+' or '_' or '$' or '.':
                Word();
                break;
            default:
                Copy(1);
                break;
        }
    }

    void Copy(int length)
    {
        json.Append(text, at, length);
        at += length;
    }

    void Quoted(char end, string? fault)
    {
        if (fault is not null) faults.Add(fault);
        json.Append('"');
        for (at++; at < text.Length && text[at] != end; at++)
        {
            var c = text[at];
            if (c == '\\' && at + 1 < text.Length)
            {
                // \' is an escape of JavaScript and Python, and none of JSON.
                if (text[++at] != '\'') json.Append('\\');
                json.Append(text[at]);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                faults.Add("the raw line break in a text");
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else json.Append(c == '"' ? "\\\"" : c.ToString());
        }
        // A text that never ends leaves the document open: nothing is rewritten then.
        json.Append('"');
        at++;
    }

    void Word()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '+' or '_' or '$' or '.')) at++;
        var word = text[start..at];
        var next = AfterBlanks(at);
        var isKey = next < text.Length && text[next] == ':' && !char.IsAsciiDigit(word[0]) && word[0] != '-';
        if (isKey)
        {
            faults.Add("the unquoted keys");
            json.Append('"').Append(word).Append('"');
            return;
        }
        // A number stands where NaN stood, so that the rest can be looked at.
        var meant = word switch { "NaN" or "Infinity" or "-Infinity" => "0", "True" => "true", "False" => "false", "None" or "undefined" => "null", _ => null };
        if (meant is not null) faults.Add(word is "NaN" ? word : $"`{word}`");
        json.Append(meant ?? word);
    }

    int AfterBlanks(int from)
    {
        while (from < text.Length)
        {
            if (char.IsWhiteSpace(text[from])) from++;
            else if (IsComment(from)) from = EndOfComment(from);
            else break;
        }
        return from;
    }

    bool IsComment(int from) => text[from] == '/' && from + 1 < text.Length && (text[from + 1] is '/' or '*');

    int EndOfComment(int from)
    {
        var isLine = text[from + 1] == '/';
        var end = isLine ? text.IndexOf('\n', from) : text.IndexOf("*/", from + 2, StringComparison.Ordinal);
        return end < 0 ? text.Length : isLine ? end : end + 2;
    }
}
