using System.Diagnostics;
using System.IO.Compression;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

/// <summary>Every package, packed from what was built with these tests; nothing is built again.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    // A version that no package has: whatever a cache holds of a released one is not what is tested here.
    public const string Version = "0.0.0-packed";

    static readonly string[] Projects = ["LayerEvals", "LayerEvals.JsonSchema", "LayerEvals.Models", "LayerEvals.Xunit", "LayerEvals.Tool"];

    readonly TempFolder folder = new();

    /// <summary>The folder of the packages.</summary>
    public string Feed => folder.At("feed");

    public async ValueTask InitializeAsync()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (var project in Projects)
        {
            var said = await DotnetAsync(Repository.Root, "pack", Path.Combine("src", project), "--no-build", "--no-restore", "-c", configuration, $"-p:Version={Version}", "-o", Feed);
            said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.nupkg"));

    /// <summary>The files of a package without those that the format itself asks for.</summary>
    public static IEnumerable<string> Files(ZipArchive package) => package.Entries.Select(e => e.FullName)
        .Where(name => !name.EndsWith(".nuspec", StringComparison.Ordinal) && name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal));

    internal async Task<Said> DotnetAsync(string at, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args) { UseShellExecute = false, WorkingDirectory = at, RedirectStandardOutput = true, RedirectStandardError = true };
        Prepare(start.Environment, restores: args[0] == "test");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Said((ExitCode)process.ExitCode, await output, await errors);
    }

    void Prepare(IDictionary<string, string?> variables, bool restores)
    {
        // These tests may run below `dotnet test` themselves, which leaves marks of its own for its children.
        foreach (var name in variables.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("DOTNET_CLI_TEST", StringComparison.Ordinal) || k.StartsWith("TESTINGPLATFORM_DOTNETTEST", StringComparison.Ordinal)).ToList())
            variables.Remove(name);
        // Nothing stays behind when the command is over.
        variables["MSBUILDDISABLENODEREUSE"] = "1";
        variables["UseSharedCompilation"] = "false";
        if (!restores) return;
        // The user's cache serves the packages of others; ours go into a folder that is deleted.
        variables["NUGET_FALLBACK_PACKAGES"] = variables.TryGetValue("NUGET_PACKAGES", out var cache) && cache is not null ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        variables["NUGET_PACKAGES"] = folder.At("packages");
    }
}
