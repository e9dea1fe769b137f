using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LayerEvals.Scoring.Languages;

/// <summary>
/// Tells a language as IFEval's reference does, by how often its groups of letters stand in 55 languages (naive Bayes; Shuyo, "Language Detection Library for Java", 2010, which langdetect
/// ports). The reference draws groups at random until it is sure; here every group counts once, so that a text always has the same language.
/// </summary>
internal sealed class LanguageProfiles
{
    const string File = "language-profiles.txt";

    // What a group weighs in a language that never has it: langdetect's alpha, without its noise, over its base frequency.
    const double Unseen = 0.5 / 10_000;

    // A group that so many languages have is a row of weights, which are added side by side; one that fewer have, a run of entries.
    const int Many = 6;

    static readonly Lazy<LanguageProfiles> Embedded = new(Read);

    readonly record struct Entry(ulong Group, int Language, float Weight);

    readonly List<KnownLanguage> languages = [];
    readonly Entry[] entries;
    readonly float[] weights;
    readonly int width;

    // Where a group's row starts, or the complement of where its entries do.
    readonly Dictionary<ulong, int> places = [];

    LanguageProfiles(IEnumerable<string> lines)
    {
        entries = [.. lines.SelectMany(Entries).OrderBy(e => e.Group)];
        width = (languages.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        var rows = new List<float>();
        for (var at = 0; at < entries.Length;)
        {
            var end = at;
            while (end < entries.Length && entries[end].Group == entries[at].Group) end++;
            places[entries[at].Group] = end - at < Many ? ~at : rows.Count;
            if (end - at >= Many)
            {
                rows.AddRange(new float[width]);
                foreach (var entry in entries.AsSpan(at, end - at)) rows[^(width - entry.Language)] = entry.Weight;
            }
            at = end;
        }
        weights = [.. rows];
    }

    /// <summary>Whether a text can be told to be in a language.</summary>
    public static bool Know(KnownLanguage language) => Embedded.Value.languages.Contains(language);

    /// <summary>The likeliest language of a text; null where it has no letter that speaks for any.</summary>
    public static KnownLanguage? Likeliest(string text) => Embedded.Value.Find(text);

    KnownLanguage? Find(string text)
    {
        var likelihoods = new float[width];
        var any = false;
        foreach (var group in LetterGroups.Of(text))
        {
            if (!places.TryGetValue(group, out var place)) continue;
            any = true;
            if (place >= 0) Add(weights.AsSpan(place, width), likelihoods);
            else
                for (var at = ~place; at < entries.Length && entries[at].Group == group; at++) likelihoods[entries[at].Language] += entries[at].Weight;
        }
        return any ? languages[Array.IndexOf(likelihoods, likelihoods.Max())] : null;
    }

    static void Add(ReadOnlySpan<float> row, Span<float> sums)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(row);
        var to = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (var i = 0; i < to.Length; i++) to[i] += from[i];
    }

    IEnumerable<Entry> Entries(string line)
    {
        var fields = line.Split(' ');
        var language = languages.Count;
        languages.Add(KnownLanguages.Find(fields[0]) ?? throw new InvalidOperationException($"languages.yaml has no {fields[0]}"));
        for (var i = 4; i < fields.Length; i += 2)
        {
            var share = Number(fields[i + 1]) / Number(fields[fields[i].Length]);
            // Against the weight of an unseen group, which every other language gets for it.
            yield return new Entry(LetterGroups.Pack(fields[i].Replace('_', ' ')), language, (float)Math.Log((Unseen + share) / Unseen));
        }
    }

    static double Number(string field) => double.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);

    static LanguageProfiles Read()
    {
        using var stream = typeof(LanguageProfiles).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not in the assembly");
        using var text = new StreamReader(stream);
        return new LanguageProfiles(text.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#'));
    }
}
