using LayerEvals.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LayerEvals.Reading;

/// <summary>Reads a YAML document into nodes, scalars as text.</summary>
internal static class YamlText
{
    // Deeper than any golden set, and shallow enough for the recursion below.
    const int MaxDepth = 32;

    /// <summary>The document's root; null after a problem was reported. <paramref name="firstLine"/> is the line of the file that the text starts on.</summary>
    public static Node? Read(SourceFile file, string text, int firstLine = 1)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            var parser = new Parser(scanner);
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return new TextNode("", firstLine);
            parser.Consume<DocumentStart>();
            var root = new Walk(file, parser, firstLine - 1).Read(0);
            if (root is null) return null;
            parser.Consume<DocumentEnd>();
            if (parser.Accept<StreamEnd>(out _)) return root;
            file.Error(ProblemIds.Syntax, Line(parser.Current!.Start, firstLine - 1), "expected one YAML document, found a second one", "remove the `---`, or move what follows to a file of its own");
            return null;
        }
        catch (YamlException e)
        {
            var reason = Trimmed(e.InnerException?.Message ?? e.Message);
            var (found, advice) = Explained(reason);
            // Of a tab the parser knows only the line that the block starts on.
            var line = IsTab(reason) ? FirstTab(text) : Line(e.Start, 0);
            file.Error(ProblemIds.Syntax, line + firstLine - 1, $"expected YAML, found {found}", advice);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The scanner lets these through for escapes beyond Unicode, "..." without a document, and the like.
            file.Error(ProblemIds.Syntax, Line(scanner.CurrentPosition, firstLine - 1), "expected YAML, found an escape, an indicator or an end of document that makes none", "correct the line, or quote the text");
            return null;
        }
    }

    // The commonest mistakes in the words of who made them; the parser's own words for the rest.
    static (string Found, string Advice) Explained(string reason) => reason switch
    {
        _ when reason.Contains("plain scalar value, found invalid mapping", StringComparison.Ordinal) => ("a second `: ` in a text without quotes", "put the text in quotes"),
        _ when IsTab(reason) => ("a tab as indentation", "indent with blanks"),
        _ when reason.Contains("'-' indicator", StringComparison.Ordinal) => ("a line that is indented neither as the item above it nor as the list", "align the keys of an item below its first key, and the items of a list below each other"),
        _ when reason.Contains("surrogates", StringComparison.Ordinal) => ("half of a surrogate pair", "correct the \\uD8xx escape"),
        _ when reason.Contains("quoted scalar", StringComparison.Ordinal) => ("a text in quotes that is not closed, or whose next line is not indented", "close the quote, or indent the line"),
        _ => ($"something else: {Printable.Short(reason, 200)}", "correct the indentation, or quote the text: a value with `: `, ` #` or a leading `[ { * & ! % @` stands in quotes"),
    };

    static bool IsTab(string reason) => reason.Contains("invalid tab", StringComparison.Ordinal);

    static int FirstTab(string text)
    {
        var at = text.Split('\n').Index().FirstOrDefault(l => l.Item[..^l.Item.TrimStart().Length].Contains('\t'));
        return at.Index + 1;
    }

    // Mark.Line counts from 1; the parser's own prefix "(Line: 3, Col: 1 …): " would say the place a second time, and wrongly in front matter.
    static int Line(Mark mark, int offset) => (int)mark.Line + offset;

    static string Trimmed(string message)
    {
        var end = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (end < 0 ? message : message[(end + 3)..]).TrimEnd('.');
    }

    sealed class Walk(SourceFile file, IParser parser, int offset)
    {
        public Node? Read(int depth)
        {
            var line = Line(parser.Current!.Start, offset);
            if (depth > MaxDepth)
            {
                file.Error(ProblemIds.TooLarge, line, $"expected at most {MaxDepth} levels of nesting, found more", "flatten the file");
                return null;
            }
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            {
                file.Error(ProblemIds.NotRead, line, "expected plain values, found an anchor (&) or an alias (*)", "write the value out, or quote the text if it was meant as text");
                return null;
            }
            if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            {
                file.Error(ProblemIds.NotRead, line, "expected plain values, found a tag (!)", "remove the tag, or quote the text if it was meant as text");
                return null;
            }
            if (parser.TryConsume<Scalar>(out var scalar)) return Scalar(scalar, line);
            return parser.TryConsume<SequenceStart>(out _) ? List(line, depth) : Map(line, depth);
        }

        static TextNode Scalar(Scalar scalar, int line)
        {
            var plain = scalar.Style == ScalarStyle.Plain;
            // YAML's own spellings of "nothing"; a text that reads null is written in quotes.
            var text = plain && scalar.Value is "~" or "null" ? "" : scalar.Value;
            return new TextNode(text, line, !plain);
        }

        ListNode? List(int line, int depth)
        {
            var items = new List<Node>();
            var numbers = new SplitNumber(file, start => Line(start, offset));
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                numbers.Add(parser.Current as Scalar);
                if (Read(depth + 1) is not { } item) return null;
                items.Add(item);
            }
            numbers.End();
            return new ListNode(items, line);
        }

        MapNode? Map(int line, int depth)
        {
            parser.Consume<MappingStart>();
            var entries = new List<Entry>();
            var keys = new Dictionary<string, int>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var keyLine = Line(parser.Current!.Start, offset);
                if (!parser.TryConsume<Scalar>(out var key))
                {
                    file.Error(ProblemIds.Syntax, keyLine, "expected a text as key, found a list or a map", "write `key: value`; text in {braces} or [brackets] stands in quotes");
                    return null;
                }
                if (Read(depth + 1) is not { } value) return null;
                if (keys.TryAdd(key.Value, keyLine)) entries.Add(new Entry(key.Value, value, keyLine));
                else file.Error(ProblemIds.DuplicateKey, keyLine, $"expected each key once, found `{Printable.Short(key.Value, 60)}` again (first in line {keys[key.Value]})", "keep one of them");
            }
            return new MapNode(entries, line);
        }
    }
}
