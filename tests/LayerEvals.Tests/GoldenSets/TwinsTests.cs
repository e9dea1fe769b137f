using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;
using LayerEvals.Testing;

namespace LayerEvals.Tests.GoldenSets;

public sealed class TwinsTests
{
    const string Set = """
        id: desk
        layer: retrieval
        documents: [policy.md]
        checks: [not-found: {phrase: No clause says so}]
        cases:
          - {id: cited, input: How long?, sources: [C-1, C-2], answerable: true, expect: 30 days, checks: [citations: {expect: C-1}], split: dev, tags: [time]}
          - {id: by-text, input: {question: "How \"much\"?", tone: kind}, sources: [C-1, C-2], answerable: true, expect: 40 EUR, cluster: money}
          - {id: alone, input: How long?, sources: [C-1], answerable: true, expect: 30 days}
          - {id: unnamed, input: Who?, sources: [C-1, C-2], answerable: true}
          - {id: bare, input: What?, answerable: true}
          - {id: absent, input: Pets?, sources: [C-2], answerable: false}
          - {id: paired, input: How long?, sources: [C-1, C-2], answerable: true, expect: 30 days}
          - {id: paired-withheld, input: How long?, sources: [C-2], answerable: false, twin-of: paired}
          - id: talk
            messages: [{user: How long?}, {assistant: }, {user: "Sure, 30 days?"}]
            sources: [C-2, {id: X-1, text: "It is 30 days: \"yes\""}, {id: X-2, text: About 30 days.}]
            answerable: true
            checks: [citations: {expect: [X-1]}]
            expect: 30 days
        """;

    [Fact]
    public void The_twins_of_a_set_and_what_has_none()
    {
        using var folder = Folder();
        var set = Read(folder, out _)!;

        var twins = Twins.Of(set);

        Approve.Text(TwinsFile.Of(twins, set) + "\nskipped\n" + string.Join('\n', twins.Skipped.Select(s => $"{s.Case.Id}: {s.Reason}")));
    }

    [Fact]
    public void A_twin_keeps_the_tools_and_the_scripted_results_of_its_case()
    {
        const string called = """

              - id: called
                tools: [{name: find, description: "Finds \"it\"", parameters: {type: object, properties: {id: {type: string}}}}]
                messages: [{user: How long?}, {assistant: }, {tool: {find: [{days: 30}, "it's: gone"]}}, {assistant: }]
                sources: [C-2, {id: X-1, text: It is 30 days.}]
                answerable: true
                expect: 30 days
            """;
        using var folder = Folder();
        folder.Write("desk.yaml", Set + called);
        var set = Read(folder, out _)!;
        folder.Write("twins.yaml", TwinsFile.Of(Twins.Of(set), set));
        folder.Write("desk.yaml", Set + called + "\n  - twins.yaml\n");

        var cases = Read(folder, out var problems)!.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);

        problems.ShouldBeEmpty();
        cases["called-without-source"].Messages.ShouldBe(cases["called"].Messages);
        cases["called-without-source"].Tools.Select(t => (t.Name, t.Description, t.Parameters)).ShouldBe(cases["called"].Tools.Select(t => (t.Name, t.Description, t.Parameters)));
        cases["talk-without-source"].Tools.ShouldBeEmpty();
    }

    [Fact]
    public void A_set_that_names_the_file_has_its_twins_in_one_cluster_with_their_cases()
    {
        using var folder = Folder();
        var set = Read(folder, out _)!;
        folder.Write("twins.yaml", TwinsFile.Of(Twins.Of(set), set));
        folder.Write("desk.yaml", Set + "\n  - twins.yaml\n");

        var cases = Read(folder, out var problems)!.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);

        problems.ShouldBeEmpty();
        cases["cited-without-source"].Cluster.ShouldBe("cited");
        cases["cited"].Cluster.ShouldBe("cited");
        cases["by-text-without-source"].Cluster.ShouldBe("money");
        cases["cited-without-source"].Sources.Select(s => s.Id).ShouldBe(["C-2"]);
        cases["talk-without-source"].Messages.ShouldBe(cases["talk"].Messages);
        cases["by-text-without-source"].Holes.ShouldBe(cases["by-text"].Holes);
        cases.Values.Where(c => c.TwinOf is not null).ShouldAllBe(c => c.Answerable == false);
        Twins.Of(Read(folder, out _)!).Made.ShouldBeEmpty();
    }

    [Fact]
    public void A_twin_of_nothing_is_a_problem()
    {
        using var folder = new TempFolder();
        folder.Write("desk.yaml", """
            cases:
              - {id: a, input: "?", answerable: true}
              - {id: b, input: "?", answerable: false, twin-of: aa}
              - {id: c, input: "?", answerable: true, twin-of: a}
            """);

        Read(folder, out var problems);

        Approve.Text(string.Join('\n', problems));
    }

    static TempFolder Folder()
    {
        var folder = new TempFolder();
        folder.Write("policy.md", "# Policy\n\n## C-1 Time\n\nYou have 30 days.\n\n## C-2 Money\n\nIt is 40 EUR.\n");
        folder.Write("desk.yaml", Set);
        return folder;
    }

    static GoldenSet? Read(TempFolder folder, out IReadOnlyList<Problem> problems)
    {
        var found = new Problems();
        var set = GoldenSetReader.Read(new SourceFile(folder.At("desk.yaml"), "desk.yaml", found));
        problems = found.InOrder;
        return set;
    }
}
