namespace LayerEvals.JsonSchema;

/// <summary>
/// Decides whether a text in ASCII has a match of a pattern: one look into a table for each byte of the JSON text. A deterministic automaton, made by the subset
/// construction (Rabin and Scott, "Finite Automata and Their Decision Problems", 1959).
/// </summary>
internal sealed class AsciiAutomaton(byte[] columnOf, int[] next, bool[] matchesAtEnd, int columns)
{
    /// <summary>Entries of the table that are no states.</summary>
    public const int NeverMatches = -1, Matches = -2, Undecided = -3;

    /// <summary>The automaton of a pattern of ECMA-262; null when the pattern has none, or one too large to be worth it.</summary>
    public static AsciiAutomaton? Of(string pattern) => AsciiPatternReader.Read(pattern) is { } term ? AsciiAutomatonBuilder.Build(term) : null;

    /// <summary>Whether there is a match in a JSON string, given as its bytes between the quotes; null when it is not in ASCII or has escapes.</summary>
    public bool? IsMatch(ReadOnlySpan<byte> json)
    {
        var state = 0;
        foreach (var character in json)
        {
            state = next[state + columnOf[character]];
            if (state < 0) return state == Undecided ? null : state == Matches;
        }
        return matchesAtEnd[state / columns];
    }
}
