using System.Collections.Frozen;

namespace LayerEvals.Models;

/// <summary>One <c>name: value</c> line of a record.</summary>
internal sealed record RecordField(string Name, string Value)
{
    private static readonly FrozenSet<string> Nothing = FrozenSet.ToFrozenSet(
        ["", "-", "–", "—", "none", "n/a", "na", "null", "missing", "unknown", "not provided", "not given", "not stated", "not supplied", "empty", "blank", "?", "tbd"],
        StringComparer.OrdinalIgnoreCase);

    public bool IsMissing => Nothing.Contains(Value.TrimEnd('.'));

    public string Line => $"{Name}: {Value}";
}

/// <summary>The lines of a text that are a record: neighbours of the form <c>name: value</c>.</summary>
internal static class RecordFields
{
    private const int LongestName = 40;
    private const int MostNameWords = 6;

    /// <summary>Reads a line; null when it is not of that form. A value may be empty.</summary>
    public static RecordField? Read(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.StartsWith("- ") || line.StartsWith("* ")) line = line[2..].TrimStart();
        if (line.IsEmpty || !char.IsLetter(line[0])) return null;

        var colon = line.IndexOf(':');
        if (colon is < 1 or > LongestName || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t'))) return null;

        var name = line[..colon].Trim();
        if (name.IndexOfAny(".!?;,\"{}<>") >= 0 || Words.Count(name) > MostNameWords) return null;
        return new RecordField(name.ToString(), line[(colon + 1)..].Trim().ToString());
    }

    /// <summary>The field whose name shares most words with the phrase, at least half of the name's; null when none does.</summary>
    public static RecordField? Named(this IReadOnlyList<RecordField> fields, ReadOnlySpan<char> phrase, Vocabulary vocabulary)
    {
        var asked = vocabulary.Read(Spoken(phrase));
        if (asked.Length == 0) return null;

        var (best, bestShare) = (default(RecordField), 0.0);
        foreach (var field in fields)
        {
            var name = vocabulary.Read(Spoken(field.Name));
            var shared = 0;
            foreach (var stem in name)
                if (Array.IndexOf(asked, stem) >= 0) shared++;
            if (name.Length == 0 || shared * 2 < name.Length) continue;

            var share = shared + (double)shared / name.Length;
            if (share > bestShare) (best, bestShare) = (field, share);
        }
        return best;
    }

    /// <summary><c>dateOfLoss</c> and <c>date_of_loss</c> as "date Of Loss" and "date of loss".</summary>
    public static string Spoken(ReadOnlySpan<char> name)
    {
        var spoken = new System.Text.StringBuilder(name.Length + 4);
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] is '_' or '-') { spoken.Append(' '); continue; }
            if (at > 0 && char.IsUpper(name[at]) && char.IsLower(name[at - 1])) spoken.Append(' ');
            spoken.Append(name[at]);
        }
        return spoken.ToString();
    }
}
