using LayerEvals.Reading;
using LayerEvals.Scoring.Checks;

namespace LayerEvals.GoldenSets;

/// <summary>A case without the sources that answer it.</summary>
/// <param name="Of">The case.</param>
/// <param name="Id">The twin's id.</param>
/// <param name="Withheld">The sources that answer it, which the twin is not given.</param>
/// <param name="Sources">Those that it is given.</param>
/// <param name="Doubts">Sources that it is given and that hold the expected text too: for the reviewer.</param>
internal sealed record Twin(GoldenCase Of, string Id, IReadOnlyList<string> Withheld, IReadOnlyList<GoldenSource> Sources, IReadOnlyList<string> Doubts);

/// <summary>The twins of a set.</summary>
/// <param name="Made">In the order of the set.</param>
/// <param name="Skipped">Answerable cases of which none can be made, each with the reason.</param>
internal sealed record Twins(IReadOnlyList<Twin> Made, IReadOnlyList<(GoldenCase Case, string Reason)> Skipped)
{
    const string Suffix = "-without-source";

    /// <summary>A twin of each answerable case whose answering sources can be named.</summary>
    public static Twins Of(GoldenSet set)
    {
        var ids = set.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var paired = set.Cases.Where(c => c.TwinOf is not null).GroupBy(c => c.TwinOf!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var made = new List<Twin>();
        var skipped = new List<(GoldenCase, string)>();
        foreach (var golden in set.Cases.Where(c => c.Answerable == true))
        {
            var answering = Answering(golden);
            var left = golden.Sources.Where(s => !answering.Contains(s.Id)).ToList();
            var id = golden.Id + Suffix;
            var reason = paired.TryGetValue(golden.Id, out var twin) ? $"`{twin}` is its twin already"
                : golden.Sources.Count == 0 ? "it has no sources"
                : answering.Count == 0 ? "no source can be named that answers it: neither `citations: {expect: …}` nor a source that holds its `expect`"
                : left.Count == 0 ? "no source would be left"
                : ids.Contains(id) ? $"the set has another case `{id}`"
                : !GoldenSetReader.IsId(id) ? "its id is too long for another"
                : null;
            if (reason is null) made.Add(new Twin(golden, id, [.. golden.Sources.Select(s => s.Id).Where(answering.Contains)], left, Doubts(golden, left)));
            else skipped.Add((golden, reason));
        }
        return new Twins(made, skipped);
    }

    // Those that the case expects to be cited; where it expects none, those that hold the expected text.
    static HashSet<string> Answering(GoldenCase golden)
    {
        var named = golden.Checks.Items.Where(c => c.Type == CitationsCheck.Type).SelectMany(c => Texts(c.Settings["expect"])).ToHashSet(StringComparer.Ordinal);
        if (named.Count > 0) return [.. golden.Sources.Select(s => s.Id).Where(named.Contains)];
        return golden.Expect is { } expected ? [.. golden.Sources.Where(s => ExpectCheck.Holds(s.Text, expected)).Select(s => s.Id)] : [];
    }

    static string[] Doubts(GoldenCase golden, List<GoldenSource> left) =>
        golden.Expect is { } expected ? [.. left.Where(s => ExpectCheck.Holds(s.Text, expected)).Select(s => s.Id)] : [];

    static IEnumerable<string> Texts(Node? node) => node switch
    {
        ListNode list => list.Items.OfType<TextNode>().Select(t => t.Text),
        TextNode { IsAbsent: false } text => [text.Text],
        _ => [],
    };
}
