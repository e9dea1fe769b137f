using LayerEvals.Planning;
using LayerEvals.Testing;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Planning;

public sealed class PlanTests
{
    static readonly string Many = "layer: prompt\nchecks: [{words: 9}]\ncases:\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"  - {{id: case-{i}, input: b}}\n")) + "  - {id: a, input: b}\n";

    [Fact]
    public void Plan_first_pay_later__every_problem_is_reported_before_the_first_call()
    {
        using var plan = new SmallPlan(
            ("config.yaml", """
                golden: [set.yaml, more.yaml, none.yaml]
                baseline: pinned
                candidate: bumb
                samples: 0
                models:
                  pinned: {provider: openai, model: gpt-4o-2024-08-06, prompts: prompts}
                  bump: {provider: openai}
                gate: {margins: 5}
                """),
            ("set.yaml", "laier: prompt\nprompt: answer\nchecks: [{word: 3}]\ncases:\n  - {id: a, input: b, expects: c}\n  - {id: a, input: b}\n"),
            ("more.yaml", "layer: prompt\ncases: rows.csv\n"),
            ("rows.csv", "id,input,answerable\nx,b,maybe\n"),
            ("prompts/answer.md", "{{input}} {{language}}"));

        var text = plan.Messages(plan.Request with { Clients = _ => new Silent() });

        Approve.Text(text);
    }

    [Fact]
    public void Problems_come_in_the_order_of_files_and_lines()
    {
        using var plan = new SmallPlan(
            ("config.yaml", "golden: set.yaml\nzz: 1\n" + SmallPlan.Config[SmallPlan.Config.IndexOf("baseline", StringComparison.Ordinal)..] + "\nyy: 1\nxx: 1\n"),
            ("set.yaml", "b: 1\na: 1\n" + SmallPlan.Set));

        plan.Errors().Select(p => $"{p.File}:{p.Line}").ShouldBe(["config.yaml:2", "config.yaml:8", "config.yaml:9", "set.yaml:1", "set.yaml:2"]);
    }

    [Fact]
    public void The_order_of_asking_is_the_seeds_and_no_cases_is_lost()
    {
        var first = Order(seed: 7);

        Order(seed: 7).ShouldBe(first);
        Order(seed: 8).ShouldNotBe(first);
        Order(seed: 8).ShouldBe(first, ignoreOrder: true);
    }

    [Fact]
    public void Shards_of_a_plan_are_the_plan()
    {
        using var plan = new SmallPlan(("set.yaml", Many));
        var parts = Enumerable.Range(1, 3).Select(i => PlanReader.Read(plan.Request with { Shard = new Shard(i, 3) })).ToList();

        parts.SelectMany(p => p.Cases).Select(c => c.Key).ShouldBe(plan.Cases.Select(c => c.Key), ignoreOrder: true);
        parts.ShouldAllBe(p => p.CasesOfAllShards == 51);
        parts.Select(p => p.Hash).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void A_plan_is_the_same_under_every_culture(string culture)
    {
        const string More = "samples: 2\nlimits: {timeout: 1.5s, in-flight: 3}\ngate: {margin: 2.5, confidence: 97.5}\n";
        using var files = new SmallPlan(("config.yaml", More + SmallPlan.Config));
        var invariant = files.Read();

        using var foreign = new UnderCulture(culture);
        var plan = files.Read();

        plan.Hash.ShouldBe(invariant.Hash);
        plan.Config.Gate.Margin.ShouldBe(0.025);
        plan.Config.Gate.Confidence.ShouldBe(0.975);
        plan.Config.Limits.Timeout.ShouldBe(TimeSpan.FromSeconds(1.5));
        plan.Warnings.Select(w => w.ToString()).ShouldBe(invariant.Warnings.Select(w => w.ToString()));
    }

    [Theory]
    [InlineData("tr-TR", "TITLE: x\nid: SIGN-IN\n")]
    [InlineData("de-DE", "id: SIGN-IN\nTITLE: x\n")]
    public void Messages_are_the_same_under_every_culture(string culture, string head)
    {
        using var files = new SmallPlan(("set.yaml", head + SmallPlan.Set));
        var invariant = files.Messages();

        using var foreign = new UnderCulture(culture);

        files.Messages().ShouldBe(invariant);
        invariant.ShouldContain("write `title`");
    }

    [Fact]
    public void A_case_without_checks_is_a_warning()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\ncases: [{id: a, input: b}]\n"));

        plan.Read().Warnings.ShouldContain(w => w.Id == "LE1023");
    }

    [Fact]
    public void A_second_reading_gives_the_same_plan()
    {
        using var plan = new SmallPlan();

        plan.Read().Hash.ShouldBe(plan.Read().Hash);
    }

    [Theory]
    [InlineData("config.yaml", SmallPlan.Config + "\nseed: 3")]
    [InlineData("new.jsonl", """{"case": "a", "text": "So."}""")]
    [InlineData("set.yaml", SmallPlan.Set + "\n    expect: x")]
    public void What_a_run_depends_on_changes_the_plan(string file, string text)
    {
        using var one = new SmallPlan();
        using var other = new SmallPlan((file, text));

        other.Read().Hash.ShouldNotBe(one.Read().Hash);
    }

    static List<string> Order(int seed)
    {
        using var plan = new SmallPlan(("set.yaml", Many), ("config.yaml", $"seed: {seed}\n{SmallPlan.Config}"));
        return [.. plan.Read().AskingOrder().Select(c => c.Id)];
    }

    sealed class Silent : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("asked before the plan was read");

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("asked before the plan was read");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
