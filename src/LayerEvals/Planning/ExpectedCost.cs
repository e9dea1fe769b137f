using LayerEvals.Answering;
using LayerEvals.Answering.Spending;
using LayerEvals.Configs;

namespace LayerEvals.Planning;

/// <summary>What is left to ask is expected to cost: before the first call, without what is recorded or was answered before.</summary>
/// <param name="Usd">USD of the priced sides.</param>
/// <param name="Calls">Askings of sides that cost money.</param>
/// <param name="Unpriced">The sides that cost money and state no price; a client of a team's own that states none is taken for its own.</param>
internal sealed record ExpectedCost(double Usd, int Calls, IReadOnlyList<string> Unpriced)
{
    /// <summary>Of what a run of these cases has left to ask.</summary>
    public static ExpectedCost Of(Plan plan, IReadOnlyList<GoldenCase> cases, Func<Asking, bool> isAnswered) => plan.Config.Recordings.Mode == RecordingMode.Replay ? Of([]) : Of(
        from side in Enumerable.Range(0, 2)
        where Cost.IsPaid(plan.Config.Sides[side])
        from golden in cases
        from sample in Enumerable.Range(1, plan.Config.Samples)
        let asking = plan.Asking(golden, side, sample)
        where !isAnswered(asking) && !(plan.Config.Recordings.Mode == RecordingMode.Auto && plan.Recordings?.Has(asking.Key) is true)
        select asking);

    public static ExpectedCost Of(IEnumerable<Asking> askings)
    {
        var (usd, calls) = (0.0, 0);
        var unpriced = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var asking in askings.Where(a => Cost.IsPaid(a.Model)))
        {
            calls++;
            if (asking.Model.Price is { } price) usd += Tokens.Likely(asking.Model, asking.Messages, asking.Golden.Tools).Usd(price);
            else if (asking.Model.Provider != "code") unpriced.Add(asking.Model.Name);
        }
        return new ExpectedCost(usd, calls, [.. unpriced]);
    }
}
