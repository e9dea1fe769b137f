using System.Security.Cryptography;
using System.Text;

namespace LayerEvals.Reporting.Page;

/// <summary>The page's own style sheet and script, as they are in the assembly.</summary>
internal static class PageFiles
{
    public static string Style { get; } = Read("page.css");

    /// <summary>All modules as one: the page needs no loader, which a file could not use.</summary>
    public static string Script { get; } = ModuleJoin.Of(
        [
            "dom", "blocks", "cases", "filter", "hash", "search", "diff", "marks", "list", "controls", "sides", "checks", "markdown", "detail", "keys", "main",
        ], name => Read(name + ".js"));

    /// <summary>The source that a Content-Security-Policy names an inline element by.</summary>
    public static string Source(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    static string Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream("page/" + name) ?? throw new InvalidOperationException($"expected {name} in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
