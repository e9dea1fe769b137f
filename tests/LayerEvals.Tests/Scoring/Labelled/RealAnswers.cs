using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Labelled;

/// <summary>Answers of real models to prompts that none of them had a reason to refuse, with what was asked: IFEval (three models), ExpertQA (six systems), NoMIRACL (four models).</summary>
internal static class RealAnswers
{
    public static IEnumerable<(string Set, string Input, string Answer)> All()
    {
        var prompts = File.ReadLines(Path.Combine(Repository.Shared("ifeval"), "prompts.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.Text("prompt")).ToList();
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("ifeval"), "*.jsonl.gz").Order(StringComparer.Ordinal))
            foreach (var (row, prompt) in LabelledData.Rows("ifeval", Path.GetFileName(path)).Zip(prompts)) yield return ("IFEval", prompt, row.Text("response"));
        foreach (var row in LabelledData.Rows("expertqa", "answers.jsonl.gz")) yield return ("ExpertQA", row.Text("question"), row.Text("answer"));
        foreach (var name in new[] { "relevant", "non_relevant" })
            foreach (var row in LabelledData.Rows("nomiracl", name + ".en.jsonl.gz"))
                foreach (var result in row.GetProperty("results").EnumerateObject()) yield return ("NoMIRACL", row.Text("prompt"), result.Value.GetString()!);
    }
}
