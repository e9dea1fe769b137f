namespace LayerEvals.JsonSchema;

/// <summary>A class: <c>[a-z\d]</c>.</summary>
internal static class PatternClass
{
    /// <summary>Reads what follows the opening bracket, and the closing one.</summary>
    public static CodePointSet Read(PatternReader reader)
    {
        var negated = reader.TryTake("^");
        var ranges = new List<(int From, int To)>();
        while (!reader.TryTake("]"))
        {
            var first = ReadOne(reader);
            if (!StartsRange(reader))
            {
                ranges.AddRange(first.Ranges);
                continue;
            }
            reader.Take();
            var last = ReadOne(reader);
            if (first.Single is { } from && last.Single is { } to)
            {
                if (from > to) throw new PatternException("a range in a class is out of order");
                ranges.Add((from, to));
                continue;
            }
            // Without the flag u, a hyphen beside a set is a hyphen.
            ranges.AddRange([.. first.Ranges, ('-', '-'), .. last.Ranges]);
        }
        var set = new CodePointSet(ranges);
        return negated ? set.Complement() : set;
    }

    static bool StartsRange(PatternReader reader) => reader.StartsWith("-") && !reader.StartsWith("-]");

    static CodePointSet ReadOne(PatternReader reader)
    {
        if (reader.AtEnd) throw new PatternException("a ']' is missing");
        return reader.TryTake("\\") ? PatternEscape.Read(reader, inClass: true) : CodePointSet.Of(reader.Take());
    }
}
