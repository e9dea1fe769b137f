using System.Text;
using LayerEvals.Testing;
using static LayerEvals.Tests.Planning.BadInput;

namespace LayerEvals.Tests.Planning;

/// <summary>What can be wrong with files: their bytes, their syntax, and what bulk and documents hold: one message for each way (<see cref="BadInput"/>).</summary>
public sealed class BadFileTests
{
    const string Head = "layer: prompt\ncases:\n";

    [Fact]
    public void Files()
    {
        var said = new StringBuilder();
        Say(said, "a golden set that is not there", ("config.yaml", SmallPlan.Config.Replace("set.yaml", "sets/none.yaml", StringComparison.Ordinal)));
        Say(said, "a folder instead of a file", ("sets.yaml/x.txt", ""), ("config.yaml", SmallPlan.Config.Replace("set.yaml", "sets.yaml", StringComparison.Ordinal)));
        Say(said, "a configuration that is not there", plan => File.Delete(plan.At("config.yaml")));
        Say(said, "bytes that are not UTF-8", plan => plan.Write("set.yaml", [.. "layer: prompt\ntitle: "u8, 0xE9, .. "t\u00e9\n"u8]));
        Say(said, "UTF-16", plan => plan.Write("set.yaml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(SmallPlan.Set)]));
        Say(said, "a NUL byte", plan => plan.Write("set.yaml", "layer: prompt\n\0"u8.ToArray()));
        Say(said, "a file name with a NUL", ("set.yaml", "documents: \"a\\0b.md\"\n" + SmallPlan.Set));
        Say(said, "a file of wordings whose near name is there", ("our-wordings.yaml", "languages: {}\n"), ("set.yaml", "checks:\n  - not-found:\n      wordings: our-wording.yaml\ncases: [{id: a, input: b, answerable: true}]\n"));
        Say(said, "a golden set whose near name is there", ("sets/refund-rules.yaml", SmallPlan.Set), ("config.yaml", SmallPlan.Config.Replace("set.yaml", "[set.yaml,\n  sets/refund-rule.yaml]", StringComparison.Ordinal)));
        Say(said, "a file of cases whose near name is there", ("set.yaml", Head + "  - rows/one.csv\n  - rows/second-row.csv\n"), ("rows/one.csv", "id,input\na,b\n"), ("rows/second-rows.csv", "id,input\nb,b\n"));
        Say(said, "a folder whose near name has the file", ("set.yaml", Head + "  - row/one.csv\n"), ("rows/one.csv", "id,input\na,b\n"));
        Say(said, "a file of cases that is not there, and a twin of one of them", ("set.yaml", Head + "  - none.csv\n  - {id: b, input: c, expect: d, answerable: false, twin-of: a}\n"));
        Say(said, "another ending", ("set.yaml", Head + "  - ONE.yaml\n"), ("one.yml", "- {id: a, input: b}\n"));
        Say(said, "a pattern that matches nothing", ("config.yaml", SmallPlan.Config.Replace("set.yaml", "sets/*.yaml", StringComparison.Ordinal)));
        Say(said, "a star in a folder's name", ("config.yaml", SmallPlan.Config.Replace("set.yaml", "\"**/set.yaml\"", StringComparison.Ordinal)));
        Say(said, "an empty configuration", ("config.yaml", "# nothing yet\n"));
        Say(said, "an empty golden set", ("set.yaml", ""));
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Yaml()
    {
        var said = new StringBuilder();
        Say(said, "a colon in plain text", ("set.yaml", Head + "  - id: a\n    input: Note: why?\n"));
        Say(said, "a bracket that is not closed", ("set.yaml", "layer: prompt\ncases: [{id: a, input: b}\n"));
        Say(said, "a quote that is not closed", ("set.yaml", Head + "  - id: \"a\n    input: b\n"));
        Say(said, "a tab as indentation", ("set.yaml", Head + "\t- id: a\n"));
        Say(said, "wrong indentation", ("set.yaml", Head + "  - id: a\n   input: b\n"));
        Say(said, "a second document", ("set.yaml", SmallPlan.Set + "\n---\ncases: []\n"));
        Say(said, "an anchor", ("set.yaml", Head + "  - id: a\n    input: &why Why?\n"));
        Say(said, "an alias", ("set.yaml", Head + "  - id: a\n    input: *why\n"));
        Say(said, "a tag", ("set.yaml", Head + "  - id: a\n    input: !env WHY\n"));
        Say(said, "a list as key", ("set.yaml", Head + "  - id: a\n    ? [input]\n    : b\n"));
        Say(said, "a hole that stands where YAML reads a map", ("set.yaml", Head + "  - id: a\n    input: {{question}}\n"));
        Say(said, "too deep nesting", ("set.yaml", "cases: " + new string('[', 40) + new string(']', 40)));
        Say(said, "a key twice", ("set.yaml", Head + "  - id: a\n    input: b\n    input: c\n"));
        Say(said, "half of a surrogate pair", ("set.yaml", Head + "  - id: a\n    input: \"\\uD83D\"\n"));
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Csv()
    {
        var said = new StringBuilder();
        Bulk(said, "no column id", "csv", "key,input\na,b\n");
        Bulk(said, "a column twice", "csv", "id,input,input\na,b,c\n");
        Bulk(said, "a column without a name", "csv", "id,input,\na,b,\n");
        Bulk(said, "too many cells", "csv", "id,input\na,Why, then?\n");
        Bulk(said, "a quote that is not closed", "csv", "id,input\na,\"Why\nb,How\n");
        Bulk(said, "a bad row below a cell of three lines", "csv", "id,input\na,\"1\n2\n3\"\nb,c,answerable,true\n");
        Bulk(said, "a header without rows", "csv", "id,input\n");
        Bulk(said, "an empty file", "csv", "");
        Bulk(said, "semicolons between the cells", "csv", "id;input\na;b\n");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Json_lines()
    {
        var said = new StringBuilder();
        Bulk(said, "a broken line", "jsonl", "{\"id\": \"a\", \"input\": \"b\"}\n{\"id\": \"b\", \"input\": }\n");
        Bulk(said, "two values on a line", "jsonl", "{\"id\": \"a\", \"input\": \"b\"} {\"id\": \"c\", \"input\": \"d\"}\n");
        Bulk(said, "a key twice", "jsonl", "{\"id\": \"a\", \"input\": \"b\", \"input\": \"c\"}\n");
        Bulk(said, "half of a surrogate pair", "jsonl", "{\"id\": \"a\", \"input\": \"\\uD83D\"}\n");
        Bulk(said, "a list in a line", "jsonl", "[\"a\"]\n");
        Bulk(said, "deep nesting", "jsonl", new string('[', 5000) + "\n");
        Bulk(said, "a JSON file over many lines", "jsonl", "{\n  \"id\": \"a\",\n  \"input\": \"b\"\n}\n");
        Bulk(said, "an empty file", "jsonl", "\n");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Documents()
    {
        var said = new StringBuilder();
        Say(said, "a document that is not there", ("set.yaml", "documents: policy.md\n" + SmallPlan.Set));
        Say(said, "a document whose near name is there, and cases with its sources", ("texts/refund-rules.md", "## R-1 One\nx\n"), ("macros.md", "## M-1 One\nx\n"), ("set.yaml", Asking("macros.md,\n  texts/refund-rule.md")));
        Say(said, "a document that is no text, and cases with its sources", plan => { plan.Write("rules.md", [.. "## R-1 One\n"u8, 0xE9]); plan.Write("set.yaml", [.. Encoding.UTF8.GetBytes(Asking("rules.md"))]); });
        Say(said, "a document without headings, and cases with its sources", ("rules.md", "R-1 One\n"), ("set.yaml", Asking("rules.md")));
        Say(said, "no headings", ("doc.md", "Thirty days.\n"), ("set.yaml", "documents: doc.md\n" + SmallPlan.Set));
        Say(said, "only a title", ("doc.md", "# Travel policy\n\nThirty days.\n"), ("set.yaml", "documents: doc.md\n" + SmallPlan.Set));
        Say(said, "an id twice in a document", ("doc.md", "## C-1 One\nx\n## C-1 Two\ny\n"), ("set.yaml", "documents: doc.md\n" + SmallPlan.Set));
        Say(said, "an id in two documents", ("doc.md", "## C-1 One\nx\n"), ("more.md", "\n## C-1 Two\ny\n"), ("set.yaml", "documents: [doc.md, more.md]\n" + SmallPlan.Set));
        Say(said, "nesting without end", ("doc.md", "## C-1 One\n" + new string('>', 2000) + " x\n"), ("set.yaml", "documents: doc.md\n" + SmallPlan.Set));
        Approve.Text(said.ToString());
    }

    // A prompt and a twin would notice a case without its sources.
    static string Asking(string documents) => $"layer: retrieval\ndocuments: [{documents}]\ncases:\n  - {{id: a, input: b, sources: [R-1, R-2], expect: c, answerable: true}}\n  - {{id: a-twin, input: b, sources: [R-2], expect: c, answerable: false, twin-of: a}}\n";

    [Fact]
    public void Recorded_answers()
    {
        var said = new StringBuilder();
        Say(said, "a file that is not there", plan => File.Delete(plan.At("new.jsonl")));
        Say(said, "a file whose near name is there", ("answers/vendor-bump.jsonl", ""), ("config.yaml", SmallPlan.Config.Replace("new.jsonl", "answers/vendor-bumb.jsonl", StringComparison.Ordinal)));
        Say(said, "a line that is no JSON", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"a\", text}\n"));
        Say(said, "a file of both sides whose one line is no JSON", ("new.jsonl", "{\"case\": \"a\", text}\n"), ("config.yaml", SmallPlan.Config.Replace("old.jsonl", "new.jsonl", StringComparison.Ordinal)));
        Say(said, "a line that is no map", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n[1]\n"));
        Say(said, "an unknown case", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"set/b\", \"text\": \"x\"}\n"));
        Say(said, "a second answer", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"set/a\", \"text\": \"y\"}\n"));
        Say(said, "neither text nor error", ("new.jsonl", "{\"case\": \"a\"}\n"));
        Say(said, "no case", ("new.jsonl", "{\"text\": \"x\"}\n"));
        Say(said, "only another configuration", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\", \"configuration\": \"bump\"}\n"));
        Say(said, "an empty file", ("new.jsonl", ""));
        Approve.Text(said.ToString());
    }

    static void Bulk(StringBuilder said, string kind, string extension, string text) =>
        Say(said, kind, ("set.yaml", $"layer: prompt\ncases: more.{extension}\n"), ($"more.{extension}", text), ("old.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n"));
}
