using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

/// <summary>Writes a plan of made-up questions and two files of recorded answers: configs/capitals.yaml.</summary>
internal static class Capitals
{
    public const string Config = "configs/capitals.yaml";

    /// <summary>The plan. The candidate's first <paramref name="spoiled"/> answers name another town.</summary>
    public static void Write(TempFolder folder, int cases, int spoiled = 0, string spoiledBy = "I do not know.", int inFlight = 4)
    {
        folder.Write(Config, $$"""
            name: capitals
            golden: [../goldensets/capitals.yaml]
            baseline: kept
            candidate: tried
            models:
              kept: {provider: recorded, model: kept-1, answers: ../answers/kept.jsonl}
              tried: {provider: recorded, model: tried-1, answers: ../answers/tried.jsonl}
            seed: 7
            limits: {in-flight: {{inFlight}}}
            output: ../evals
            """);
        var questions = new StringBuilder("id: capitals\nlayer: pre-training\nchecks: [{words: {max: 30}}]\ncases:\n");
        var kept = new StringBuilder();
        var tried = new StringBuilder();
        for (var i = 1; i <= cases; i++)
        {
            questions.Append(CultureInfo.InvariantCulture, $"  - {{id: land-{i}, input: What is the capital of land {i}?, expect: Town {i}}}\n");
            kept.Append(CultureInfo.InvariantCulture, $$"""{"case": "land-{{i}}", "text": "It is Town {{i}}."}""").Append('\n');
            tried.Append(CultureInfo.InvariantCulture, $$"""{"case": "land-{{i}}", "text": {{JsonSerializer.Serialize(i <= spoiled ? spoiledBy : $"It is Town {i}.")}}}""").Append('\n');
        }
        folder.Write("goldensets/capitals.yaml", questions.ToString());
        folder.Write("answers/kept.jsonl", kept.ToString());
        folder.Write("answers/tried.jsonl", tried.ToString());
    }

    /// <summary>The same plan, asked of clients that a test gives.</summary>
    public static void WriteAsked(TempFolder folder, int cases)
    {
        Write(folder, cases);
        folder.Write(Config, """
            name: capitals
            golden: [../goldensets/capitals.yaml]
            baseline: kept
            candidate: tried
            models:
              kept: {provider: code, model: kept-1}
              tried: {provider: code, model: tried-1}
            output: ../evals
            """);
    }
}
