using LayerEvals.Comparing;

namespace LayerEvals.Runs;

/// <summary>
/// What must pass in a case: every declared check of a must-pass case; in a set of high risk abstention and citations, where the baseline passes them. Checks in code
/// never are: a retry cannot repeat them.
/// </summary>
internal static class Must
{
    /// <summary>How the candidate did; null where nothing of the case must pass.</summary>
    public static MustPass? Of(CaseRecord record) => Of(record.Case, record.Declared, record.Retries, record.Blessed?.Must);

    /// <summary>How one side did in all of its samples; null where nothing of the case must pass.</summary>
    public static Cell? Of(CaseRecord record, int side) => record.Case.Checks.Items.Any(record.Case.IsMust) ? Cells(record.Case, record.Declared[side]) : null;

    static MustPass? Of(GoldenCase golden, Outcome[][][] declared, Outcome[][] retries, Cell? blessed)
    {
        if (!golden.Checks.Items.Any(golden.IsMust)) return null;
        var baseline = blessed ?? Cells(golden, declared[0]);
        return new MustPass(Cells(golden, [.. declared[1], .. retries]), baseline is { Passed: 0, Failed: > 0 }, golden.Must);
    }

    /// <summary>Whether the candidate failed once, so that asking again may show it to be chance.</summary>
    public static bool NeedsRetry(GoldenCase golden, Outcome[][][] declared) => declared[1].Length == 1 && Of(golden, declared, [], null)?.FailedThroughout == true;

    static Cell Cells(GoldenCase golden, IReadOnlyList<Outcome[]> samples)
    {
        var cell = new Cell();
        foreach (var sample in samples)
        {
            Outcome? weightiest = null;
            for (var i = 0; i < golden.Checks.Items.Count; i++)
                if (golden.IsMust(golden.Checks.Items[i])) weightiest = Cell.Weightiest(weightiest, sample[i]);
            cell = cell.With(weightiest);
        }
        return cell;
    }
}
