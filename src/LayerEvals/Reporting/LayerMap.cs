namespace LayerEvals.Reporting;

/// <summary>The rows that say what was compared: model baseline, training assumption and settings of each side.</summary>
internal static class LayerMap
{
    public static IReadOnlyList<(string Name, Func<ModelConfiguration, string?> Of)> Rows { get; } =
    [
        ("configuration", m => m.Name),
        ("provider", m => m.Provider),
        ("model", m => m.Model),
        ("deployment", m => m.Deployment),
        ("vendor", m => m.Vendor),
        ("cutoff", m => m.Cutoff),
        ("training", m => m.Training),
        ("prompts", m => m.PromptFolderShown),
        ("temperature", m => m.Sampling.Temperature?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
