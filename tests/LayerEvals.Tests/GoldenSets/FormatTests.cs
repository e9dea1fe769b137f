using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.GoldenSets;

public sealed class FormatTests
{
    const string Head = "layer: prompt\nchecks: [{words: {min: 1, max: 9}}]\ndocuments: doc.md\ncases: ";
    const string Document = "## C-1 One\nfirst\n## C-2 Two\nsecond\n";
    const string Yaml = """

          - id: a
            input: Why, then?
            sources: [C-1, C-2]
            expect: 007
            answerable: true
            tags: [x, y]
            cluster: k
            split: dev
            must: true
          - id: b
            input: no
            answerable: false
        """;

    const string JsonLines = """
        {"must": true, "split": "dev", "cluster": "k", "tags": ["x", "y"], "answerable": true, "expect": "007", "sources": ["C-1", "C-2"], "input": "Why, then?", "id": "a"}

        {"id": "b", "input": "no", "answerable": false, "expect": null}
        """;

    const string Csv = """
        answerable,id,input,expect,sources,tags,cluster,split,must
        true,a,"Why, then?",007,C-1;C-2,x; y,k,dev,true
        false,b,no,,,,,,
        """;

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void A_set_is_the_same_in_yaml_json_lines_and_csv(string culture)
    {
        using var foreign = new UnderCulture(culture);

        var yaml = Read(Head + Yaml);
        var json = Read(Head + "more.jsonl", ("more.jsonl", JsonLines));
        var csv = Read(Head + "more.csv", ("more.csv", Csv));

        json.ShouldBe(yaml);
        csv.ShouldBe(yaml);
    }

    [Fact]
    public void A_set_may_be_spread_over_files_and_formats()
    {
        var lines = JsonLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Read(Head + "[one.jsonl, two.csv]", ("one.jsonl", lines[0]), ("two.csv", "id,input,answerable\nb,no,false\n")).ShouldBe(Read(Head + Yaml));
    }

    [Theory]
    [InlineData("tags: [x, y]", "tags: [z]")]
    [InlineData("cluster: k", "cluster: l")]
    [InlineData("split: dev", "split: holdout")]
    [InlineData("            answerable: true\n            tags: [x, y]\n", "            tags: [x, y]\n            answerable: true\n")]
    [InlineData("Why, then?", "\"Why, then?\"")]
    public void Tags_order_and_quotes_are_no_part_of_what_is_asked_or_expected(string written, string instead)
    {
        Hashes(Yaml.Replace(written, instead, StringComparison.Ordinal)).ShouldBe(Hashes(Yaml));
    }

    [Fact]
    public void The_order_of_checks_and_of_their_keys_is_no_part_of_what_is_expected()
    {
        const string One = "checks: [{words: {min: 1, max: 9}}, {contains: x, layer: tools}]\ncases: [{id: a, input: b}]\n";
        const string Other = "checks: [{layer: tools, contains: [x]}, {words: {max: 9, min: 1}}]\ncases: [{id: a, input: b}]\n";

        Expected(Other).ShouldBe(Expected(One));
    }

    [Theory]
    [InlineData("Why, then?", "Why then?")]
    [InlineData("sources: [C-1, C-2]", "sources: [C-1]")]
    [InlineData("sources: [C-1, C-2]", "sources: [C-2, C-1]")]
    public void What_is_asked_changes_the_hash_of_what_is_asked_and_no_other(string written, string instead)
    {
        var (asked, expected) = Hashes(Yaml.Replace(written, instead, StringComparison.Ordinal));

        asked.ShouldNotBe(Hashes(Yaml).Asked);
        expected.ShouldBe(Hashes(Yaml).Expected);
    }

    [Theory]
    [InlineData("expect: 007", "expect: 7")]
    [InlineData("answerable: true", "answerable: false")]
    [InlineData("must: true", "must: false")]
    [InlineData("cluster: k", "checks: [{words: 5}]")]
    [InlineData("cluster: k", "checks: [{words: {max: 10}}]")]
    [InlineData("cluster: k", "checks: [{words: {max: 9}, layer: tools}]")]
    [InlineData("cluster: k", "layer: tools")]
    public void What_is_expected_changes_the_hash_of_what_is_expected_and_no_other(string written, string instead)
    {
        var (asked, expected) = Hashes(Yaml.Replace(written, instead, StringComparison.Ordinal));

        asked.ShouldBe(Hashes(Yaml).Asked);
        expected.ShouldNotBe(Hashes(Yaml).Expected);
    }

