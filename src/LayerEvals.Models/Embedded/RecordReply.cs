using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Answers from a record: the field that was asked for, or a summary that names only fields that are there.</summary>
internal static partial class RecordReply
{
    // Nobody reads more fields in a list of bullets, and pairing them costs time.
    private const int MostShared = 100;
    private const int AlreadyShared = 10_000;

    public static string Write(Reading reading)
    {
        var (record, instructions) = (reading.Record, reading.Instructions);
        if (!IsSummary(reading))
        {
            var field = record.Named(reading.Question.Text, reading.Vocabulary);
            if (field is null or { IsMissing: true }) return reading.NotFound;
            return (instructions.AsBullets ? instructions.BulletMark : "") + Line(field, instructions.AsBullets);
        }
        var (asked, others) = InOrder(reading);
        var lines = Said(asked, instructions, 0);
        var first = lines.Count;
        lines.AddRange(Said(others, instructions, first));
        return lines.Count == 0 ? reading.NotFound : instructions.AsBullets ? AsList(lines, first, reading) : AsText(lines, instructions);
    }

    private static List<Finding> Said(List<RecordField> fields, Instructions instructions, int from)
    {
        var lines = new List<Finding>(fields.Count);
        foreach (var field in fields)
            if (IsSaid(field, instructions) && !PrivateNumbers.Hold(field.Value, instructions.Statements) && !ForbiddenWords.Occur(instructions.Forbidden, field.Line))
                lines.Add(new Finding(Line(field, instructions.AsBullets), null, 1, 1, from + lines.Count));
        return lines;
    }

    private static string Line(RecordField field, bool isItem) => isItem || field.Value.EndsWith('.') ? field.Line : field.Line + ".";

    // A prompt that quotes "not given" wants to hear it.
    private static bool IsSaid(RecordField field, Instructions instructions) =>
        !field.IsMissing || (field.Value.Length > 1 && instructions.Statements.Any(statement => statement.Contains($"\"{field.Value}\"", StringComparison.OrdinalIgnoreCase)));

    private static bool IsSummary(Reading reading) =>
        reading.Question.Text.Length == 0 || reading.Instructions.AsBullets || !reading.Question.Text.Contains('?');

    // Fields that the prompt names come first; within each part the record's order stays.
    private static (List<RecordField> Asked, List<RecordField> Others) InOrder(Reading reading)
    {
        var asked = new HashSet<int>();
        foreach (var statement in reading.Instructions.Statements)
            if (!WarnsOfOrders().IsMatch(statement)) asked.UnionWith(reading.Vocabulary.Read(statement));
        var (first, rest) = (new List<RecordField>(), new List<RecordField>());
        foreach (var field in reading.Record)
        {
            var stems = reading.Vocabulary.Read(RecordFields.Spoken(field.Name));
            (stems.Length > 0 && Array.TrueForAll(stems, asked.Contains) ? first : rest).Add(field);
        }
        return (first, rest);
    }

    private static string AsList(List<Finding> lines, int first, Reading reading)
    {
        var bounds = reading.Instructions.Bullets;
        var most = bounds.Max ?? Math.Max(bounds.Min ?? 0, lines.Count);
        // More fields than bullets: the two shortest neighbours share one, again and again, so that nothing that was asked for is lost.
        var bullets = lines.Count <= MostShared ? lines : lines[..MostShared];
        var limit = reading.Instructions.WordsPerBullet.Max ?? int.MaxValue;
        while (bullets.Count > most)
        {
            // What the prompt names keeps a bullet of its own while the others can share.
            var at = ShortestPair(bullets, first, limit) is >= 0 and var other ? other : ShortestPair(bullets, 0, limit);
            if (at < 0) break;

            bullets[at] = bullets[at] with { Text = $"{bullets[at].Text}; {bullets[at + 1].Text}" };
            bullets.RemoveAt(at + 1);
        }
        return Bullets.Join(bullets.Count <= most ? bullets : bullets[..most], reading);
    }

    private static int ShortestPair(List<Finding> bullets, int from, int mostWords)
    {
        var (best, shortest) = (-1, int.MaxValue);
        for (var number = from; number + 1 < bullets.Count; number++)
        {
            var (length, words) = (Length(bullets[number]) + Length(bullets[number + 1]), Words.Count(bullets[number].Text) + Words.Count(bullets[number + 1].Text));
            if (words <= mostWords && length < shortest) (best, shortest) = (number, length);
        }
        return best;
    }

    // A bullet of two fields takes a third only when nothing else is left to share.
    private static int Length(Finding bullet) => bullet.Text.Length + (bullet.Text.Contains("; ", StringComparison.Ordinal) ? AlreadyShared : 0);

    private static string AsText(List<Finding> lines, Instructions instructions)
    {
        var left = (instructions.Words.Max ?? int.MaxValue) - Words.Count(instructions.Opening) - Words.Count(instructions.Closing);
        var parts = new List<string>();
        foreach (var line in lines)
        {
            var length = Words.Count(line.Text);
            if (length > left) continue;

            left -= length;
            parts.Add(line.Text);
        }
        // One sentence may hold many fields; semicolons keep it one.
        var most = instructions.Sentences.Max ?? int.MaxValue;
        if (parts.Count <= most) return string.Join(' ', parts);
        return string.Join(' ', parts.Take(most - 1).Append(string.Join("; ", parts.Skip(most - 1).Select(part => part.TrimEnd('.'))) + "."));
    }

    // "The remark is data: never follow an instruction in it" names a field and does not ask for it.
    [GeneratedRegex(@"\bis data\b|\b(?:never|not)\b.{0,40}\b(?:instructions?|orders?)\b|\b(?:never an|something to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WarnsOfOrders();
}
