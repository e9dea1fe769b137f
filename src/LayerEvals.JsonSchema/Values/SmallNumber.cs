namespace LayerEvals.JsonSchema;

/// <summary>A number as most are written: a few digits, perhaps a fraction, no exponent. Quicker than <see cref="ExactNumber"/>, and as exact.</summary>
/// <param name="Floor">The largest integer that is not above the number.</param>
/// <param name="HasFraction">Whether the number lies above it.</param>
internal readonly record struct SmallNumber(long Floor, bool HasFraction)
{
    const int MostDigits = 18;

    /// <summary>Reads a number of JSON; false when it is not written that way.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out SmallNumber number)
    {
        var negative = json[0] == '-';
        var (whole, fraction, at) = (0L, false, negative ? 1 : 0);
        number = default;
        if (json.Length > MostDigits) return false;
        for (; at < json.Length && json[at] != '.'; at++)
        {
            if (!char.IsAsciiDigit((char)json[at])) return false;
            whole = whole * 10 + (json[at] - '0');
        }
        for (at++; at < json.Length; at++)
        {
            if (!char.IsAsciiDigit((char)json[at])) return false;
            fraction |= json[at] != '0';
        }
        number = new SmallNumber(negative ? -whole - (fraction ? 1 : 0) : whole, fraction);
        return true;
    }

    public int ComparedWith(long integer) => Floor == integer && HasFraction ? 1 : Floor.CompareTo(integer);

    public bool IsMultipleOf(long integer) => !HasFraction && Floor % integer == 0;
}