    [Fact]
    public void The_text_of_a_source_is_part_of_what_is_asked()
    {
        using var one = new SmallPlan(("set.yaml", Head + Yaml), ("doc.md", Document));
        using var other = new SmallPlan(("set.yaml", Head + Yaml), ("doc.md", Document.Replace("first", "erste", StringComparison.Ordinal)));

        other.Cases[0].AskedHash.ShouldNotBe(one.Cases[0].AskedHash);
        other.Cases[1].AskedHash.ShouldBe(one.Cases[1].AskedHash);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("007")]
    [InlineData("1e3")]
    [InlineData("2026-01-01")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("TRUE")]
    [InlineData(".5")]
    public void A_scalar_is_text_as_it_is_written(string written)
    {
        using var plan = new SmallPlan(("set.yaml", $"layer: prompt\nchecks: [{{contains: {written}}}]\ncases: [{{id: a, input: {written}, expect: {written}, tags: {written}}}]\n"));

        var golden = plan.Cases.Single();

        golden.Holes["input"].ShouldBe(written);
        golden.Expect.ShouldBe(written);
        golden.Tags.ShouldBe([written]);
        golden.Checks.Items[0].Settings.Canonical().ShouldBe($$"""{"all":["{{written}}"]}""");
    }

    [Fact]
    public void A_number_of_json_lines_is_text_as_it_is_written()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\ncases: more.jsonl\n"), ("more.jsonl", """{"id": "a", "input": 1.50, "expect": 1e3}"""));

        (plan.Cases[0].Holes["input"], plan.Cases[0].Expect).ShouldBe(("1.50", "1e3"));
    }

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("")]
    public void Nothing_written_is_no_expectation(string nothing)
    {
        using var plan = new SmallPlan(("set.yaml", $"layer: prompt\ncases:\n  - id: a\n    input: b\n    expect: {nothing}\n"));

        plan.Cases[0].Expect.ShouldBeNull();
    }

    [Fact]
    public void A_text_in_quotes_that_reads_null_is_a_text()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\ncases: [{id: a, input: b, expect: 'null'}]\n"));

        plan.Cases[0].Expect.ShouldBe("null");
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        using var plain = new SmallPlan();
        using var windows = new SmallPlan();
        windows.Write("set.yaml", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(SmallPlan.Set.ReplaceLineEndings("\r\n"))]);

        (windows.Cases[0].AskedHash, windows.Cases[0].ExpectedHash).ShouldBe((plain.Cases[0].AskedHash, plain.Cases[0].ExpectedHash));
    }

    [Fact]
    public void The_messages_of_a_case_are_its_turns_and_a_turn_without_text_is_asked_for()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\ncases:\n  - id: a\n    messages:\n      - user: It is 40 EUR.\n      - assistant:\n      - user: I am sure.\n"));

        plan.Cases[0].Messages.ShouldBe([new GoldenTurn("user", "It is 40 EUR."), new GoldenTurn("assistant", null), new GoldenTurn("user", "I am sure.")]);
    }

    // Answers are recorded for the case a alone: sets of more cases are read beside them.
    static List<string> Read(string set, params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var plan = new SmallPlan([("set.yaml", set), ("doc.md", Document), .. files]);
        return [.. plan.Cases.Select(c => $"{c.Key} {string.Join(',', c.Holes)} {string.Join(',', c.Sources)} {c.Answerable} {c.Expect} {string.Join(',', c.Tags)} {c.Cluster} {c.Split} {c.Must} {c.Checks.Canonical} {c.AskedHash} {c.ExpectedHash}")];
    }

    static (string Asked, string Expected) Hashes(string cases)
    {
        using var plan = new SmallPlan(("set.yaml", Head + cases), ("doc.md", Document));
        return (plan.Cases[0].AskedHash, plan.Cases[0].ExpectedHash);
    }

    // As `must` is: the same outcomes of a run have another verdict under it, by another guard and by what must pass.
    [Fact]
    public void The_risk_of_a_set_is_part_of_what_is_expected()
    {
        const string cases = "cases: [{id: a, input: b, expect: c}]\n";

        Expected("risk: high\n" + cases).ShouldNotBe(Expected(cases));
        Expected("risk: standard\n" + cases).ShouldBe(Expected(cases));
        Expected("risk: high\n" + cases.Replace("expect: c", "expect: c, must: true")).ShouldNotBe(Expected("risk: high\n" + cases));
    }

    static string Expected(string set)
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\n" + set));
        return plan.Cases[0].ExpectedHash;
    }
}
