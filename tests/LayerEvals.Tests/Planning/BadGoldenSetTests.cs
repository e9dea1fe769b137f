using System.Text;
using LayerEvals.Testing;
using static LayerEvals.Tests.Planning.BadInput;

namespace LayerEvals.Tests.Planning;

/// <summary>What can be wrong with a golden set, its cases, checks, schemas and prompts: one message for each way (<see cref="BadInput"/>).</summary>
public sealed class BadGoldenSetTests
{
    const string Head = "layer: prompt\ncases:\n";
    const string Named = "{schema: schemas/x.json}";

    [Fact]
    public void Golden_sets()
    {
        var said = new StringBuilder();
        Say(said, "a list instead of a map", ("set.yaml", "- id: a\n  input: b\n"));
        Say(said, "an unknown key", ("set.yaml", "laier: prompt\n" + SmallPlan.Set));
        Say(said, "an unknown key that is like no other", ("set.yaml", "xylophone: 1\n" + SmallPlan.Set));
        Say(said, "a bad id", ("set.yaml", "id: Travel Policy\n" + SmallPlan.Set));
        Say(said, "no cases", ("set.yaml", "layer: prompt\n"));
        Say(said, "cases: []", ("set.yaml", "layer: prompt\ncases: []\n"));
        Say(said, "cases without dashes", ("set.yaml", "layer: prompt\ncases:\n  id: a\n  input: b\n"));
        Say(said, "cases that name another kind of file", ("set.yaml", "cases: cases.xlsx\n"));
        Say(said, "a map where a list is expected", ("set.yaml", "checks: {words: 3}\n" + SmallPlan.Set));
        Say(said, "a list where a text is expected", ("set.yaml", "owner: [x]\n" + SmallPlan.Set));
        Say(said, "an unknown origin", ("set.yaml", "origin: prod\n" + SmallPlan.Set));
        Say(said, "an unknown layer", ("set.yaml", SmallPlan.Set.Replace("prompt", "promt", StringComparison.Ordinal)));
        Say(said, "two sets of one id", ("config.yaml", SmallPlan.Config.Replace("set.yaml", "[set.yaml, more.yaml]", StringComparison.Ordinal)), ("more.yaml", "id: set\nlayer: prompt\ncases: [{id: z, input: b}]\n"));
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Cases()
    {
        var said = new StringBuilder();
        Say(said, "a text instead of a case", ("set.yaml", Head + "  - refund-window\n"));
        Say(said, "no id", ("set.yaml", Head + "  - input: b\n"));
        Say(said, "an empty id", ("set.yaml", Head + "  - {id: '', input: b}\n"));
        Say(said, "a bad id", ("set.yaml", Head + "  - {id: Refund_Window, input: b}\n"));
        Say(said, "an id twice", ("set.yaml", Head + "  - {id: a, input: b}\n  - {id: a, input: c}\n"));
        Say(said, "neither input nor messages", ("set.yaml", Head + "  - {id: a}\n"));
        Say(said, "both input and messages", ("set.yaml", Head + "  - {id: a, input: b, messages: [{user: c}]}\n"));
        Say(said, "a list as input", ("set.yaml", Head + "  - {id: a, input: [b]}\n"));
        Say(said, "a map in a hole", ("set.yaml", Head + "  - {id: a, input: {question: {text: b}}}\n"));
        Say(said, "an unknown role", ("set.yaml", Head + "  - {id: a, messages: [{customer: b}]}\n"));
        Say(said, "a user turn without a text", ("set.yaml", Head + "  - id: a\n    messages:\n      - user:\n"));
        Say(said, "an unknown key", ("set.yaml", Head + "  - {id: a, input: b, expects: c}\n"));
        Say(said, "yes for true", ("set.yaml", Head + "  - {id: a, input: b, answerable: yes}\n"));
        Say(said, "an unknown split", ("set.yaml", Head + "  - {id: a, input: b, split: hold-out}\n"));
        Say(said, "an empty expectation", ("set.yaml", Head + "  - {id: a, input: b, expect: ''}\n"));
        Say(said, "a source of no document", ("set.yaml", Head + "  - {id: a, input: b, sources: [C-4.1]}\n"));
        Say(said, "a source with a typing error", ("doc.md", "## C-4.1 Refunds\nThirty days.\n"), ("set.yaml", "documents: doc.md\n" + Head + "  - {id: a, input: b, sources: [C-4.2]}\n"));
        Say(said, "a source twice", ("doc.md", "## C-4.1 Refunds\nThirty days.\n"), ("set.yaml", "documents: doc.md\n" + Head + "  - {id: a, input: b, sources: [C-4.1, C-4.1]}\n"));
        Say(said, "a source in place without a text", ("set.yaml", Head + "  - {id: a, input: b, sources: [{id: C-4.1}]}\n"));
        Say(said, "an unknown key of a source", ("set.yaml", Head + "  - {id: a, input: b, sources: [{id: C-4.1, text: c, title: d}]}\n"));
        Say(said, "a check that needs answerable", ("set.yaml", "checks: [not-found]\n" + Head + "  - {id: a, input: b}\n"));
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Checks()
    {
        var said = new StringBuilder();
        Check(said, "an unknown check", "contain: x");
        Check(said, "an unknown check that is like no other", "sentiment");
        Check(said, "two checks in one item", "{words: 3, lines: 2}");
        Check(said, "no check in an item", "{layer: prompt}");
        Check(said, "a list as check", "[words, lines]");
        Check(said, "an unknown layer", "{words: 3, layer: promt}");
        Check(said, "an unknown key of a check", "{words: {maximum: 3}}");
        Check(said, "no limits", "words");
        Check(said, "a limit that is no number", "{words: many}");
        Check(said, "min above max", "{words: {min: 9, max: 3}}");
        Check(said, "a negative limit", "{words: {max: -1}}");
        Check(said, "no text", "contains");
        Check(said, "an empty text", "{contains: ['']}");
        Check(said, "a map as text", "{contains: {any: {a: b}}}");
        Check(said, "a pattern that does not compile", "{matches: '(['}");
        Check(said, "a bad path", "{json: {path: status, equals: x}}");
        Check(said, "a value without a path", "{json: {equals: x}}");
        Check(said, "a text for a check that takes none", "{citations: required}");
        Check(said, "a bad flag", "{citations: {required: sometimes}}");
        Check(said, "a turn that is none", "{words: 3, turn: 0}");
        Check(said, "off without a check of the set", "{words: off}");
        Say(said, "no layer", ("set.yaml", "checks: [{contains: x}]\ncases: [{id: a, input: b}]\n"));
        Say(said, "no layer for a case's expectation", ("set.yaml", "cases: [{id: a, input: b, expect: c}]\n"));
        Say(said, "a bad check in a file of cases", ("set.yaml", "layer: prompt\nchecks: [{words: {max: 9}}]\ncases: more.jsonl\n"), ("more.jsonl", "\n{\"id\": \"a\", \"input\": \"b\", \"checks\": [{\"words\": {\"maxi\": 3}}]}\n"));
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Schemas()
    {
        var said = new StringBuilder();
        Schema(said, "a schema that is not there", "{schema: schemas/none.json}", "true");
        Schema(said, "a schema whose near name is there", "{schema: schemas/claims.json}", "true", ("schemas/claim.json", "true"));
        Schema(said, "a folder as schema", "{schema: schemas}", "true");
        Schema(said, "no file", "{schema: {mode: fenced}}", "true");
        Schema(said, "an unknown mode", "{schema: {file: schemas/x.json, mode: fence}}", "true");
        Schema(said, "an unknown key", "{schema: {file: schemas/x.json, draft: 7}}", "true");
        Schema(said, "no JSON", Named, "{\n  \"type\": \"object\",\n  // none\n}");
        Schema(said, "an empty file", Named, "");
        Schema(said, "a key twice", Named, "{\n  \"properties\": {\n    \"a\": true,\n    \"a\": false\n  }\n}");
        Schema(said, "half of a surrogate pair", Named, "{\"title\": \"\\ud800\"}");
        Schema(said, "no schema", Named, "[1]");
        Schema(said, "several mistakes, each at its line", Named, "{\n  \"properties\": {\n    \"a\": {\n      \"minLength\": -1,\n      \"type\": \"strin\"\n    },\n    \"b/c\": {\"anyOf\": [\n      true,\n      7\n    ]}\n  }\n}");
        Schema(said, "an unknown $schema", Named, "{\n  \"$schema\": \"https://example.com/draft-9\"\n}");
        Schema(said, "a reference that leads nowhere", Named, "{\n  \"properties\": {\n    \"a\": {\"$ref\": \"#/$defs/none\"}\n  }\n}");
        Schema(said, "a reference to the network", Named, "{\"$ref\": \"https://example.com/money.json\"}");
        Schema(said, "a reference to a file that is not there", Named, "{\"$ref\": \"money.json\"}");
        Schema(said, "a reference out of the folder", Named, "{\"$ref\": \"../../money.json\"}");
        Schema(said, "a mistake in a file beside it", Named, "{\"properties\": {\"total\": {\"$ref\": \"../money.json\"}}}", ("money.json", "{\n  \"minimum\": \"0\"\n}"));
        Schema(said, "a file beside it that is no JSON", Named, "{\"$ref\": \"../money.json\"}", ("money.json", "{\n  minimum: 0\n}"));
        Schema(said, "a schema that never ends", Named, "{\"$ref\": \"#\"}");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Prompts()
    {
        const string OneSet = "layer: prompt\nprompt: answer\ncases: [{id: a, input: b}]\n";
        var said = new StringBuilder();
        Say(said, "no folder of prompts", ("set.yaml", OneSet), ("config.yaml", "golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {provider: code, model: m-1}\n  new: {provider: recorded, answers: new.jsonl}\n"));
        Prompt(said, "a prompt that is not there", OneSet, ("other.md", "x"));
        Prompt(said, "a prompt whose near name is there", OneSet, ("answers.md", "x"));
        Say(said, "a folder of prompts that is not there", ("set.yaml", OneSet), ("config.yaml", "golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old:\n    provider: code\n    model: m-1\n    prompts: prompt\n  new: {provider: recorded, answers: new.jsonl}\n"));
        Prompt(said, "a prompt's name that leaves the folder", OneSet.Replace("answer", "../set", StringComparison.Ordinal), ("answer.md", "{{input}}"));
        Prompt(said, "a hole without a text", OneSet, ("answer.md", "{{input}} in {{language}}"));
        Prompt(said, "a text without a hole", "layer: prompt\nprompt: answer\ncases: [{id: a, input: {question: b, country: DE}}]\n", ("answer.md", "{{question}}"));
        Prompt(said, "sources without a hole", "layer: prompt\nprompt: answer\ncases: [{id: a, input: b, sources: [{id: x, text: y}]}]\n", ("answer.md", "{{input}}"));
        Prompt(said, "front matter that does not end", OneSet, ("answer.md", "---\nsystem: x\n{{input}}"));
        Prompt(said, "broken front matter", OneSet, ("answer.md", "---\nsystem: a: b\n---\n{{input}}"));
        Prompt(said, "an unknown key in front matter", OneSet, ("answer.md", "---\nsytem: x\n---\n{{input}}"));
        Prompt(said, "front matter that is no map", OneSet, ("answer.md", "---\njust text\n---\n{{input}}"));
        Prompt(said, "messages and a prompt with a user part", "layer: prompt\nprompt: answer\ncases: [{id: a, messages: [{user: b}]}]\n", ("answer.md", "{{question}}"));
        Prompt(said, "messages and a system part with a hole", "layer: prompt\nprompt: answer\ncases: [{id: a, messages: [{user: b}]}]\n", ("answer.md", "---\nsystem: Speak {{language}}.\n---\n"));
        Say(said, "holes without a prompt", ("set.yaml", "layer: prompt\ncases: [{id: a, input: {question: b, country: DE}}]\n"));
        Say(said, "a column of CSV that no hole uses", ("set.yaml", "layer: prompt\ncases: more.csv\n"), ("more.csv", "id,input,country\na,b,DE\n"));
        Approve.Text(said.ToString());
    }

    static void Check(StringBuilder said, string kind, string check) =>
        Say(said, kind, ("set.yaml", $"layer: prompt\nchecks:\n  - lines: {{max: 3}}\ncases:\n  - id: a\n    input: b\n    checks:\n      - {check}\n"));

    static void Schema(StringBuilder said, string kind, string check, string schema, params ReadOnlySpan<(string Name, string Text)> more) =>
        Say(said, kind, [("set.yaml", $"layer: prompt\nchecks:\n  - {check}\n  - lines: 3\ncases: [{{id: a, input: b}}]\n"), ("schemas/x.json", schema), .. more]);

    static void Prompt(StringBuilder said, string kind, string set, (string Name, string Text) prompt) =>
        Say(said, kind, ("set.yaml", set), ($"prompts/{prompt.Name}", prompt.Text), ("config.yaml", "golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {provider: code, model: m-1, prompts: prompts}\n  new: {provider: recorded, answers: new.jsonl}\n"));
}
