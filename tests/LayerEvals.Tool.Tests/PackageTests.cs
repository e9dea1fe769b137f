using System.IO.Compression;
using LayerEvals.Runs;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

[Trait("speed", "slow")]
public sealed class PackageTests(PackedPackages packed) : IClassFixture<PackedPackages>
{
    [Fact]
    public async Task The_suite_that_init_writes_passes_with_the_packages_as_they_are_packed()
    {
        using var desk = new Desk();
        await desk.TypeAsync("init", "suite");
        Use(desk.Folder);

        var said = await packed.DotnetAsync(desk.Folder.At("suite"), "test");

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        said.Out.ShouldContain("skipped gate: overall");
        said.Out.ShouldContain("Not decided");
        Directory.GetFiles(desk.Folder.At("suite/artifacts/evals"), "report.html", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("LayerEvals", "THIRD-PARTY-NOTICES.md")]
    [InlineData("LayerEvals.JsonSchema")]
    [InlineData("LayerEvals.Models")]
    [InlineData("LayerEvals.Xunit", "build/LayerEvals.Xunit.props", "build/LayerEvals.Xunit.targets", "buildTransitive/LayerEvals.Xunit.props", "buildTransitive/LayerEvals.Xunit.targets")]
    public void A_library_brings_its_readme_and_what_a_build_imports(string package, params string[] imported)
    {
        using var archive = packed.Open(package);

        PackedPackages.Files(archive).ShouldBe(["README.md", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml", .. imported], ignoreOrder: true);
    }

    [Fact]
    public void The_tool_is_called_layerevals()
    {
        using var archive = packed.Open("LayerEvals.Tool");

        using var settings = new StreamReader(archive.GetEntry("tools/net10.0/any/DotnetToolSettings.xml")!.Open());
        settings.ReadToEnd().ShouldContain("<Command Name=\"layerevals\" EntryPoint=\"LayerEvals.Tool.dll\" Runner=\"dotnet\" />");
        PackedPackages.Files(archive).ShouldContain("README.md");
        PackedPackages.Files(archive).ShouldContain("THIRD-PARTY-NOTICES.md");
    }

    void Use(TempFolder folder)
    {
        folder.Write("nuget.config", $"""<configuration><packageSources><add key="packed" value="{packed.Feed}" /></packageSources></configuration>""");
        var versions = folder.At("suite/Directory.Packages.props");
        var written = File.ReadAllText(versions);
        written.ShouldContain($"\"LayerEvals.Xunit\" Version=\"{RunManifest.Version}\"");
        File.WriteAllText(versions, written.Replace($"\"LayerEvals.Xunit\" Version=\"{RunManifest.Version}\"", $"\"LayerEvals.Xunit\" Version=\"{PackedPackages.Version}\"", StringComparison.Ordinal));
    }
}
