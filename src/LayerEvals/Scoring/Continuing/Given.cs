namespace LayerEvals.Scoring.Continuing;

/// <summary>The texts that a case gives.</summary>
internal static class Given
{
    /// <summary>What was asked: the input's holes and the messages that the case writes.</summary>
    public static IEnumerable<string> Asked(GoldenCase golden) =>
        golden.Holes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => h.Value).Concat(golden.Messages.Select(m => m.Text ?? ""));

    /// <summary>The same, and the sources.</summary>
    public static IEnumerable<string> Texts(GoldenCase golden) => Asked(golden).Concat(golden.Sources.Select(s => s.Text));
}
