namespace LayerEvals.Scoring.Facts;

/// <summary>The facts of a source, to look those of a claim up in.</summary>
internal sealed class FactSet
{
    readonly HashSet<decimal> values = [];
    readonly HashSet<(decimal, string)> amounts = [];
    readonly HashSet<CalendarDay> days = [];
    readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public static FactSet Of(string text)
    {
        var set = new FactSet();
        foreach (var fact in FactScanner.In(text)) set.Add(fact);
        return set;
    }

    /// <summary>Whether the source has the fact in any writing. A number without a unit is found beside any, and one with a unit where the source names none.</summary>
    public bool Has(Fact fact) => fact.Kind switch
    {
        FactKind.Number => Has(fact.Value, fact.Unit) || fact.OtherValue is { } other && Has(other, fact.Unit),
        FactKind.Date => days.Contains(fact.Day) || fact.OtherDay is { } turned && days.Contains(turned),
        _ => ids.Contains(fact.Id!), // an identifier has one
    };

    bool Has(decimal value, string? unit) =>
        unit is null ? values.Contains(value) || amounts.Contains((value, "")) : amounts.Contains((value, unit)) || values.Contains(value);

    // A number with a unit also counts for claims that leave the unit out; those without stand for any.
    void Add(Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Number:
                Add(fact.Value, fact.Unit);
                if (fact.OtherValue is { } other) Add(other, fact.Unit);
                break;
            case FactKind.Date:
                Add(fact.Day);
                if (fact.OtherDay is { } turned) Add(turned);
                break;
            default:
                ids.Add(fact.Id!); // an identifier has one
                break;
        }
    }

    void Add(decimal value, string? unit)
    {
        if (unit is null)
        {
            values.Add(value);
            return;
        }
        amounts.Add((value, unit));
        amounts.Add((value, ""));
    }

    // "May 2024" and "1 May" are said where the whole date is; so is the year.
    void Add(CalendarDay day)
    {
        days.Add(day);
        if (day is { Year: > 0, Month: > 0 }) days.Add(day with { Day = 0 });
        if (day is { Month: > 0, Day: > 0 }) days.Add(day with { Year = 0 });
        if (day.Year > 0) values.Add(day.Year);
    }
}
