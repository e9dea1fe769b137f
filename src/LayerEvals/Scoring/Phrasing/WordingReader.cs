using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Phrasing;

/// <summary>
/// Reads wordings: those of the program (abstention-wordings.yaml, refusal-wordings.yaml) and those that a team adds, in one format. A wording is words; <c>a/b</c> is one of them,
/// <c>(a)</c> may be absent, <c>a_b</c> is two words as one alternative, <c>{name}</c> is one of the language's <c>words</c>, and <c>…</c> stands for up to four words.
/// </summary>
internal sealed class WordingReader(SourceFile file, WordingList into)
{
    static readonly (string Key, WordingKind Kind)[] Lists =
    [
        ("sentinels", WordingKind.Sentinel), ("openings", WordingKind.Opening), ("within", WordingKind.Within), ("hedges", WordingKind.Hedge),
        ("continuations", WordingKind.Continuation), ("fillers", WordingKind.Filler), ("referrals", WordingKind.Referral), ("remarks", WordingKind.Remark),
        ("conditions", WordingKind.Condition), ("explanations", WordingKind.Explanation), ("topics", WordingKind.Topic), ("refusals", WordingKind.Refusal),
        ("objections", WordingKind.Objection), ("rejections", WordingKind.Rejection), ("admonitions", WordingKind.Admonition), ("appeals", WordingKind.Appeal), ("unknowables", WordingKind.Unknowable), ("whys", WordingKind.Why), ("morals", WordingKind.Moral),
        ("denials", WordingKind.Denial), ("contradictions", WordingKind.Contradiction), ("inabilities", WordingKind.Inability), ("compliance", WordingKind.Compliance), ("instructions", WordingKind.Instruction), ("nonsense", WordingKind.Nonsense), ("inquiries", WordingKind.Inquiry), ("judgments", WordingKind.Judgment), ("deeds", WordingKind.Deed), ("loaded", WordingKind.Loaded), ("people", WordingKind.People), ("limits", WordingKind.Limit), ("offers", WordingKind.Offer),
    ];

    // A wording that nobody would write by hand; it bounds what one match can cost.
    const int MostSteps = 16;
    const int MostGaps = 3;

    /// <summary>Reads languages and their lists; <paramref name="known"/> lends its <c>words</c>, so that a team's wording can say <c>{sources}</c>.</summary>
    public void Read(MapNode languages, MapNode? known = null)
    {
        foreach (var entry in languages.Entries)
            if (MapReader.Of(file, entry.Value, $"the wordings of `{Printable.Short(entry.Key, 20)}`") is { } language)
                Language(entry.Key, language, (known?[entry.Key] as MapNode)?["words"] as MapNode);
    }

    void Language(string name, MapReader language, MapNode? known)
    {
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Words(known, words);
        Words(language.Node("words") as MapNode, words);
        foreach (var (key, kind) in Lists)
            foreach (var node in Items(language, key))
                if (Steps(node, words) is { } steps) into.Add(new Wording(kind, name, steps, node.Text.TrimStart().StartsWith(',')));
        language.Close();
    }

    void Words(MapNode? written, Dictionary<string, IReadOnlyList<string>> words)
    {
        foreach (var entry in written?.Entries ?? [])
            words[entry.Key] = [.. words.GetValueOrDefault(entry.Key, []), .. new MapReader(file, written!, "`words`").Texts(entry.Key)]; // entries of null are none
    }

    static IEnumerable<TextNode> Items(MapReader language, string key)
    {
        language.Texts(key); // reports what is no text
        return language.Node(key) switch { ListNode list => list.Items.OfType<TextNode>(), TextNode one => [one], _ => [] };
    }

    Step[]? Steps(TextNode written, Dictionary<string, IReadOnlyList<string>> words)
    {
        var steps = new List<Step>();
        foreach (var part in written.Text.TrimStart(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "…")
            {
                steps.Add(new Step([], IsOptional: true));
                continue;
            }
            var optional = part is ['(', .., ')'];
            var alternatives = Alternatives(written, optional ? part[1..^1] : part, words);
            if (alternatives is null) return null;
            if (alternatives.Count > 0) steps.Add(new Step([.. alternatives], optional));
        }
        if (steps.Count is > 0 and <= MostSteps && steps.Count(s => s.IsGap) <= MostGaps && steps.Exists(s => !s.IsOptional) && !steps[0].IsGap && !steps[^1].IsGap) return [.. steps];
        file.Error(ProblemIds.BadValue, written.Line, $"expected a wording of 1 to {MostSteps} words, at most {MostGaps} gaps `…` and none at an end, found `{Printable.Short(written.Text, 80)}`", "write the words that such an answer has, as: no policy covers");
        return null;
    }

    List<int[]>? Alternatives(TextNode written, string part, Dictionary<string, IReadOnlyList<string>> words)
    {
        var found = new List<int[]>();
        foreach (var one in part.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (one is not ['{', .. var name, '}'])
            {
                Add(one);
                continue;
            }
            if (!words.TryGetValue(name, out var list))
            {
                file.Error(ProblemIds.BadValue, written.Line, $"expected the name of a list under `words` in {{}}, found `{Printable.Short(name, 40)}`", Nearest.Advice(name, [.. words.Keys]));
                return null;
            }
            foreach (var word in list.SelectMany(text => text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries))) Add(word);
        }
        return found;

        void Add(string word)
        {
            int[] numbers = [.. Phrasing.Words.Of(word.Replace('_', ' ')).Select(into.Number)];
            if (numbers.Length > 0) found.Add(numbers);
        }
    }
}
