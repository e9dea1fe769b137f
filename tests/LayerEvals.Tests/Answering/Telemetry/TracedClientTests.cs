using System.Diagnostics;
using System.Diagnostics.Metrics;
using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Answering.Telemetry;
using LayerEvals.Tests.Answering.Faults;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering.Telemetry;

public sealed class TracedClientTests
{
    [Fact]
    public async Task Each_attempt_is_a_span_with_its_case_and_configuration()
    {
        using var spans = new Spans("traced-1");
        var asked = new Asked();

        await asked.AnswerAsync(asked.Of(Asked.Failing(Asked.Fault(FaultKind.Overloaded)), "traced-1"));

        spans.All.Select(s => s.DisplayName).ShouldBe(["chat traced-1", "chat traced-1"]);
        spans.All.ShouldAllBe(s => s.Kind == ActivityKind.Client);
        Tags(spans.All[0]).ShouldSatisfyAllConditions(
            t => t["gen_ai.operation.name"].ShouldBe("chat"), t => t["gen_ai.provider.name"].ShouldBe("openai"), t => t["gen_ai.request.model"].ShouldBe("traced-1"),
            t => t["layerevals.case"].ShouldBe("set/case-1"), t => t["layerevals.configuration"].ShouldBe("bump"), t => t["layerevals.attempt"].ShouldBe(1), t => t["error.type"].ShouldBe("Overloaded"));
        Tags(spans.All[1]).ShouldSatisfyAllConditions(t => t["layerevals.attempt"].ShouldBe(2), t => t.ShouldNotContainKey("error.type"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Texts_are_in_a_span_only_on_request(bool tellsMessages)
    {
        var name = $"traced-{tellsMessages}";
        using var spans = new Spans(name);
        using var client = new TracedClient(ScriptedModel.Saying(_ => "30 days"), Asked.Model(name), tellsMessages, new HandMovedClock());

        await client.GetResponseAsync([new ChatMessage(ChatRole.User, "How \"long\"?")], cancellationToken: TestContext.Current.CancellationToken);

        var tags = Tags(spans.All.ShouldHaveSingleItem());
        tags.GetValueOrDefault("gen_ai.input.messages").ShouldBe(tellsMessages ? """[{"role":"user","parts":[{"type":"text","content":"How \u0022long\u0022?"}]}]""" : null);
        tags.GetValueOrDefault("gen_ai.output.messages").ShouldBe(tellsMessages ? """[{"role":"assistant","parts":[{"type":"text","content":"30 days"}]}]""" : null);
    }

    [Fact]
    public async Task Durations_and_tokens_are_measured()
    {
        var (tokens, seconds) = (new List<(long, string)>(), 0);
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "LayerEvals") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => { if (IsOurs(tags)) tokens.Add((value, (string)Tag(tags, "gen_ai.token.type")!)); });
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => seconds += IsOurs(tags) ? 1 : 0);
        listener.Start();
        var response = ScriptedModel.Response("30 days");
        response.Usage = new UsageDetails { InputTokenCount = 12, OutputTokenCount = 3 };
        using var client = new TracedClient(new ScriptedModel((_, _) => Task.FromResult(response)), Asked.Model("measured-1"), false, new HandMovedClock());

        await client.GetResponseAsync([new ChatMessage(ChatRole.User, "How long?")], cancellationToken: TestContext.Current.CancellationToken);

        tokens.ShouldBe([(12, "input"), (3, "output")]);
        seconds.ShouldBe(1);

        static bool IsOurs(ReadOnlySpan<KeyValuePair<string, object?>> tags) => (string?)Tag(tags, "gen_ai.request.model") == "measured-1";
    }

    static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
            if (tag.Key == name) return tag.Value;
        return null;
    }

    static Dictionary<string, object?> Tags(Activity span) => span.TagObjects.ToDictionary(t => t.Key, t => t.Value);

    // Listeners hear the whole process: other tests' spans are told apart by the model.
    sealed class Spans : IDisposable
    {
        readonly ActivityListener listener;

        public Spans(string model)
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == CallTelemetry.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = span => { if (span.DisplayName == $"chat {model}") All.Add(span); },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public List<Activity> All { get; } = [];

        public void Dispose() => listener.Dispose();
    }
}
