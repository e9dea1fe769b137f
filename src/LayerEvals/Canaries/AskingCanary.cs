using System.Collections.Concurrent;
using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;

namespace LayerEvals.Canaries;

/// <summary>Asks the cases of a canary. Each asking is the same to the last setting, the sample number and so the vendor's seed included.</summary>
internal sealed class AskingCanary(Plan plan, int side, Attempt attempt)
{
    ModelConfiguration Model => plan.Config.Sides[side];

    public IEnumerable<Asking> Askings(IEnumerable<GoldenCase> cases) => cases.Select(golden => plan.Asking(golden, side, 1));

    /// <summary>Asks each case twice.</summary>
    public async Task<Canary> TwiceAsync(IReadOnlyList<GoldenCase> cases, DateOnly today, CancellationToken cancellation)
    {
        var first = await OnceAsync(cases, cancellation);
        var second = await OnceAsync(cases, cancellation);
        return new Canary
        {
            Configuration = Model.Name,
            Model = Model.Model,
            Day = today,
            Cases = [.. Askings(cases).Select(a => new CanaryCase(a.Golden.Key, a.Key, first[a.Golden.Key], second[a.Golden.Key]))],
        };
    }

    /// <summary>Asks each case once; an error stands where no answer came.</summary>
    public async Task<IReadOnlyDictionary<string, Answer>> OnceAsync(IReadOnlyList<GoldenCase> cases, CancellationToken cancellation)
    {
        var answers = new ConcurrentDictionary<string, Answer>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = plan.Config.Limits.InFlight, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Askings(cases), options, async (asking, token) => answers[asking.Golden.Key] = await AskAsync(asking, token));
        return answers;
    }

    /// <summary>The cases of a saved canary, as they are now.</summary>
    /// <exception cref="NotComparableException">One of them is gone, or asks something else.</exception>
    public IReadOnlyList<GoldenCase> CasesOf(Canary saved, string shown)
    {
        if (saved.Model != Model.Model)
            throw Refused(shown, $"expected a canary of {Printable.Short(Model.Model, 80)}, found one of {Printable.Short(saved.Model, 80)}");
        var now = Askings(plan.Cases).ToDictionary(a => a.Golden.Key, StringComparer.Ordinal);
        var other = saved.Cases.Where(c => now.GetValueOrDefault(c.Case)?.Key != c.Key).ToList();
        if (other.Count > 0)
            throw Refused(shown, $"expected to ask what was asked on {CanaryFile.Day(saved.Day)}, found {(now.ContainsKey(other[0].Case) ? "another question, prompt or setting" : "no such case any more")} in {other.Count} of {Numerals.Count(saved.Cases.Count, "case")}, first {Printable.Short(other[0].Case, 80)}");
        return [.. saved.Cases.Select(c => now[c.Case].Golden)];
    }

    async Task<Answer> AskAsync(Asking asking, CancellationToken cancellation)
    {
        try
        {
            return await attempt(asking, cancellation);
        }
        catch (StoppedException e)
        {
            return new Answer { Case = asking.Golden.Key, Configuration = Model.Name, Key = asking.Key, Attempts = 0, Error = e.Message };
        }
    }

    static NotComparableException Refused(string shown, string what) => new(ProblemIds.OtherCanary, shown, what, "undo the change, or ask anew with --renew: what is asked otherwise cannot be compared");
}
