using System.Diagnostics;
using System.Globalization;
using System.Text;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Reading;

public sealed class HostileInputTests
{
    // No test of speed: on a busy machine what is linear takes seconds, and what is not takes many minutes.
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Nasty => ["\\e[2J\\e[31m", "\\x9b2J", "\\u202Egpj.exe", "\\u200B", "\\r\\nset.yaml:9: LE0000: forged", "\\u2028", "\\b\\a", "\\U000E0041"];

    [Theory, MemberData(nameof(Nasty))]
    public void Hostile_names_never_reach_a_message_raw(string escape)
    {
        var nasty = $"\"x{escape}x\"";
        string[] sets =
        [
            $"{nasty}: 1\n{SmallPlan.Set}", $"id: {nasty}\n{SmallPlan.Set}", $"origin: {nasty}\n{SmallPlan.Set}", $"layer: {nasty}\ncases: [{{id: a, input: b}}]",
            $"documents: {nasty}\n{SmallPlan.Set}", $"layer: tools\ncases: {nasty}", $"layer: tools\ncases: \"x{escape}.jsonl\"", $"layer: tools\nprompt: {nasty}\ncases: [{{id: a, input: b}}]",
            $"layer: tools\ncases: [{{id: {nasty}, input: b}}]", $"layer: tools\ncases: [{{id: a, input: {{{nasty}: b}}}}]", $"layer: tools\ncases: [{{id: a, messages: [{{{nasty}: b}}]}}]",
            $"layer: tools\ncases: [{{id: a, input: b, sources: [{nasty}]}}]", $"layer: tools\ncases: [{{id: a, input: b, answerable: {nasty}}}]",
            $"layer: tools\nchecks: [{nasty}]\ncases: [{{id: a, input: b}}]", $"layer: tools\nchecks: [{{words: {nasty}}}]\ncases: [{{id: a, input: b}}]",
            $"layer: tools\nchecks: [{{matches: \"({escape}\"}}]\ncases: [{{id: a, input: b}}]", $"layer: tools\nchecks: [{{json: {{path: {nasty}}}}}]\ncases: [{{id: a, input: b}}]",
            $"layer: tools\nchecks: [{{words: off, name: {nasty}}}]\ncases: [{{id: a, input: b, checks: [{{words: off}}]}}]",
        ];

        foreach (var set in sets) ShouldBeClean(("set.yaml", set), ("config.yaml", SmallPlan.Config.Replace("provider: recorded, answers: old.jsonl", "provider: code, model: m", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Nasty))]
    public void Hostile_configurations_never_reach_a_message_raw(string escape)
    {
        var nasty = $"\"x{escape}x\"";
        var models = SmallPlan.Config[SmallPlan.Config.IndexOf("models", StringComparison.Ordinal)..];

        ShouldBeClean(("config.yaml", $"name: {nasty}\n{nasty}: 1\ngolden: {nasty}\nbaseline: {nasty}\ncandidate: new\nlimits: {{timeout: {nasty}}}\ngate: {{layers: {{{nasty}: {{guard: 5}}}}}}\nlayers: [{{id: {nasty}}}]\nrecordings: {{mode: {nasty}}}\n{models}"));
        ShouldBeClean(("config.yaml", $"golden: \"*{escape}\"\nbaseline: {nasty}\ncandidate: {nasty}\nmodels:\n  {nasty}: {{provider: {nasty}, {nasty}: 1, answers: {nasty}}}\n"));
    }

    [Theory]
    [InlineData("[", "]", "LE1012")]
    [InlineData("{a: ", "}", "LE1012")]
    [InlineData("- ", "", "LE1012")]
    [InlineData("? ", "", "LE1003")]
    public void Deep_yaml_is_refused(string open, string close, string id)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 20_000)) + string.Concat(Enumerable.Repeat(close, 20_000));

        Ids("set.yaml", deep).ShouldBe([id]);
    }

    [Fact]
    public void Laughing_aliases_are_refused_where_the_first_one_stands()
    {
        var laughs = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c < 'j'; c++) laughs.Append(c).Append(": &").Append(c).Append(" [").AppendJoin(", ", Enumerable.Repeat("*" + (char)(c - 1), 9)).Append("]\n");

        Ids("set.yaml", laughs.ToString()).ShouldBe(["LE1013"]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("a: ")]
    [InlineData("[a, ")]
    [InlineData("{")]
    [InlineData("'")]
    [InlineData("\"\\u0041")]
    [InlineData("# ")]
    [InlineData("- a\n")]
    [InlineData("%")]
    [InlineData("&")]
    [InlineData("\t")]
    [InlineData("|\n ")]
    public void A_megabyte_of_anything_ends_soon_and_its_message_too(string piece)
    {
        var watch = Stopwatch.StartNew();
        using var plan = new SmallPlan(("set.yaml", string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))));

        var text = plan.Messages();

        text.Length.ShouldBeInRange(1, 500_000);
        watch.Elapsed.ShouldBeLessThan(Soon);
    }

    [Fact]
    public void A_hundred_thousand_unknown_keys_end_soon_and_the_message_is_cut()
    {
        var watch = Stopwatch.StartNew();
        using var plan = new SmallPlan(("set.yaml", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"key-{i}: 1\n")) + SmallPlan.Set));

        var message = Should.Throw<PlanException>(() => plan.Read()).Message;

        message.ShouldStartWith("100000 problems in the plan; no model was asked.\nset.yaml:1: LE1004");
        message.ShouldEndWith("and 99900 more: mend these first");
        watch.Elapsed.ShouldBeLessThan(Soon);
    }

    [Theory]
    [InlineData("csv", "id,input,answerable\n", "case-{0},b,maybe\n")]
    [InlineData("csv", "id,input\n", "case-{0},b,c\n")]
    [InlineData("csv", "id,input,sources\n", "case-{0},b,C-{0}\n")]
    [InlineData("jsonl", "", "{{\"id\": \"case-{0}\", \"inptu\": \"b\"}}\n")]
    [InlineData("jsonl", "", "{{\"id\": \"same\", \"input\": \"{0}\"}}\n")]
    [InlineData("jsonl", "", "{{{0}\n")]
    public void A_hundred_thousand_bad_rows_end_soon_and_the_message_is_cut(string extension, string head, string row)
    {
        var watch = Stopwatch.StartNew();
        var documents = string.Concat(Enumerable.Range(0, 3000).Select(i => $"## D-{i} Title\ntext\n"));
        using var plan = new SmallPlan(("doc.md", documents), ("set.yaml", $"layer: prompt\ndocuments: doc.md\ncases: more.{extension}\n"),
            ($"more.{extension}", head + string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Format(CultureInfo.InvariantCulture, row, i)))));

        var message = Should.Throw<PlanException>(() => plan.Read()).Message;

        message.ShouldEndWith(" more: mend these first");
        message.Length.ShouldBeLessThan(100_000);
        watch.Elapsed.ShouldBeLessThan(Soon);
    }

    [Fact]
    public void A_mistake_in_a_sets_check_is_one_problem_however_many_cases_it_is_merged_into()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\nchecks: [{words: {mx: 3, min: 1}}]\ncases:\n  - {id: a, input: b}\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"  - {{id: c{i}, input: b, checks: [{{lines: 3}}]}}\n"))));

        plan.Errors().Count.ShouldBe(1);
    }

    [Fact]
    public void Mangled_yaml_gives_a_tree_or_a_problem_and_nothing_else()
    {
        const int Seed = 20260901;
        const string Alphabet = ":-[]{},#&*!|>'\"%@`?~ \n\tab0\\u\uFEFF\u0085\u001b";
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(round % 3 == 0 ? "" : SmallPlan.Set);
            for (var edits = random.Next(1, 25); edits > 0; edits--) text.Insert(random.Next(text.Length + 1), Alphabet[random.Next(Alphabet.Length)]);
            var problems = new Problems();

            var root = Should.NotThrow(() => YamlText.Read(new SourceFile("x", "x", problems), text.ToString()), $"seed {Seed}, round {round}: {text}");

            (root is not null || problems.HasErrors).ShouldBeTrue($"seed {Seed}, round {round}: {text}");
        }
    }

    [Theory]
    [InlineData("%YAML 99999999999.1\n---\na: b\n")]
    [InlineData("a: \"\\U00110000\"\n")]
    [InlineData("a: \"\\UFFFFFFFF\"\n")]
    [InlineData("a: \"\\uDE00\"\n")]
    [InlineData("a: \"\\uDE00\\uD83D\"\n")]
    [InlineData("%TAG ! tag:x:\n---\na: !y b\n")]
    [InlineData("a: b\n--- \n")]
    [InlineData("...\n...\n- a\n")]
    [InlineData("a: |99999999999\n x\n")]
    public void Odd_corners_of_yaml_are_problems_of_the_file(string yaml)
    {
        using var plan = new SmallPlan(("set.yaml", yaml));

        plan.Messages().ShouldStartWith("set.yaml");
    }

    static void ShouldBeClean(params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var plan = new SmallPlan(files);
        var text = plan.Messages();

        text.ShouldNotBeEmpty();
        text.Where(IsRaw).ShouldBeEmpty();
        text.ShouldNotContain("\U000E0041");
        text.Split('\n').ShouldAllBe(line => !line.StartsWith("set.yaml:9: LE0000", StringComparison.Ordinal));
    }

    static bool IsRaw(char c) => c != '\n' && char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    static IEnumerable<string> Ids(string file, string text)
    {
        using var plan = new SmallPlan((file, text));
        return [.. plan.Errors().Select(p => p.Id)];
    }
}
