using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Services;

namespace LayerEvals.Platform;

/// <summary>Registers the options and the published reports with Microsoft.Testing.Platform; the package's props name it.</summary>
public static class BuilderHook
{
    /// <summary>Called by the generated entry point of a test project.</summary>
    /// <param name="builder">The platform's builder.</param>
    /// <param name="arguments">The command line.</param>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.CommandLine.AddProvider(() => new EvalOptions());
        builder.TestHost.AddTestSessionLifetimeHandle(services => new PublishedReports(services.GetMessageBus()));
    }
}
