namespace LayerEvals.Models;

/// <summary>Answers from a record: the field that was asked for, or a summary that names only fields that are there.</summary>
internal static class RecordReply
{
    public static string Write(Reading reading)
    {
        var (record, instructions) = (reading.Record, reading.Instructions);
        if (!IsSummary(reading))
        {
            var field = record.Named(reading.Question.Text, reading.Vocabulary);
            if (field is null or { IsMissing: true }) return reading.NotFound;
            return (instructions.AsBullets ? instructions.BulletMark : "") + Line(field, instructions.AsBullets);
        }
        var lines = new List<Finding>();
        foreach (var field in InOrder(reading))
            if (!field.IsMissing && !ForbiddenWords.Occur(instructions.Forbidden, field.Line)) lines.Add(new Finding(Line(field, instructions.AsBullets), null, 1, 1, lines.Count));
        return lines.Count == 0 ? reading.NotFound : instructions.AsBullets ? AsList(lines, reading) : AsText(lines, instructions);
    }

    private static string Line(RecordField field, bool isItem) => isItem || field.Value.EndsWith('.') ? field.Line : field.Line + ".";

    private static bool IsSummary(Reading reading) =>
        reading.Question.Text.Length == 0 || reading.Instructions.AsBullets || !reading.Question.Text.Contains('?');

    // Fields that the prompt names come first; within each part the record's order stays.
    private static List<RecordField> InOrder(Reading reading)
    {
        var asked = new HashSet<int>();
        foreach (var statement in reading.Instructions.Statements) asked.UnionWith(reading.Vocabulary.Read(statement));
        var (first, rest) = (new List<RecordField>(), new List<RecordField>());
        foreach (var field in reading.Record)
        {
            var stems = reading.Vocabulary.Read(RecordFields.Spoken(field.Name));
            (stems.Length > 0 && Array.TrueForAll(stems, asked.Contains) ? first : rest).Add(field);
        }
        return [.. first, .. rest];
    }

    private static string AsList(List<Finding> lines, Reading reading)
    {
        var bounds = reading.Instructions.Bullets;
        var most = bounds.Max ?? Math.Max(bounds.Min ?? 0, lines.Count);
        // More fields than bullets: the last bullets take two or more each, so that nothing that was asked for is lost.
        var bullets = new List<Finding>();
        var limit = reading.Instructions.WordsPerBullet.Max ?? int.MaxValue;
        foreach (var line in lines)
        {
            if (bullets.Count < most) bullets.Add(line);
            else if (bullets.FindIndex(bullet => !bullet.Text.Contains("; ", StringComparison.Ordinal) && Words.Count(bullet.Text) + Words.Count(line.Text) <= limit) is >= 0 and var at)
                bullets[at] = bullets[at] with { Text = $"{bullets[at].Text}; {line.Text}" };
        }
        return Bullets.Join(bullets, reading);
    }

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
}
