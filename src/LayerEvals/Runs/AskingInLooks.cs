using LayerEvals.Comparing;
using LayerEvals.Planning;

namespace LayerEvals.Runs;

/// <summary>Asks a plan look by look, and stops paying when the verdict cannot or need not change.</summary>
internal static class AskingInLooks
{
    /// <summary>False when it was stopped from outside before a look ended it.</summary>
    public static async Task<bool> AskAsync(Run run, CancellationToken cancellation)
    {
        var order = run.Plan.AskingOrder();
        var ends = LookOrder.Ends(order.Count, run.Plan.Gate.Looks);
        var taken = LooksFile.Read(run.Folder).ToList();
        for (var i = 0; i < ends.Count; i++)
        {
            var asked = order.Take(ends[i]).ToList();
            if (!await run.AskAllAsync(asked[(i == 0 ? 0 : ends[i - 1])..], cancellation)) return false;
            if (i >= taken.Count) taken.Add(Taken(run, new Look(i + 1, ends.Count, ends[i]), asked, [.. order.Skip(ends[i])]));
            LooksFile.Write(run.Folder, taken);
            if (taken[i].Ends) return true;
        }
        return true;
    }

    static (Look, bool) Taken(Run run, Look look, IReadOnlyList<GoldenCase> asked, IReadOnlyList<GoldenCase> remaining)
    {
        var frame = Finishing.Frame(run, [.. asked.Select(c => run.Records[c.Key])]);
        return (look, Looks.Ends(look, [.. asked.Select(c => run.Records[c.Key].Result())], [.. remaining.Select(c => new Unasked(c.Key, [.. LayerSizes.LayersOf(c)], c.Checks.Items.Any(c.IsMust)))], frame));
    }
}
