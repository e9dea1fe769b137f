using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;

namespace LayerEvals.Answering;

/// <summary>Answers from the JSON Lines file of a recorded configuration: a team can compare outputs that it already has.</summary>
internal sealed class RecordedAnswers
{
    readonly byte[] bytes;
    readonly SourceFile file;
    readonly Dictionary<(string Case, int Sample), (int Start, int Length, int Line)> places;

    RecordedAnswers(byte[] bytes, SourceFile file, Dictionary<(string, int), (int, int, int)> places) => (this.bytes, this.file, this.places) = (bytes, file, places);

    /// <summary>Reads and checks the whole file; null after a problem was reported.</summary>
    public static RecordedAnswers? Read(ModelConfiguration model, IReadOnlyList<GoldenSet> sets)
    {
        if (model.Answers is not { } answers || answers.ReadBytes() is not { } read) return null;
        var keys = CaseKeys.Of(sets);
        var isWhole = sets.Count > 0 && sets.All(s => s.IsWhole);
        var (lines, ofOthers) = (0, 0);
        var found = new Dictionary<(string, int), (int, int, int)>();
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (json, line) in JsonText.Lines(read))
        {
            lines++;
            if (AnswerLine.Read(answers, json.Span, line) is not { } answer) continue;
            if (answer.Configuration.Length > 0 && answer.Configuration != model.Name)
            {
                others.Add(answer.Configuration);
                ofOthers++;
                continue;
            }
            if (!keys.TryGetValue(answer.Case, out var key))
            {
                if (isWhole) answers.Error(ProblemIds.Answers, line, $"expected an answer to a case of the plan, found `{Printable.Short(answer.Case, 80)}`", Nearest.To(answer.Case, keys.Keys) is { } near ? $"write `{near}`, or remove the line" : "remove the line, or add its golden set");
            }
            else if (key is null)
                answers.Error(ProblemIds.Answers, line, $"expected one case with the id `{Printable.Short(answer.Case, 80)}`, found several sets that have it", "write `set/id`");
            else if (!found.TryAdd((key, answer.Sample), (Start(read, json), json.Length, line)))
                answers.Error(ProblemIds.Answers, line, $"expected one answer for each case and sample, found a second one for `{key}` (first in line {found[(key, answer.Sample)].Item3})", "remove one of them, or write sample: 2");
        }
        // Where a line is wrong, that is said already.
        if (found.Count == 0 && isWhole && lines == ofOthers)
            answers.Error(ProblemIds.Answers, 0, $"expected answers of `{Printable.Short(model.Name, 60)}`, found {(others.Count > 0 ? $"only those of {string.Join(", ", others.Take(8).Select(o => Printable.Short(o, 60)))}" : "none")}",
                others.Count > 0 ? "name the model as in the file, or take `configuration` out of its lines" : "write one line for each case, or name another file under `answers`");
        return new RecordedAnswers(read, answers, found);
    }

    /// <summary>The answer as an <see cref="Attempt"/>; a case that the file does not answer is an error, not an empty answer.</summary>
    public Task<Answer> AskAsync(Asking asking, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var identity = new Answer { Case = asking.Golden.Key, Configuration = asking.Model.Name, Sample = asking.Sample, Key = asking.Key };
        if (!places.TryGetValue((asking.Golden.Key, asking.Sample), out var place))
            return Task.FromResult(identity with { Error = $"no recorded answer in {file.Shown}", Attempts = 0 });
        var recorded = AnswerLine.Read(file, bytes.AsSpan(place.Start, place.Length), place.Line)!;
        return Task.FromResult(recorded with { Case = identity.Case, Configuration = identity.Configuration, Sample = identity.Sample, Key = identity.Key });
    }

    static int Start(byte[] whole, ReadOnlyMemory<byte> part) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(part, out var segment) && segment.Array == whole ? segment.Offset : throw new InvalidOperationException("a line is not part of its file");
}
