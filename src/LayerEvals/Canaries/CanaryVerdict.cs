using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs.Pins;
using LayerEvals.Diagnostics;

namespace LayerEvals.Canaries;

/// <summary>What a canary says.</summary>
internal enum CanaryOutcome
{
    /// <summary>No change was shown; <see cref="CanaryVerdict.Least"/> says which one would have been.</summary>
    Same = 1,

    /// <summary>Another model id, or more changed answers than asking twice explains.</summary>
    Changed,

    /// <summary>Too little came back to tell.</summary>
    CannotSay,
}

/// <summary>
/// Whether a configuration still behaves as it did: the share of cases that it answers as on the saved day, against the share that it answered alike when it was asked twice on that day
/// (one-sided Fisher's exact test at .01, STATISTICS "Model pins": parsed-answer self-match). Pure.
/// </summary>
internal sealed record CanaryVerdict
{
    const double Level = 0.01;

    public required CanaryOutcome Outcome { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Because { get; init; }

    /// <summary>Cases that were answered twice on the saved day, and those answered alike.</summary>
    public SampleCount Then { get; init; }

    /// <summary>Cases that were answered then and now, and those answered alike.</summary>
    public SampleCount Now { get; init; }

    /// <summary>The fewest changed answers that show a change; null where none would.</summary>
    public int? Least { get; init; }

    /// <summary>The cases that are answered otherwise now.</summary>
    public IReadOnlyList<(string Case, Answer Then, Answer Now)> Differ { get; init; } = [];

    /// <param name="saved">What was answered then.</param>
    /// <param name="now">The answers of now, by case.</param>
    /// <param name="model">The configuration.</param>
    /// <param name="mostLost">The share of cases that may go without an answer.</param>
    public static CanaryVerdict Of(Canary saved, IReadOnlyDictionary<string, Answer> now, ModelConfiguration model, double mostLost)
    {
        var then = saved.Cases.Where(c => c.First.Came && c.Second.Came).ToList();
        var pairs = saved.Cases.Where(c => c.First.Came && now[c.Case].Came).Select(c => (c.Case, Then: c.First, Now: now[c.Case])).ToList();
        var differ = pairs.Where(p => !IsAlike(p.Then, p.Now)).ToList();
        var (alikeThen, alikeNow) = (new SampleCount(then.Count(c => IsAlike(c.First, c.Second)), then.Count), new SampleCount(pairs.Count - differ.Count, pairs.Count));
        var least = then.Count == 0 || pairs.Count == 0 ? null : Fewest(alikeThen, pairs.Count);
        var (outcome, because) = Decide(saved, now, model, (alikeThen, alikeNow, least, mostLost));
        return new CanaryVerdict { Outcome = outcome, Because = because, Then = alikeThen, Now = alikeNow, Least = least, Differ = differ };
    }

    static (CanaryOutcome, string) Decide(Canary saved, IReadOnlyDictionary<string, Answer> now, ModelConfiguration model, (SampleCount Then, SampleCount Now, int? Least, double MostLost) counts)
    {
        var ids = now.Values.Select(a => a.Model).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (ids.Find(id => !Pin.Holds(model, id)) is { } other)
            return (CanaryOutcome.Changed, $"the pin is {Pin.Shown(model)}, and {Printable.Short(other, 80)} answers");
        if (saved.Models.Count > 0 && ids.Find(id => !saved.Models.Contains(id)) is { } unknown)
            return (CanaryOutcome.Changed, $"{Printable.Short(unknown, 80)} answers, and on {CanaryFile.Day(saved.Day)} it was {string.Join(", ", saved.Models.Select(m => Printable.Short(m, 80)))}");
        var lost = now.Values.Count(a => !a.Came);
        if (counts.Least is not { } least)
            return (CanaryOutcome.CannotSay, counts.Now.Scored == 0 ? $"no answer came: {Printable.Short(now.Values.First(a => !a.Came).Error!, 200)}" : $"asked twice on {CanaryFile.Day(saved.Day)}, it agreed with itself in {counts.Then.Passed} of {Numerals.Count(counts.Then.Scored, "case")}: no number of changed answers would show a change");
        if (counts.Now.Scored - counts.Now.Passed >= least) return (CanaryOutcome.Changed, Alike(saved, counts.Then, counts.Now));
        if (lost > counts.MostLost * now.Count)
            return (CanaryOutcome.CannotSay, $"{lost} of {Numerals.Count(now.Count, "case")} got no answer, and the gate allows {Numerals.Plain(counts.MostLost * 100)} % (`max-unscored`)");
        return (CanaryOutcome.Same, $"{Alike(saved, counts.Then, counts.Now)} A change of {least} answers or more would have been shown.");
    }

    static string Alike(Canary saved, SampleCount then, SampleCount now) =>
        $"{now.Passed} of {now.Scored} answers are those of {CanaryFile.Day(saved.Day)}; asked twice on that day, {then.Passed} of {then.Scored} were alike (Fisher's exact p {Equal(FisherExact.Lower(then, now))}).";

    static string Equal(double p) => Numerals.P(p) is var text && text.StartsWith('<') ? text : $"= {text}";

    static int? Fewest(SampleCount then, int cases)
    {
        for (var changed = 1; changed <= cases; changed++)
            if (FisherExact.Lower(then, new SampleCount(cases - changed, cases)) <= Level) return changed;
        return null;
    }

    static bool IsAlike(Answer a, Answer b) => ParsedAnswer.Of(a) == ParsedAnswer.Of(b);
}
