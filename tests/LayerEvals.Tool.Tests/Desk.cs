using System.Globalization;
using System.Text;
using LayerEvals.Answering;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record Said(ExitCode Code, string Out, string Error)
{
    /// <summary>All of it, as an approved file holds it.</summary>
    public override string ToString() => $"{Out}\n--- error\n{Error}\n--- exit code {(int)Code}";
}

/// <summary>The tool in process, in a folder of its own.</summary>
internal sealed class Desk : IDisposable
{
    readonly StringBuilder refusals = new();

    public TempFolder Folder { get; } = new();

    /// <summary>What a person types; null where the input is no terminal.</summary>
    public string? Typed { get; init; }

    public ClientMaker Clients { get; init; } = ModelClients.For;

    public TimeProvider Clock { get; init; } = new StandingClock();

    public Func<string, string?> Variables { get; init; } = _ => null;

    public async Task<Said> TypeAsync(params string[] args) => await TypeUntilAsync(TestContext.Current.CancellationToken, args);

    public async Task<Said> TypeUntilAsync(CancellationToken stop, params string[] args)
    {
        using var print = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var host = new ToolHost(new Terminal(TextWriter.Synchronized(print), TextWriter.Synchronized(errors)) { In = Typed is null ? null : new StringReader(Typed) }, Clock, Folder.Path) { Clients = Clients, Variables = Variables };
        var code = await CommandLine.InvokeAsync(args, host, stop);
        return new Said(code, print.ToString(), errors.ToString());
    }

    /// <summary>Types a command that is refused: nothing is written, and what it says is one of <see cref="Refusals"/>.</summary>
    public async Task RefusedAsync(int code, params string[] args)
    {
        var before = Listing();
        var said = await TypeAsync(args);
        ((int)said.Code).ShouldBe(code, said.ToString());
        said.Out.ShouldBeEmpty();
        said.Error.ShouldNotContain("   at ");
        Listing().ShouldBe(before);
        refusals.Append(CultureInfo.InvariantCulture, $"$ layerevals {string.Join(' ', args)}\n{said.Error}(exit code {code})\n\n");
    }

    /// <summary>What was refused so far, as an approved file holds it.</summary>
    public string Refusals => refusals.ToString();

    /// <summary>The folder of the only run below <c>evals</c>.</summary>
    public string RunFolder => Directory.GetDirectories(Folder.At("evals")).ShouldHaveSingleItem();

    public void Dispose() => Folder.Dispose();

    string[] Listing() => [.. Directory.GetFileSystemEntries(Folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
