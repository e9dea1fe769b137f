using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;

namespace LayerEvals.Planning;

/// <summary>Every hole of a prompt has a text in every case, and every text of a case has a hole in a prompt.</summary>
internal static class HoleChecks
{
    public static void Run(GoldenSet set, IReadOnlyList<ModelConfiguration> sides, IReadOnlyList<Prompts> prompts, Problems problems)
    {
        var used = prompts.Select(p => p[set.Prompt]).OfType<PromptFile>().ToList();
        if (set.Prompt is null || used.Count == 0)
        {
            foreach (var golden in set.Cases) WithoutPrompt(set, golden, problems);
            return;
        }
        // One problem for each hole and set, at the first case that shows it: a wrong prompt is one mistake, not one for each case.
        var said = new HashSet<string>(StringComparer.Ordinal);
        // A case that asks nothing has another problem than its holes.
        foreach (var golden in set.Cases.Where(c => c.Holes.Count > 0 || c.Messages.Count > 0))
        {
            var found = golden.Messages.Count > 0 ? OwnMessages(golden, used) : OfPrompts(golden, used);
            foreach (var (about, problem) in found)
                if (said.Add(about)) problems.Add(problem());
        }
    }

    static IEnumerable<(string About, Func<Problem> Problem)> OwnMessages(GoldenCase golden, List<PromptFile> used)
    {
        foreach (var prompt in used)
        {
            if (!prompt.User.IsBlank)
                yield return ($"messages {prompt.Shown}", () => new Problem(ProblemIds.PromptAndMessages, golden.File, golden.Line, $"expected a prompt with only a system part for `{golden.Id}`, which has messages of its own, found a user part in {prompt.Shown}", "move the case to a set without `prompt`, or give it an `input` instead of messages"));
            foreach (var hole in prompt.System.Holes.Where(h => h != Rendering.SourcesHole))
                yield return ($"unfilled {prompt.Shown} {hole}", () => new Problem(ProblemIds.UnfilledHole, golden.File, golden.Line, $"expected a text for the hole {Hole(hole)} of {prompt.Shown} in `{golden.Id}`, which has messages of its own and so no texts for holes", "take the hole out of the prompt's system part, or move the case to a set without `prompt`"));
        }
    }

    static IEnumerable<(string About, Func<Problem> Problem)> OfPrompts(GoldenCase golden, List<PromptFile> used)
    {
        foreach (var prompt in used)
            foreach (var hole in prompt.Holes.Where(h => h != Rendering.SourcesHole && !golden.Holes.ContainsKey(h)))
                yield return ($"unfilled {prompt.Shown} {hole}", () => new Problem(ProblemIds.UnfilledHole, golden.File, golden.Line, $"expected a text for the hole {Hole(hole)} of {prompt.Shown} in `{golden.Id}`, found {Names(golden)}", $"write `{Printable.Short(hole, 40)}` under input, or take the hole out of the prompt"));
        foreach (var name in golden.Holes.Keys.Where(n => !used.Exists(p => p.Holes.Contains(n))))
            yield return ($"unused {name}", () => new Problem(ProblemIds.UnusedHole, golden.File, golden.Line, $"expected a hole {Hole(name)} in {string.Join(" or ", used.Select(p => p.Shown).Distinct())} for the text of `{golden.Id}`, found none", $"write {Hole(name)} where the prompt should hold it, or remove `{Printable.Short(name, 40)}`"));
        foreach (var prompt in used.Where(p => golden.Sources.Count > 0 && !p.Holes.Contains(Rendering.SourcesHole)))
            yield return ($"sources {prompt.Shown}", () => new Problem(ProblemIds.UnusedHole, golden.File, golden.Line, $"expected a hole {{{{sources}}}} in {prompt.Shown} for the sources of `{golden.Id}`, found none", "write {{sources}} where the prompt should hold them"));
    }

    static string Hole(string name) => $"{{{{{Printable.Short(name, 40)}}}}}";

    static void WithoutPrompt(GoldenSet set, GoldenCase golden, Problems problems)
    {
        if (set.Prompt is not null || golden.Holes.Keys.All(k => k == "input")) return;
        problems.Add(new Problem(ProblemIds.UnusedHole, golden.File, golden.Line, $"expected `input` of `{golden.Id}` as one text, because the set has no prompt, found {Names(golden)}", "write `prompt:` on the set, or the input as one text"));
    }

    static string Names(GoldenCase golden) => golden.Holes.Count == 0 ? "none" : string.Join(", ", golden.Holes.Keys.Order(StringComparer.Ordinal).Select(h => $"`{Printable.Short(h, 40)}`"));
}
