using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>What a run that was cut short has answered already, before it is gone on with: read without its lock, for the estimate of what is left.</summary>
internal static class Answered
{
    public static Func<Asking, bool> Of(Plan plan, string output)
    {
        if (RunFolder.FindUnfinished(output, plan) is not { } path) return _ => false;
        var file = new SourceFile(new RunPaths(path).Answers, "answers.jsonl", new Problems());
        if (!File.Exists(file.Path)) return _ => false;
        var known = LineFile.Read(file.Path).Where(l => l.IsWhole).Select(l => AnswerLine.Read(file, l.Text.Span, l.Number)).OfType<Answer>()
            .Where(a => a.Came).Select(a => (a.Case, a.Configuration, a.Key)).ToHashSet();
        return asking => known.Contains((asking.Golden.Key, asking.Model.Name, asking.Key));
    }
}
