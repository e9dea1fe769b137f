using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Configs.Pins;

/// <summary>What Azure OpenAI does with a deployment when its model's version is not the newest any more (<c>versionUpgradeOption</c>), as Azure writes it.</summary>
internal static class AzureDeployment
{
    public const string Never = "NoAutoUpgrade";
    public const string WithTheDefault = "OnceNewDefaultVersionAvailable";
    public const string AtRetirement = "OnceCurrentVersionExpired";

    public const string Provider = "azure-openai";

    /// <summary>The model's version and the upgrade option as declared; only a deployment has them.</summary>
    public static (string? Version, string? Upgrade) Read(MapReader reader, string? provider)
    {
        var version = reader.Text("version");
        var upgrade = reader.OneOf("upgrade", Never, WithTheDefault, AtRetirement);
        foreach (var key in new[] { "version", "upgrade" })
            if (reader.Node(key) is not null && provider is not (null or Provider))
                reader.File.Error(ProblemIds.BadValue, reader.LineOf(key), $"expected `{key}` only beside provider: {Provider}, found it beside {provider}", $"remove `{key}`");
        return (version, upgrade);
    }
}
