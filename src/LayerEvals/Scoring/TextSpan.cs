namespace LayerEvals;

/// <summary>A piece of a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units from 0.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Where the text goes on after it.</summary>
    public int End => Start + Length;

    /// <summary>The words themselves.</summary>
    internal string Of(string text) => text.Substring(Start, Length);

    internal bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}
