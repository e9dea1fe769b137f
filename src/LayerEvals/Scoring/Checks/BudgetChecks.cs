using System.Globalization;
using LayerEvals.Answering.Spending;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The budgets of one answer: tokens, latency, cost, all its turns together. Limits are inclusive; what is not known is Unscored and never a pass.</summary>
internal static class BudgetChecks
{
    /// <summary>Tokens as the vendor counted them: of the output, unless the settings name others.</summary>
    public static CheckType MaxTokens { get; } = new("max-tokens", Layers.Prompt, ReadTokens) { Short = CheckType.As("output"), SeesToolCalls = true };

    /// <summary>Time from asking to answer, as it was recorded where the answer is replayed.</summary>
    public static CheckType MaxLatency { get; } = new("max-latency", Layers.Prompt, ReadLatency) { Short = CheckType.As("at-most"), SeesToolCalls = true };

    /// <summary>What asking costs at the price of the configuration, whether the answer is replayed or not.</summary>
    public static CheckType MaxCost { get; } = new("max-cost", Layers.Prompt, ReadCost) { Short = CheckType.As("usd"), SeesToolCalls = true };

    static Check? ReadTokens(MapReader settings)
    {
        (string Kind, int? Most, Func<TokenUsage, long> Count)[] limits =
        [
            ("input", settings.Whole("input", 0, int.MaxValue), u => u.Input),
            ("output", settings.Whole("output", 0, int.MaxValue), u => u.Output),
            ("total", settings.Whole("total", 0, int.MaxValue), u => u.Input + u.Output),
        ];
        if (limits.All(l => l.Most is null))
        {
            if (!limits.Any(l => settings.Node(l.Kind) is not null)) settings.Missing([.. limits.Select(l => l.Kind)], ProblemIds.MissingKey, "expected a limit of tokens, found none", "write a number, or one of {input: …, output: …, total: …}");
            return null;
        }
        return subject =>
        {
            if (subject.Answer.Usage is not { } usage) return Finding.Unscored("the tokens are not known: the answer has no usage");
            foreach (var (kind, most, count) in limits)
                if (count(usage) > most) return Finding.Fail($"{count(usage).ToString(CultureInfo.InvariantCulture)} {kind} tokens, at most {most.Value.ToString(CultureInfo.InvariantCulture)}");
            return Finding.Pass;
        };
    }

    static Check? ReadLatency(MapReader settings)
    {
        if (settings.Node("at-most") is null) settings.Missing(["at-most"], ProblemIds.MissingKey, "expected a length of time, found none", "write it with its unit, such as 1.5s");
        if (Duration.Read(settings, "at-most") is not { } most) return null;
        return subject => subject.Answer.LatencyMs switch
        {
            <= 0 => Finding.Unscored("the latency is not known: the answer has none"),
            var latency when latency > most.TotalMilliseconds => Finding.Fail($"{Seconds(latency, most.TotalMilliseconds)}, at most {Shortest(most.TotalMilliseconds)}"),
            _ => Finding.Pass,
        };
    }

    static Check? ReadCost(MapReader settings)
    {
        if (settings.Node("usd") is null) settings.Missing(["usd"], ProblemIds.MissingKey, "expected an amount in USD, found none", "write a number, such as 0.002");
        if (settings.Number("usd", 0, 1e6) is not { } most) return null;
        return subject =>
        {
            if (subject.Price is not { } price) return Finding.Unscored("the cost is not known: the configuration has no price");
            if (subject.Answer.Usage is not { } usage) return Finding.Unscored("the cost is not known: the answer has no usage");
            var cost = Cost.Of(price, usage);
            return cost > most ? Finding.Fail($"{Numerals.Plain(Math.Round(cost, 8))} USD, at most {Numerals.Plain(most)} USD") : Finding.Pass;
        };
    }

    // With as many decimals as tell it from its limit: 1,000.4 ms is not "1 s, at most 1 s".
    static string Seconds(double milliseconds, double most) =>
        milliseconds < 1000 || Math.Round(milliseconds / 1000, 1) * 1000 <= most ? $"{Numerals.Plain(Math.Round(milliseconds, 1))} ms" : $"{Numerals.Fixed(milliseconds / 1000, 1)} s";

    static string Shortest(double milliseconds) => milliseconds < 1000 ? $"{Numerals.Plain(milliseconds)} ms" : $"{Numerals.Plain(milliseconds / 1000)} s";
}
