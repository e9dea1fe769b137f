namespace LayerEvals.Answering.Spending;

/// <summary>What answers cost, in USD.</summary>
internal static class Cost
{
    /// <summary>
    /// The tokens as the vendor counted them, at the price of the configuration. Cached tokens are part of the input, reasoning tokens of the output, and each has the
    /// price of the whole where it has none of its own. By hand: 1,000 sent, 400 of them cached, and 200 received at 2.50, 1.25 and 10.00 cost (600 x 2.50 + 400 x 1.25 + 200 x 10.00) / 10^6 = 0.004.
    /// </summary>
    public static double Of(Price price, TokenUsage usage)
    {
        var cached = Math.Min(usage.CachedInput, usage.Input);
        var reasoning = Math.Min(usage.Reasoning, usage.Output);
        return ((usage.Input - cached) * price.Input + cached * (price.CachedInput ?? price.Input)
            + (usage.Output - reasoning) * price.Output + reasoning * (price.Reasoning ?? price.Output)) / 1e6;
    }

    /// <summary>Whether asking a configuration costs money, and so needs a price under a budget. A client of a team's own may.</summary>
    public static bool IsPaid(ModelConfiguration model) => model.Provider is not ("embedded" or "recorded" or "blessed");

    /// <summary>
    /// What an answer, or the error that came instead, is counted with: replayed and unasked it is nothing; without the vendor's count, as of a call that was cut off, it is the most that it can have been.
    /// </summary>
    public static double Of(Asking asking, Answer answer)
    {
        if (asking.Model.Price is not { } price || answer.Recorded is not null || answer.Attempts == 0) return 0;
        return answer.Usage is { } usage ? Of(price, usage) : Tokens.Most(asking).Usd(price);
    }
}
