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
    public static ExpectedCost Of(Plan plan, IReadOnlyList<GoldenCase> cases, Func<Asking, bool> isAnswered)
    {
        var mode = plan.Config.Recordings.Mode;
        var (usd, calls) = (0.0, 0);
        var unpriced = new SortedSet<string>(StringComparer.Ordinal);
        for (var side = 0; side < 2; side++)
        {
            var model = plan.Config.Sides[side];
            if (!Cost.IsPaid(model) || mode == RecordingMode.Replay) continue;
            foreach (var asking in Askings(plan, cases, side))
            {
                if (isAnswered(asking) || mode == RecordingMode.Auto && plan.Recordings?.Find(asking.Key) is not null) continue;
                calls++;
                if (model.Price is { } price) usd += Tokens.Likely(model, asking.Messages).Usd(price);
                else if (model.Provider != "code") unpriced.Add(model.Name);
            }
        }
        return new ExpectedCost(usd, calls, [.. unpriced]);
    }

    static IEnumerable<Asking> Askings(Plan plan, IReadOnlyList<GoldenCase> cases, int side) =>
        from golden in cases
        from sample in Enumerable.Range(1, plan.Config.Samples)
        select plan.Asking(golden, side, sample);
}
