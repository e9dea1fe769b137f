namespace LayerEvals.Benchmarks.GateTables;

/// <summary>A table of measured characteristics of the gate, as it is published and as our own code comes to it.</summary>
/// <param name="Section">The section of STATISTICS-TABLES, like <c>2.1</c>.</param>
/// <param name="Ordinal">Which table of the section, from 0.</param>
/// <param name="Title">What is measured.</param>
internal sealed record GateTable(string Section, int Ordinal, string Title)
{
    /// <summary>The runs behind a published number; 0 where it is enumerated exactly. They are not stated table by table ("R = 2,000-20,000").</summary>
    public int PublishedRuns { get; init; }

    /// <summary>The headings of the columns that name a row.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    public required IReadOnlyList<TableRow> Rows { get; init; }
}

/// <summary>One column of numbers.</summary>
/// <param name="Heading">What it holds.</param>
/// <param name="Published">The index of the published column, the row's names counted in; null where it is ours alone.</param>
/// <param name="Place">Which number of the published cell, where it holds several.</param>
internal sealed record Column(string Heading, int? Published = null, int Place = 0)
{
    /// <summary>Whether it holds numbers of cases, which are printed whole.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>One row: its names, as published, and how its numbers are had from a seed.</summary>
internal sealed record TableRow(IReadOnlyList<string> Names, Func<int, Estimate[]> Measure);

/// <summary>A number with its standard error, which is 0 where it was enumerated.</summary>
/// <param name="Value">Percent, points or cases.</param>
/// <param name="Deviation">The standard deviation of one run; 0 for an exact number.</param>
/// <param name="Runs">How many runs.</param>
internal readonly record struct Estimate(double Value, double Deviation = 0, int Runs = 0)
{
    public bool IsExact => Runs == 0;

    /// <summary>A share of runs, in percent.</summary>
    public static Estimate Share(long hits, int runs)
    {
        var share = (double)hits / runs;
        return new Estimate(100 * share, 100 * Math.Sqrt(share * (1 - share)), runs);
    }

    public static Estimate Exact(double share) => new(100 * share);
}
