using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Languages;

/// <summary>The languages of languages.yaml, read once.</summary>
internal static class KnownLanguages
{
    const string File = "languages.yaml";

    static readonly Lazy<IReadOnlyDictionary<string, KnownLanguage>> Read = new(() => ReadFile().SelectMany(l => l.Also.Prepend(l.Code).Select(code => (code, l))).ToDictionary(p => p.code, p => p.l, StringComparer.OrdinalIgnoreCase));

    public static IEnumerable<KnownLanguage> All => Read.Value.Values.Distinct();

    public static IReadOnlyList<string> Codes => [.. Read.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The language of a code; null where it is not known.</summary>
    public static KnownLanguage? Find(string code) => Read.Value.GetValueOrDefault(code);

    static List<KnownLanguage> ReadFile()
    {
        using var stream = typeof(KnownLanguages).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not in the assembly");
        using var text = new StreamReader(stream);
        var problems = new Problems();
        var file = new SourceFile(File, File, problems);
        var reader = MapReader.Of(file, YamlText.Read(file, text.ReadToEnd()), "the languages") ?? throw new InvalidOperationException($"{File} is no map");
        var all = ((MapNode)reader.Node("languages")!).Entries.Select(entry => One(entry.Key, MapReader.Of(file, entry.Value, "a language")!)).ToList(); // the file is ours, and a test reads it
        problems.ThrowIfAny();
        return all;
    }

    static KnownLanguage One(string code, MapReader map)
    {
        var language = new KnownLanguage(code, map.Required("name", "write it"), Enum.Parse<Script>(map.Required("script", "write it")))
        {
            Words = (map.Text("words") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Letters = map.Text("letters") ?? "",
            Also = map.Texts("also"),
        };
        map.Close();
        return language;
    }
}
