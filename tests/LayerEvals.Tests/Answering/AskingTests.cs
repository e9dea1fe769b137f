using LayerEvals.Answering;

namespace LayerEvals.Tests.Answering;

public sealed class AskingTests
{
    static readonly Asking First = new(
        new GoldenCase { Set = "set", Id = "case" },
        new ModelConfiguration { Name = "candidate", Provider = "code", Model = "vendor-1", Sampling = new Sampling { Temperature = 0.5 } },
        1, [new("system", "Be brief."), new("user", "How long?")]);

    // The trap: a cache that ignores what changed.
    public static TheoryData<string> Changes => ["model", "provider", "deployment", "temperature", "top-p", "tokens", "seed", "format", "sample", "text", "role", "cut", "turn"];

    [Theory, MemberData(nameof(Changes))]
    public void Whatever_is_sent_is_in_the_key(string change) => Changed(change).Key.ShouldNotBe(First.Key);

    [Fact]
    public void Nothing_else_is_in_the_key()
    {
        var renamed = new Asking(new GoldenCase { Set = "other", Id = "name", Tags = ["tag"], Expect = "30 days" }, First.Model with { Name = "other", Price = new Price(1, 2), Vendor = "other" }, 1, First.Messages);

        renamed.Key.ShouldBe(First.Key);
    }

    // A setting that is sent and not in the key would replay the answer to another question.
    [Fact]
    public void Every_sampling_setting_is_in_the_key() =>
        typeof(Sampling).GetProperties().Select(p => p.Name).ShouldBe(["Temperature", "TopP", "MaxOutputTokens", "Seed", "ResponseFormat"], "put the new setting into Sent.Of, and a change of it into this test's list");

    [Fact]
    public void Every_part_of_an_asking_is_in_the_key() =>
        typeof(Asking).GetProperties().Select(p => p.Name).Except(["Sent", "Key", "Golden"]).ShouldBe(["Model", "Sample", "Messages", "Schema"], ignoreOrder: true, "put the new part into Sent.Of, and a change of it into this test's list");

    static Asking Changed(string change) => change switch
    {
        "model" => Of(First.Model with { Model = "vendor-2" }),
        "provider" => Of(First.Model with { Provider = "openai" }),
        "deployment" => Of(First.Model with { Deployment = "claims" }),
        "temperature" => Of(First.Model with { Sampling = new Sampling { Temperature = 0.6 } }),
        "top-p" => Of(First.Model with { Sampling = First.Model.Sampling with { TopP = 0.5 } }),
        "tokens" => Of(First.Model with { Sampling = First.Model.Sampling with { MaxOutputTokens = 5 } }),
        "seed" => Of(First.Model with { Sampling = First.Model.Sampling with { Seed = 5 } }),
        "format" => Of(First.Model with { Sampling = First.Model.Sampling with { ResponseFormat = "json" } }),
        "sample" => new Asking(First.Golden, First.Model, 2, First.Messages),
        "text" => Of(new GoldenTurn("system", "Be brief."), new GoldenTurn("user", "How long? ")),
        "role" => Of(new GoldenTurn("user", "Be brief."), new GoldenTurn("user", "How long?")),
        "cut" => Of(new GoldenTurn("system", "Be brief.user"), new GoldenTurn("user", "How long?")),
        "turn" => Of(new GoldenTurn("system", "Be brief."), new GoldenTurn("user", "How long?"), new GoldenTurn("assistant", null)),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    static Asking Of(ModelConfiguration model) => new(First.Golden, model, 1, First.Messages);

    static Asking Of(params GoldenTurn[] messages) => new(First.Golden, First.Model, 1, messages);
}
