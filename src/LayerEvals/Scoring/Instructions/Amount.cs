using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Instructions;

/// <summary>How a count is held against a number.</summary>
internal enum Bound
{
    LessThan = 1,
    AtLeast,
    Exactly,
}

/// <summary>How many of something a response must have.</summary>
internal sealed record Amount(Bound Bound, int Number, string Unit)
{
    /// <summary>What says more of the unit, after its noun: <c> in capitals</c>.</summary>
    public string Of { get; init; } = "";

    /// <summary>Null where the count is right; else both numbers.</summary>
    public string? Judge(int found)
    {
        var isRight = Bound switch
        {
            Bound.LessThan => found < Number,
            Bound.AtLeast => found >= Number,
            _ => found == Number,
        };
        return isRight ? null : $"{Numerals.Count(found, Unit)}{Of}, {Words} {Number}";
    }

    string Words => Bound switch
    {
        Bound.LessThan => "fewer than",
        Bound.AtLeast => "at least",
        _ => "exactly",
    };
}
