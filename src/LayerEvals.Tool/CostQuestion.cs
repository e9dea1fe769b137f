using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;

namespace LayerEvals.Tool;

/// <summary>Says what asking is expected to cost, and asks before it costs much. Where nobody can be asked, it says how to agree beforehand and never waits.</summary>
internal sealed class CostQuestion(ToolHost host)
{
    /// <summary>What the command ends with where it may not ask; null where it may.</summary>
    public async Task<ExitCode?> RefusedAsync(EvalConfig config, ExpectedCost cost, bool isAgreed, CancellationToken cancellation)
    {
        if (Sentence(config, cost) is not { } sentence) return null;
        await host.Terminal.Out.WriteLineAsync(sentence);
        if (isAgreed || cost.Usd <= config.Limits.ConfirmUsd) return null;
        if (host.Terminal.In is not { } typed)
        {
            await host.Terminal.Error.WriteLineAsync($"layerevals: expected a yes to about {Numerals.Usd(cost.Usd)}, more than {Numerals.Usd(config.Limits.ConfirmUsd)} (`confirm-usd`), found nobody to ask: the input is no terminal\n    write --yes, or raise `confirm-usd` under `limits`; nothing was asked");
            return ExitCode.BadInput;
        }
        await host.Terminal.Out.WriteAsync("Ask? [y/N] ");
        if (await typed.ReadLineAsync(cancellation) is { } line && line.Trim() is "y" or "Y" or "yes") return null;
        await host.Terminal.Out.WriteLineAsync("Nothing was asked.");
        return ExitCode.Incomplete;
    }

    static string? Sentence(EvalConfig config, ExpectedCost cost)
    {
        if (cost.Calls == 0 || cost is { Usd: 0, Unpriced.Count: 0 }) return null;
        var unpriced = cost.Unpriced.Count == 0 ? "" : $" {string.Join(" and ", cost.Unpriced.Select(Printable.Line))} without a `price`: {(cost.Unpriced.Count == 1 ? "its" : "their")} cost is not known.";
        var usd = cost.Usd == 0 ? "" : $" about {Numerals.Usd(cost.Usd)} (a token for four characters sent, and for each answer `max-output-tokens`, or {Answering.Spending.Tokens.OfAnswer} tokens without it).";
        var budget = config.Limits.BudgetUsd is { } most ? $" Asking stops at {Numerals.Usd(most)}." : "";
        return $"Expected cost of {Numerals.Count(cost.Calls, "asking")}:{usd}{unpriced}{budget}";
    }
}
