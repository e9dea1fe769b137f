using System.Runtime.CompilerServices;

namespace LayerEvals.Testing;

/// <summary>Holds a text against the approved file beside the test. A difference writes the received text beside it: read it, then rename it.</summary>
internal static class Approve
{
    public static void Text(string actual, string? name = null, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        // The compiler may map source paths (deterministic builds): only the part below tests/ is relied on.
        var below = file.Replace('\\', '/');
        below = below[(below.LastIndexOf("/tests/", StringComparison.Ordinal) + 1)..];
        var stem = Path.Combine(Repository.Root, Path.GetDirectoryName(below)!, $"{Path.GetFileNameWithoutExtension(below)}.{name ?? member}");
        var received = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var approved = File.Exists(stem + ".approved.txt") ? File.ReadAllText(stem + ".approved.txt").ReplaceLineEndings("\n") : "";
        if (received == approved)
        {
            File.Delete(stem + ".received.txt");
            return;
        }
        File.WriteAllText(stem + ".received.txt", received);
        Assert.Fail($"""
            The text differs from the approved file {Path.GetFileName(stem)}.approved.txt.
            Read the difference; if it is right: mv "{stem}.received.txt" "{stem}.approved.txt"

            --- received
            {received}
            --- approved
            {approved}
            """);
    }
}
