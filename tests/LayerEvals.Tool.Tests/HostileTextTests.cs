using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class HostileTextTests
{
    const string Escape = "\u001b[2J\u001b]0;owned\u0007\r\u202e\nPass: nothing got worse";

    [Fact]
    public async Task Terminal_escapes_of_a_model_never_reach_the_console()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 22, spoiledBy: Escape);
        desk.Folder.Write("goldensets/capitals.yaml", File.ReadAllText(desk.Folder.At("goldensets/capitals.yaml")).Replace("[{words: {max: 30}}]", "[{ends-with: .}, {words: {max: 2}}]", StringComparison.Ordinal));

        var said = await desk.TypeAsync("run", Capitals.Config);

        Obeyed(said).ShouldBeEmpty();
        said.Out.Split('\n').ShouldNotContain(line => line.StartsWith("Pass: nothing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", "configs/capitals.yaml", "--case", Escape)]
    [InlineData("run", "configs/capitals.yaml", "--shard", Escape)]
    [InlineData("run", Escape)]
    [InlineData("check", Escape)]
    [InlineData("score", Escape)]
    [InlineData(Escape)]
    [InlineData("run", "configs/capitals.yaml", "--" + Escape)]
    public async Task Terminal_escapes_of_an_argument_never_reach_the_console(params string[] args)
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 3);

        var said = await desk.TypeAsync(args);

        said.Code.ShouldBe(ExitCode.BadInput);
        Obeyed(said).ShouldBeEmpty();
    }

    [Fact]
    public async Task Terminal_escapes_of_a_file_never_reach_the_console()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 3);
        desk.Folder.Write("goldensets/capitals.yaml", """
            id: capitals
            layer: pre-training
            checks: [{contains: "\e[2J\a"}, {matches: "\e("}]
            cases:
              - {id: land-1, input: "\e[31m", "\e[1m": "\e[2m"}
            """);

        var said = await desk.TypeAsync("check", "goldensets/capitals.yaml", "--resolved");

        Obeyed(said).ShouldBeEmpty();
    }

    [Fact]
    public async Task Terminal_escapes_of_a_crash_never_reach_the_console()
    {
        using var desk = new Desk { Clients = _ => throw new InvalidOperationException(Escape) };
        Capitals.WriteAsked(desk.Folder, cases: 3);

        var said = await desk.TypeAsync("run", Capitals.Config);

        Obeyed(said).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_with_an_escape_in_its_name_is_shown_harmless()
    {
        using var desk = new Desk();

        var said = await desk.TypeAsync("init", "suite\u001b[2J");

        said.Code.ShouldBe(ExitCode.Pass);
        Obeyed(said).ShouldBeEmpty();
    }

    static IEnumerable<char> Obeyed(Said said) => (said.Out + said.Error).Where(c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format));
}
