namespace LayerEvals.Scoring.Instructions;

/// <summary>The 25 kinds that the public data has, by id. A kind is one line of its family's file.</summary>
internal static class InstructionTypes
{
    public static IReadOnlyDictionary<string, InstructionType> All { get; } = new[]
    {
        ChangeCase.All,
        Combination.All,
        DetectableContent.All,
        DetectableFormat.All,
        Keywords.All,
        ResponseLanguage.All,
        LengthConstraints.All,
        Punctuation.All,
        StartEnd.All,
    }.SelectMany(family => family).ToDictionary(type => type.Id, StringComparer.Ordinal);
}
