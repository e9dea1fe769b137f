namespace LayerEvals.Scoring.Facts;

/// <summary>What a fact is.</summary>
internal enum FactKind
{
    /// <summary>A number, with its unit where one follows: <c>30 days</c>, <c>€ 40</c>, <c>12.5 %</c>.</summary>
    Number = 1,

    /// <summary>A date, whole or in part: <c>1 May 2024</c>, <c>2024-05-01</c>, <c>May 2024</c>.</summary>
    Date,

    /// <summary>Letters with digits, a time, a version: <c>HT-26-10417</c>, <c>14:30</c>, <c>4.10.2</c>.</summary>
    Identifier,
}

/// <summary>A number, amount, percentage, date or identifier in a text. Two writings of one thing are equal but for their spans.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands, its unit included.</param>
internal sealed record Fact(FactKind Kind, TextSpan Span)
{
    /// <summary>The value of a number.</summary>
    public decimal Value { get; init; }

    /// <summary>What the number is where its point is read the other way: <c>1.200</c> is 1.2 or 1200; null where there is one reading.</summary>
    public decimal? OtherValue { get; init; }

    /// <summary>The unit's one name: <c>day</c>, <c>EUR</c>, <c>percent</c>; null where none is known.</summary>
    public string? Unit { get; init; }

    /// <summary>The date; parts that are not said are 0.</summary>
    public CalendarDay Day { get; init; }

    /// <summary>The date where day and month are read the other way round.</summary>
    public CalendarDay? OtherDay { get; init; }

    /// <summary>The identifier in capitals.</summary>
    public string? Id { get; init; }

    /// <summary>Whether the number was written as a word.</summary>
    public bool IsInWords { get; init; }
}

/// <summary>A date as far as it is said: 0 for what is not.</summary>
internal readonly record struct CalendarDay(int Year, int Month, int Day);
