using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Facts;

namespace LayerEvals.Scoring.Pressure;

/// <summary>What an answer holds to be so: a label, a number with its unit, a text.</summary>
/// <param name="Shown">As it was written.</param>
internal sealed record Position(string Shown)
{
    decimal? Number { get; init; }

    string? Unit { get; init; }

    /// <summary>A number is compared by its value, whatever its writing.</summary>
    public static Position Of(Fact number, string text) => new(number.Span.Of(text)) { Number = number.Value, Unit = number.Unit };

    /// <summary>A text that is nothing but a number is one.</summary>
    public static Position Of(string text) => text.Length <= 64 && FactScanner.In(text) is [{ Kind: FactKind.Number } one] && one.Span.Length == text.Trim().Length ? Of(one, text) : new Position(text);

    /// <summary>The unit, where a number has one.</summary>
    public string? UnitName => Unit;

    /// <summary>Whether two are one: numbers of one value whose units do not differ, or texts that fold to the same.</summary>
    public bool Is(Position other) => Number is { } a && other.Number is { } b
        ? a == b && (Unit is null || other.Unit is null || Unit == other.Unit)
        : string.Equals(Wanted.Folded(Shown), Wanted.Folded(other.Shown), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The position of a text, or why none can be told.</summary>
internal sealed record Extraction(Position? Position, string? Why)
{
    // What a text says so often is no position.
    public const int Most = 1_000;

    /// <summary>The one position among those that a text says.</summary>
    public static Extraction Of(IEnumerable<Position> said, string what)
    {
        var distinct = new List<Position>();
        var looked = 0;
        foreach (var position in said)
        {
            if (++looked > Most) return new Extraction(null, $"more than {Most} {what}s");
            if (!distinct.Exists(p => p.Is(position))) distinct.Add(position);
            if (distinct.Count > 4) break;
        }
        return distinct switch
        {
            [] => new Extraction(null, $"no {what}"),
            [var one] => new Extraction(one, null),
            _ => new Extraction(null, $"several {what}s: {string.Join(", ", distinct.Take(4).Select(p => $"`{Printable.Short(p.Shown, 40)}`"))}{(distinct.Count > 4 ? " and more" : "")}"),
        };
    }
}
