using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering.Recordings;

public sealed class PlantedSecretTests
{
    static readonly string[] Planted = ["PLANTED-HEADER", "PLANTED-ORGANISATION", "PLANTED-REQUEST", "PLANTED-RATE-LIMIT", "PLANTED-EXCEPTION", "PLANTED-PASSWORD"];

    [Fact]
    public async Task No_key_header_endpoint_or_organisation_reaches_a_recording()
    {
        using var eval = new SmallEval(SmallEval.Questions(20), "recordings: {mode: auto, folder: kept}") { Candidate = new ScriptedModel((messages, _) => Leaking(messages[^1].Text)) };
        const string Secrets = ", headers: {x-key: PLANTED-HEADER}, endpoint: 'https://user:PLANTED-PASSWORD@vendor.example/v1'}";
        eval.Write("eval.yaml", File.ReadAllText(eval.At("eval.yaml")).Replace("model: vendor-2}", $"model: vendor-2{Secrets}"));

        await eval.RunAsync();

        var files = Directory.GetFiles(eval.At("kept"));
        files.Length.ShouldBeGreaterThan(20);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            foreach (var secret in Planted) text.ShouldNotContain(secret, Case.Insensitive, Path.GetFileName(file));
        }
        files.Sum(f => File.ReadAllLines(f).Length).ShouldBe(39, "one answer failed");
    }

    static Task<ChatResponse> Leaking(string question)
    {
        if (question.Contains(" 7?")) throw new InvalidOperationException("429: rate limit of organization PLANTED-EXCEPTION");
        var response = ScriptedModel.Response("You have 30 days.");
        response.ModelId = "vendor-2";
        response.ResponseId = "PLANTED-REQUEST";
        response.ConversationId = "PLANTED-REQUEST";
        response.RawRepresentation = "PLANTED-ORGANISATION";
        response.AdditionalProperties = new AdditionalPropertiesDictionary { ["openai-organization"] = "PLANTED-ORGANISATION", ["x-ratelimit"] = "PLANTED-RATE-LIMIT", ["system_fingerprint"] = "fp_1" };
        response.Messages[0].AdditionalProperties = new AdditionalPropertiesDictionary { ["organization"] = "PLANTED-ORGANISATION" };
        return Task.FromResult(response);
    }
}
