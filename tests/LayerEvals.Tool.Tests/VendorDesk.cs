using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Faults;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

/// <summary>A plan of made-up questions that is asked of a vendor on loopback.</summary>
internal static class VendorDesk
{
    public const string Config = "configs/capitals.yaml";

    /// <summary>The values that no file and no message may hold.</summary>
    public static readonly string[] Planted = ["sk-planted-key-0123456789", "planted-header-9876543210"];

    /// <summary>Writes the plan; the answers that the server's <see cref="Town"/> gives pass its checks.</summary>
    public static void Write(TempFolder folder, int cases, string limits = "{in-flight: 32}", string gate = "{}")
    {
        folder.Write(Config, $$"""
            name: capitals
            golden: [../goldensets/capitals.yaml]
            baseline: kept
            candidate: tried
            models:
              kept: {provider: openai-compatible, endpoint: "${VENDOR_ADDRESS}/v1", key: "${VENDOR_KEY}", headers: {x-team: "${VENDOR_HEADER}"}, model: kept-2026-01-01}
              tried: {provider: anthropic, endpoint: "${VENDOR_ADDRESS}", key: "${VENDOR_KEY}", model: claude-opus-4-6, sampling: {max-output-tokens: 64} }
            seed: 7
            limits: {{limits}}
            gate: {{gate}}
            output: ../evals
            """);
        var questions = new StringBuilder("id: capitals\nlayer: pre-training\nchecks: [{words: {max: 30}}]\ncases:\n");
        for (var i = 1; i <= cases; i++) questions.Append(CultureInfo.InvariantCulture, $"  - {{id: land-{i}, input: What is the capital of land {i}?, expect: Town {i}}}\n");
        folder.Write("goldensets/capitals.yaml", questions.ToString());
    }

    /// <summary>The answer that passes.</summary>
    public static string Town(string question) => $"It is Town {question[(question.LastIndexOf(' ') + 1)..].TrimEnd('?')}.";

    /// <summary>The environment that the configuration names.</summary>
    public static Func<string, string?> Variables(string address) => name => name switch
    {
        "VENDOR_ADDRESS" => address,
        "VENDOR_KEY" => Planted[0],
        "VENDOR_HEADER" => Planted[1],
        _ => null,
    };

    /// <summary>The lines of a run's answers, each by its case and configuration.</summary>
    public static List<(string Asking, JsonElement Line)> Answers(string run)
    {
        var text = File.ReadAllText(Path.Combine(run, "answers.jsonl"));
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).Select(line => ($"{line.GetProperty("case")} {line.GetProperty("configuration")} {line.GetProperty("sample")}", line))];
    }

    /// <summary>Which asking a request is.</summary>
    public static string Asking(Seen seen) => $"capitals/land-{seen.Question[(seen.Question.LastIndexOf(' ') + 1)..].TrimEnd('?')} {(seen.Model.StartsWith("kept", StringComparison.Ordinal) ? "kept" : "tried")} 1";
}
