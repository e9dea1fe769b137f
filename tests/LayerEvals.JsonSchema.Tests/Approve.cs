using System.Runtime.CompilerServices;

namespace LayerEvals.JsonSchema.Tests;

/// <summary>Compares text with an approved file beside the tests. The text received is written next to it when they differ.</summary>
internal static class Approve
{
    public static void Text(string received, string approvedFile)
    {
        var approved = Path.Combine(Folder(), approvedFile);
        var known = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (known == received) return;
        File.WriteAllText(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), received);
        Assert.Fail($"{approvedFile} differs from line {FirstDifference(received, known)} on; the text received is beside it");
    }

    static int FirstDifference(string received, string known)
    {
        var (a, b) = (received.Split('\n'), known.Split('\n'));
        var line = 0;
        while (line < a.Length && line < b.Length && a[line] == b[line]) line++;
        return line + 1;
    }

    /// <summary>The test project's folder.</summary>
    public static string Folder() => Path.GetDirectoryName(ThisFile()) ?? "";

    static string ThisFile([CallerFilePath] string here = "") => here;
}
