using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Phrasing;

/// <summary>
/// A team's own wordings, in a file that a set names. They are put in the place of the file's name: a run then holds them, and scoring it again needs no file.
/// </summary>
internal static class WordingsFile
{
    public static MapNode Resolve(SourceFile file, MapNode settings)
    {
        if (settings["wordings"] is not TextNode { IsAbsent: false } name) return settings;
        var wordings = file.Beside(name);
        var languages = wordings.ReadText() is { } text ? MapOf(wordings, YamlText.Read(wordings, text)) : null;
        var before = file.Problems.Count;
        // Read here, where a problem can name the file and the line that it is in; and said once.
        if (languages is not null) new WordingReader(wordings, new WordingList()).Read(languages, Wordings.Tree);
        if (file.Problems.Count > before) languages = null;
        return settings with { Entries = [.. settings.Entries.Where(e => e.Key != "wordings"), .. languages is null ? (Entry[])[] : [new Entry("wordings", languages, name.Line)]] };
    }

    static MapNode? MapOf(SourceFile file, Node? root)
    {
        if (MapReader.Of(file, root, "a file of wordings") is not { } reader) return null;
        if (reader.Node("languages") is null) reader.Missing(["languages"], ProblemIds.MissingKey, "expected `languages` in a file of wordings, found none", "write `languages:`, under it a language such as `en:`, and under that `openings:`");
        var languages = reader.Map("languages") is null ? null : reader.Node("languages") as MapNode;
        reader.Close();
        return languages;
    }
}
