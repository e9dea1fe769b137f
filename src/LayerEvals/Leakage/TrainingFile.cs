using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Leakage;

/// <summary>An example of fine-tuning data: its line and its texts.</summary>
internal sealed record TrainingExample(int Line, IReadOnlyList<string> Texts);

/// <summary>
/// Reads fine-tuning data example by example, whatever the file's size: JSON Lines as OpenAI (<c>messages</c>, <c>prompt</c> and <c>completion</c>, preferences),
/// Anthropic on Bedrock (<c>system</c>, <c>messages</c>) and Gemini (<c>contents</c> with <c>parts</c>) take them.
/// </summary>
internal static class TrainingFile
{
    // A broken export has a problem on every line; nobody reads more than these.
    const int MostProblems = 20;

    // Names of things, not words that a model learns.
    static readonly HashSet<string> Silent = new(["role", "type", "id", "name", "model", "weight", "tool_call_id", "image_url", "url", "mimeType", "fileUri"], StringComparer.Ordinal);

    /// <exception cref="PlanException">A line is no example.</exception>
    public static IEnumerable<TrainingExample> Read(SourceFile file)
    {
        if (!File.Exists(file.Path)) file.Error(ProblemIds.Unreadable, 0, "expected a file of fine-tuning data, found nothing at this path", "correct the path after --training");
        file.Problems.ThrowIfAny();
        foreach (var line in LineFile.Read(file.Path))
        {
            if (line.Text.Span.Trim(" \t\r"u8).IsEmpty) continue;
            var texts = new List<string>();
            if (JsonText.Read(file, line.Text.Span, line.Number) is { } node) Gather(node, texts);
            if (texts.Count > 0) yield return new TrainingExample(line.Number, texts);
            else if (!file.Problems.HasErrors || file.Problems.InOrder[^1].Line != line.Number)
                file.Error(ProblemIds.WrongKind, line.Number, "expected an example with texts, such as {\"messages\": [{\"role\": \"user\", \"content\": \"…\"}, …]}, found none", "export the data as the vendor takes it, one example a line");
            if (file.Problems.Count >= MostProblems) break;
        }
        file.Problems.ThrowIfAny();
    }

    static void Gather(Node node, List<string> texts)
    {
        switch (node)
        {
            case TextNode { IsQuoted: true } text:
                texts.Add(text.Text);
                break;
            case ListNode list:
                foreach (var item in list.Items) Gather(item, texts);
                break;
            case MapNode map:
                foreach (var entry in map.Entries.Where(e => !Silent.Contains(e.Key))) Gather(entry.Value, texts);
                break;
        }
    }
}
