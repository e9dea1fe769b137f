using System.Collections.Frozen;
using System.Text;

namespace LayerEvals.Models;

/// <summary>A user turn, outside its sources, cut into what is asked, what is to be read, and the record to read it from.</summary>
internal sealed record UserTask(string Asked, string Orders, string Material, IReadOnlyList<RecordField> Record)
{
    private static readonly FrozenSet<string> AskingLabels =
        FrozenSet.ToFrozenSet(["question", "task", "query", "q", "request", "user question", "instruction", "instructions"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> MaterialNouns = FrozenSet.ToFrozenSet(
        ["record", "passage", "text", "context", "excerpt", "article", "email", "e-mail", "message", "letter", "note", "notes", "report", "document",
         "paragraph", "details", "form", "transcript", "story", "abstract", "sources"], StringComparer.OrdinalIgnoreCase);

    private const int ShortestMaterial = 80;

    public static UserTask Of(string text)
    {
        var paragraphs = AnswerOrders.PartOff(text);
        // "Passage: … Question: …" is also written on one line.
        var lines = paragraphs.Kept.Replace(" Question: ", "\nQuestion: ", StringComparison.Ordinal).Split('\n');
        var fields = FieldLines(lines);
        var (asked, free, material) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var record = new List<RecordField>();
        var (part, isHeadingOnly) = (free, false);
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number];
            var label = RecordFields.Read(line);
            if (label is not null && AskingLabels.Contains(label.Name)) (part = asked).AppendLine(label.Value);
            else if (fields[number]) AddField(record, label);
            else if (label is not null && IsMaterialLabel(label.Name))
            {
                (part = material).Append(label.Value).Append('\n');
                isHeadingOnly = label.Value.Length == 0;
            }
            else
            {
                if (part == material && record.Count > 0 && line.Length > 0 && isHeadingOnly) part = free;
                isHeadingOnly &= part != material || string.IsNullOrWhiteSpace(line);
                part.Append(line).Append('\n');
            }
        }
        var task = Settled(asked.ToString().Trim(), free.ToString().Trim(), material.ToString().Trim(), record);
        // "… unless the question asks for another form": what the question itself asks for is read last and wins.
        return paragraphs.Orders.Length == 0 ? task : task with { Orders = $"{paragraphs.Orders}\n\n{task.Orders}" };
    }

    private static void AddField(List<RecordField> record, RecordField? field)
    {
        if (field is not null) record.Add(field);
    }

    private static bool IsMaterialLabel(string label) => MaterialNouns.Contains(label[(label.LastIndexOf(' ') + 1)..]);

    // A line is a field when a neighbour is one too; a bare label before fields is their heading.
    private static bool[] FieldLines(string[] lines)
    {
        var looks = new bool[lines.Length];
        for (var number = 0; number < lines.Length; number++)
            looks[number] = RecordFields.Read(lines[number]) is { } field && !AskingLabels.Contains(field.Name);
        var fields = new bool[lines.Length];
        for (var number = 0; number < lines.Length; number++)
        {
            var follows = number > 0 && looks[number - 1];
            var leads = number + 1 < lines.Length && looks[number + 1];
            var isHeading = !follows && lines[number].AsSpan().TrimEnd().EndsWith(":");
            fields[number] = looks[number] && (follows || leads) && !isHeading;
        }
        for (var number = 1; number < lines.Length; number++)
        {
            // A heading and one single field are no record.
            var alone = fields[number] && !fields[number - 1] && (number + 1 == lines.Length || !fields[number + 1]);
            if (alone && !(looks[number - 1] && IsMaterialLabel(lines[number - 1].Trim().TrimEnd(':')))) fields[number] = false;
        }
        return fields;
    }

    private static UserTask Settled(string asked, string free, string material, List<RecordField> record)
    {
        var orders = $"{free}\n{asked}";
        if (asked.Length > 0) return new UserTask(asked, orders, material.Length == 0 && record.Count == 0 && free.Length >= ShortestMaterial ? free : material, record);

        if (free.Length == 0 && material.Length > 0)
        {
            // The question stands unlabelled at the end of the passage.
            var cut = material.LastIndexOf('\n');
            var last = material[(cut + 1)..].Trim();
            return cut > 0 && last.Length < 300 ? new UserTask(last, last, material[..cut].Trim(), record) : new UserTask("", "", material, record);
        }
        return material.Length == 0 && record.Count == 0 ? Unlabelled(free) : new UserTask(free, orders, material, record);
    }

    // A text without labels: its last or first paragraph asks, the others are read; in one paragraph the last question is asked of the rest.
    private static UserTask Unlabelled(string free)
    {
        if (ParagraphThatAsks(free) is { } asking)
        {
            var paragraph = free[asking];
            return new UserTask(paragraph, paragraph, (free[..asking.Start] + free[asking.End..]).Trim(), []);
        }
        var sentences = Sentences.Of(free);
        if (sentences.Count < 3) return new UserTask(free, free, "", []);

        var question = sentences.FindLastIndex(range => free[range].EndsWith('?'));
        var isAtEdge = question == 0 || question >= sentences.Count - 2;
        if (!isAtEdge) question = free.AsSpan(sentences[0]).EndsWith(":") ? 0 : -1;
        if (question < 0) return new UserTask(free, free, "", []);

        var asked = question == 0 ? free[sentences[0]] : free[sentences[question].Start..];
        var rest = question == 0 ? free[sentences[0].End..] : free[..sentences[question].Start];
        return new UserTask(asked, asked, rest.Trim(), []);
    }

    private static Range? ParagraphThatAsks(string free)
    {
        var last = free.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (last < 0) return null;
        if (AnswerOrders.Asks(free[last..])) return (last + 2)..;

        var first = free.IndexOf("\n\n", StringComparison.Ordinal);
        return AnswerOrders.Asks(free[..first]) ? ..first : null;
    }
}
