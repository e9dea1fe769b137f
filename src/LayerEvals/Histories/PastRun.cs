using System.Globalization;
using LayerEvals.Baselines;
using LayerEvals.Comparing;
using LayerEvals.Reading;
using LayerEvals.Runs;

namespace LayerEvals.Histories;

/// <summary>The outcomes of a finished run's candidate, case by case, as a blessed baseline has them: read from its scores, line by line.</summary>
internal static class PastRun
{
    public static BlessedBaseline Read(FinishedRun run)
    {
        var candidate = run.Configuration.GetProperty("candidate").ToString();
        var asked = DateOnly.ParseExact(run.Started[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new BlessedBaseline
        {
            Name = run.Name,
            Configuration = candidate,
            Model = ModelOf(run, candidate),
            Returned = Returned(run, candidate),
            Samples = run.Configuration.TryGetProperty("samples", out var samples) && int.TryParse(samples.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 1,
            Run = run.Id,
            Asked = asked,
            Blessed = asked,
            Version = run.Version,
            Cases = Cases(run, candidate),
        };
    }

    static string ModelOf(FinishedRun run, string candidate) =>
        run.Configuration.GetProperty("models").TryGetProperty(candidate, out var model) && model.TryGetProperty("model", out var id) && id.ToString() is { Length: > 0 } pinned ? pinned : candidate;

    static IReadOnlyList<string> Returned(FinishedRun run, string candidate) =>
        run.Manifest.TryGetProperty("returned", out var returned) && returned.TryGetProperty(candidate, out var side) && side.TryGetProperty("models", out var models) ? [.. models.EnumerateObject().Select(m => m.Name)] : [];

    static Dictionary<string, BlessedCase> Cases(FinishedRun run, string candidate)
    {
        var hashes = CaseHashes.Read(run.Paths);
        var cases = new Dictionary<string, BlessedCase>(StringComparer.Ordinal);
        var (open, outcomes) = ("", new Outcomes());
        foreach (var line in LineFile.Read(run.Paths.Scores))
        {
            var score = ScoreLine.Read(line.Text.Span);
            if (score.Configuration != candidate || score.IsRetry) continue;
            // The lines of a case stand together.
            if ($"{score.Set}/{score.Case}" is var key && key != open) (open, outcomes) = (key, new Outcomes());
            outcomes.Add(score, RunSeal.IsByCode(line.Text.Span));
            cases[key] = outcomes.Case(key, hashes[key]);
        }
        return cases;
    }

    /// <summary>The weightiest outcome of each sample, overall and in each layer.</summary>
    sealed class Outcomes
    {
        const string Overall = "";

        readonly Dictionary<(string Layer, int Sample), Outcome?> found = [];
        readonly SortedSet<string> code = new(StringComparer.Ordinal);

        public void Add(ScoreLine score, bool isByCode)
        {
            foreach (var place in new[] { (score.Layer, score.Sample), (Overall, score.Sample) }) found[place] = Cell.Weightiest(found.GetValueOrDefault(place), score.Finding.Outcome);
            if (isByCode) code.Add(BlessedCase.NameOf(score.Layer, score.Check));
        }

        public BlessedCase Case(string key, (string Asked, string Expected) hashes)
        {
            var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
            // A baseline knows no errors: what has no outcome has none.
            foreach (var (place, outcome) in found) cells[place.Layer] = cells.GetValueOrDefault(place.Layer).With(outcome == Outcome.Errored ? Outcome.Unscored : outcome);
            cells.Remove(Overall, out var overall);
            return new BlessedCase(key, hashes.Asked, hashes.Expected, overall, cells, [.. code], 0);
        }
    }
}
