using System.Globalization;
using LayerEvals.Configs;
using LayerEvals.Configs.Pins;
using LayerEvals.Diagnostics;

namespace LayerEvals.Planning;

/// <summary>Refuses models that change under their name, and warns of those that soon answer no more. Without a pin nobody knows what was compared.</summary>
internal static class PinChecks
{
    // Anthropic gives 60 days' notice, Azure 60 days to try what comes after: a quarter leaves time to compare and to decide.
    const int DaysAhead = 90;

    public static void Run(EvalConfig config, TimeProvider time)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var side in config.Sides.Where(Pin.IsHeld).DistinctBy(s => s.Name))
        {
            if (PinRules.Of(side) is { } rules) Lint(config, side, rules);
            if (side.Provider == AzureDeployment.Provider) Lint(config, side);
            if (side.Retires is { } day) Warn(config, side, day.DayNumber - today.DayNumber);
        }
    }

    static void Lint(EvalConfig config, ModelConfiguration side, PinRules rules)
    {
        // A variable is not read here, which is said already.
        if (side.Model.Contains("${", StringComparison.Ordinal)) return;
        var rule = rules.For(side.Model);
        if (rule.Note is { } note)
            config.File.Warn(ProblemIds.Retires, side.Line, $"`{Name(side)}` is pinned to `{Id(side)}`: {note}", "write retires: with the day that the vendor names, and look for its successor");
        if (rule.Floats is { } reason && side.Version is null)
            config.File.Error(ProblemIds.Floating, side.Line, $"expected a pinned `model` in `{Name(side)}`, found `{Id(side)}`: {reason} (ids of {rules.Name}, read {PinRules.ReadOn})", $"write an id that stays what it is, such as {rules.Example}");
    }

    // The deployment is the pin, and Azure moves it. Absent is the option that moves it at retirement (null = OnceCurrentVersionExpired).
    static void Lint(EvalConfig config, ModelConfiguration side)
    {
        if (side.Version is { } version && HasDate(side.Model) && !side.Model.EndsWith(version, StringComparison.Ordinal))
            config.File.Error(ProblemIds.BadValue, side.Line, $"expected one version in `{Name(side)}`, found model: {Id(side)} and version: {Printable.Short(version, 40)}", "correct one of them, as the deployment has it");
        if (side.Upgrade == AzureDeployment.WithTheDefault)
            config.File.Error(ProblemIds.Upgrades, side.Line, $"expected a deployment that stays on its version in `{Name(side)}`, found upgrade: {AzureDeployment.WithTheDefault}: within two weeks of a new default version another model answers", $"set the deployment's versionUpgradeOption to {AzureDeployment.Never}, and write upgrade: {AzureDeployment.Never}");
        else if (side.Upgrade != AzureDeployment.Never)
            config.File.Warn(ProblemIds.Upgrades, side.Line, $"`{Name(side)}` says {(side.Upgrade is null ? "no `upgrade`" : $"upgrade: {side.Upgrade}")}: {(side.Upgrade is null ? "Azure's default is " + AzureDeployment.AtRetirement + ", and " : "")}at the version's retirement another model answers under the same name", $"set the deployment's versionUpgradeOption to {AzureDeployment.Never} and write upgrade: {AzureDeployment.Never}, or write retires: with the day");
    }

    static bool HasDate(string id) => PinRules.All.First(r => r.Providers.Contains(AzureDeployment.Provider)).For(id).Floats is null;

    static void Warn(EvalConfig config, ModelConfiguration side, int days)
    {
        if (days > DaysAhead) return;
        var on = side.Retires!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture); // the caller looked
        var when = days < 0 ? $"retired on {on}, {Numerals.Count(-days, "day")} ago" : days == 0 ? $"retires today, {on}" : $"retires on {on}, in {Numerals.Count(days, "day")}";
        config.File.Warn(ProblemIds.Retires, side.Line, $"`{Name(side)}` ({Pin.Shown(side)}) {when}: then it answers no more, or another model answers in its name", "compare it with its successor while both answer, and keep its outcomes (`layerevals bless`)");
    }

    static string Name(ModelConfiguration side) => Printable.Short(side.Name, 60);

    static string Id(ModelConfiguration side) => Printable.Short(side.Model, 80);
}
