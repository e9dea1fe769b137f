using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Instructions;

/// <summary>No comma: U+002C alone; full-width and Arabic ones are allowed.</summary>
internal static class Punctuation
{
    public static IReadOnlyList<InstructionType> All { get; } =
    [
        InstructionType.Fixed("punctuation:no_comma", response => response.AsSpan().Count(',') is > 0 and var commas ? $"{Numerals.Count(commas, "comma")}, none allowed" : null),
    ];
}
