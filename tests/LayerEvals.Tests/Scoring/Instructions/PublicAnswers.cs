using System.IO.Compression;
using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Instructions;

namespace LayerEvals.Tests.Scoring.Instructions;

/// <summary>An instruction of a prompt of IFEval, as the product reads it.</summary>
internal sealed record AskedInstruction(string Id, Instruction Run);

/// <summary>One instruction of a prompt held against one model's answer, with the reference's verdicts.</summary>
internal sealed record PublicAnswer(string Model, int Key, string Response, IReadOnlyList<AskedInstruction> Asked, IReadOnlyList<bool> Strict, IReadOnlyList<bool> Loose);

/// <summary>The prompts of IFEval and the answers of three models, with what google-research's implementation says of each.</summary>
internal static class PublicAnswers
{
    public static IEnumerable<PublicAnswer> Read(string folder)
    {
        var prompts = File.ReadLines(Path.Combine(folder, "prompts.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var asked = prompts.ConvertAll(Asked);
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            var model = Path.GetFileName(path)[..^".jsonl.gz".Length];
            var rows = Lines(path).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            for (var i = 0; i < prompts.Count; i++)
            {
                // In the order of the prompts: one of them (2785) was reworded after the models were asked.
                var row = rows[i];
                yield return new PublicAnswer(model, prompts[i].GetProperty("key").GetInt32(), row.GetProperty("response").GetString() ?? "", asked[i], Verdicts(row, "strict"), Verdicts(row, "loose"));
            }
        }
    }

    static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        while (reader.ReadLine() is { } line) yield return line;
    }

    static List<bool> Verdicts(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(v => v.GetBoolean())];

    // Read as a golden set's are: the ids and kwargs of the public data work as they are.
    static IReadOnlyList<AskedInstruction> Asked(JsonElement prompt)
    {
        var problems = new Problems();
        var file = new SourceFile("prompts.jsonl", "prompts.jsonl", problems);
        var asked = new List<AskedInstruction>();
        foreach (var (id, kwargs) in prompt.GetProperty("instruction_id_list").EnumerateArray().Zip(prompt.GetProperty("kwargs").EnumerateArray()))
        {
            // The answers to 2785 were asked for "at least one placeholder", and judged so; the prompt now says three.
            var written = prompt.GetProperty("key").GetInt32() == 2785 ? kwargs.GetRawText().Replace("\"num_placeholders\": 3", "\"num_placeholders\": 1", StringComparison.Ordinal) : kwargs.GetRawText();
            var reader = new MapReader(file, (MapNode)JsonText.Read(file, System.Text.Encoding.UTF8.GetBytes(written), 1)!, "kwargs"); // kwargs are a map
            var instruction = InstructionTypes.All[id.GetString()!].Read(reader);
            reader.Close();
            problems.ThrowIfAny();
            asked.Add(new AskedInstruction(id.GetString()!, instruction!)); // no problem was reported
        }
        return asked;
    }
}
