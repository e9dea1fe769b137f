using System.Globalization;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Baselines;

/// <summary>The outcomes of one side of a run, kept in a reviewed file, to compare with when that side can no longer be asked.</summary>
internal sealed record BlessedBaseline
{
    public const string Format = "blessed-1";

    /// <summary>The provider of a model that is not asked: its outcomes were blessed.</summary>
    public const string Provider = "blessed";

    public required string Name { get; init; }

    public required string Configuration { get; init; }

    public required string Model { get; init; }

    /// <summary>The model ids that the vendor returned.</summary>
    public IReadOnlyList<string> Returned { get; init; } = [];

    public required int Samples { get; init; }

    public required string Run { get; init; }

    /// <summary>The day on which the run was started: that of its answers.</summary>
    public required DateOnly Asked { get; init; }

    public required DateOnly Blessed { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyDictionary<string, BlessedCase> Cases { get; init; }

    /// <summary>Where the outcomes come from and how old they are, for the reader of a report.</summary>
    public string Note(string name, DateTimeOffset now)
    {
        var days = Math.Max(0, DateOnly.FromDateTime(now.UtcDateTime).DayNumber - Asked.DayNumber);
        return $"The baseline {name} was not asked: its outcomes are those of {Model} in run {Run}, asked on {Day(Asked)} ({Numerals.Count(days, "day")} ago) and blessed on {Day(Blessed)}. Its answers are not recorded here.";
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One case's outcomes: how many samples passed and failed, overall and in each layer.</summary>
/// <param name="Code">The checks in code that spoke, as <c>layer: check</c>, in order.</param>
/// <param name="Line">The line of the file.</param>
internal sealed record BlessedCase(string Key, string AskedHash, string ExpectedHash, Cell Overall, IReadOnlyDictionary<string, Cell> Layers, IReadOnlyList<string> Code, int Line)
{
    /// <summary>The samples in which what must pass did; null where nothing of the case must.</summary>
    public Cell? Must { get; init; }

    public static string NameOf(string layer, string check) => $"{layer}: {check}";

    /// <summary>What the report shows where an answer would stand.</summary>
    public string Shown => Overall.Scored == 1
        ? $"(blessed: {(Overall.Passed == 1 ? "passed" : "failed")}; the answer is not recorded)"
        : $"(blessed: {Overall.Passed} of {Overall.Scored} samples passed; the answers are not recorded)";
}
