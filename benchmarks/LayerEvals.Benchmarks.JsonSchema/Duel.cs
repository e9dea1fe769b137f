namespace LayerEvals.Benchmarks.JsonSchema;

/// <summary>One measure of one row on both sides, medians over the rounds.</summary>
/// <param name="Ours">How often a second, ours.</param>
/// <param name="Theirs">The same, Ajv's; null where Ajv does not accept the schema or the document.</param>
/// <param name="Ratio">The median of the rounds' ratios, ours to theirs.</param>
/// <param name="BytesEach">What ours allocates for one.</param>
internal sealed record Duel(double Ours, double? Theirs, double? Ratio, double BytesEach);

/// <summary>All measures of one row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Whole">From the document's bytes to the verdict, parsing included.</param>
/// <param name="Evaluate">Of a document that is parsed already.</param>
/// <param name="Compile">Compiling the schema.</param>
internal sealed record Compared(SpeedRow Row, Duel Whole, Duel Evaluate, Duel Compile);

/// <summary>Measures both sides in turns, so that what disturbs the machine disturbs both.</summary>
internal sealed class Duels(SpeedSide ours, SpeedSide theirs, int rounds)
{
    const double RoundMs = 50;
    const double WarmMs = 80;

    /// <summary>Runs a row for a while. The compilers of both sides wait for calls and for time, so all rows are warmed before the first is measured.</summary>
    public async Task WarmAsync(int number, bool bothAccept, CancellationToken cancellation)
    {
        foreach (var what in new[] { "whole", "evaluate" })
        {
            await ours.AskAsync(new Asked(what, number, WarmMs), cancellation);
            if (bothAccept) await theirs.AskAsync(new Asked(what, number, WarmMs), cancellation);
        }
    }

    public async Task<Compared> CompareAsync(SpeedRow row, int number, bool bothAccept, CancellationToken cancellation)
    {
        var whole = await FightAsync("whole", number, bothAccept, cancellation);
        var evaluate = await FightAsync("evaluate", number, bothAccept, cancellation);
        return new Compared(row, whole, evaluate, await FightAsync("compile", number, bothAccept, cancellation));
    }

    async Task<Duel> FightAsync(string what, int row, bool bothAccept, CancellationToken cancellation)
    {
        var (mine, others, ratios, bytes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var us = await ours.AskAsync(new Asked(what, row, RoundMs), cancellation);
            mine.Add(us.PerSecond);
            bytes.Add(us.BytesEach);
            if (!bothAccept) continue;
            var them = await theirs.AskAsync(new Asked(what, row, RoundMs), cancellation);
            others.Add(them.PerSecond);
            ratios.Add(us.PerSecond / them.PerSecond);
        }
        return new Duel(Median(mine), bothAccept ? Median(others) : null, bothAccept ? Median(ratios) : null, Median(bytes));
    }

    static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
