using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Planning;

/// <summary>A prompt: front matter with the system part, then the user part.</summary>
internal sealed record PromptFile(string Shown, Template System, Template User, string Hash)
{
    public static readonly string[] Extensions = [".md", ".txt"];

    /// <summary>The holes of both parts.</summary>
    public IReadOnlyList<string> Holes { get; } = [.. System.Holes.Concat(User.Holes).Distinct(StringComparer.Ordinal)];

    public static PromptFile? Read(SourceFile file)
    {
        if (file.ReadText() is not { } raw) return null;
        var text = raw.ReplaceLineEndings("\n");
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return Of(file, "", text);
        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0 && text.EndsWith("\n---", StringComparison.Ordinal)) end = text.Length - 4;
        if (end < 0)
        {
            file.Error(ProblemIds.BadPrompt, 1, "expected front matter that ends with a line `---`, found no such line", "close the front matter, or remove its first line");
            return null;
        }
        if (YamlText.Read(file, text[4..Math.Max(4, end)], firstLine: 2) is not { } front) return null;
        var system = "";
        if (!front.IsAbsent)
        {
            if (MapReader.Of(file, front, "front matter") is not { } reader) return null;
            system = reader.Text("system") ?? "";
            reader.Close();
        }
        return Of(file, system, text[Math.Min(text.Length, end + 5)..]);
    }

    static PromptFile Of(SourceFile file, string system, string user) =>
        new(file.Shown, Template.Parse(system.Trim()), Template.Parse(user.Trim()), ContentHash.Of(system.Trim(), user.Trim()));
}
