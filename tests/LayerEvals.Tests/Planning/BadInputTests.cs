using System.Text;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Planning;

/// <summary>
/// One message for each way in which a plan can be wrong. An approved message says what was expected, what was found, where, and what to do; a new kind of
/// bad input is one more line here.
/// </summary>
public sealed class BadInputTests
{
    const string Head = "layer: prompt\ncases:\n";
    const string Sides = "baseline: old\ncandidate: new\nmodels:\n  old: {provider: recorded, answers: old.jsonl}\n";

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

    const string Named = "{schema: schemas/x.json}";

    [Fact]
    public void Response_formats()
    {
        const string config = "golden: set.yaml\n" + Sides + "  new: {provider: code, model: m-1, sampling: {response-format: schema}}\n";
        var said = new StringBuilder();
        Say(said, "two schemas in a case", ("config.yaml", config), ("a.json", "true"), ("b.json", "{}"), ("set.yaml", "checks: [{schema: a.json}]\ncases:\n  - {id: a, input: b}\n  - {id: b, input: b, checks: [{schema: b.json, name: other}]}\n  - {id: c, input: b, checks: [{schema: b.json, name: other}]}\n"));
        Say(said, "a schema in two files", ("config.yaml", config), ("a.json", "{\"$ref\": \"b.json\"}"), ("b.json", "{}"), ("set.yaml", "checks: [{schema: a.json}]\ncases: [{id: a, input: b}]\n"));
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

    [Fact]
    public void Configurations()
    {
        var said = new StringBuilder();
        Configure(said, "no golden sets", Sides + "  new: {provider: recorded, answers: new.jsonl}\n", "golden: []\n");
        Configure(said, "no models", "baseline: old\ncandidate: new\n");
        Configure(said, "models as a list", "baseline: old\ncandidate: new\nmodels: [old, new]\n");
        Configure(said, "no baseline", "candidate: new\nmodels:\n  new: {provider: recorded, answers: new.jsonl}\n");
        Configure(said, "no such model", Sides + "  knew: {provider: recorded, answers: new.jsonl}\n");
        Configure(said, "one model on both sides", "baseline: old\ncandidate: old\nmodels:\n  old: {provider: recorded, answers: old.jsonl}\n");
        Configure(said, "a bad name", "name: Vendor Bump!\n" + Both());
        Model(said, "a model that is no map", "gpt-4o");
        Model(said, "no provider", "{model: m-1}");
        Model(said, "an unknown provider", "{provider: azure, model: m-1}");
        Model(said, "no pin", "{provider: openai}");
        Model(said, "recorded without answers", "{provider: recorded}");
        Model(said, "answers of a model that is asked", "{provider: openai, model: gpt-4o-2024-08-06, answers: new.jsonl}");
        Model(said, "an unknown key of a model", "{provider: openai, model: gpt-4o-2024-08-06, temperature: 0}");
        Model(said, "an unknown key of sampling", "{provider: openai, model: gpt-4o-2024-08-06, sampling: {temprature: 0}}");
        Model(said, "sampling out of range", "{provider: openai, model: gpt-4o-2024-08-06, sampling: {temperature: 3, top-p: 1.5, max-output-tokens: 0, response-format: xml}}");
        Model(said, "half a price", "{provider: openai, model: gpt-4o-2024-08-06, price: {input: 2.50}}");
        Model(said, "a key in clear", "{provider: openai, model: gpt-4o-2024-08-06, key: sk-5ecret}");
        Model(said, "headers that are no map", "{provider: openai, model: gpt-4o-2024-08-06, headers: sk-5ecret}");
        Model(said, "a variable where none is read", "{provider: openai, model: '${MODEL}'}");
        Configure(said, "an unknown key", "limts: {in-flight: 8}\n" + Both());
        Configure(said, "an unknown key of knowledge", "knowledge: {source: wiki}\n" + Both());
        Configure(said, "an unknown key of limits", "limits: {inflight: 8}\n" + Both());
        Configure(said, "limits out of range", "limits: {in-flight: 0, timeout: 5}\nsamples: 0\nseed: often\n" + Both());
        Configure(said, "a time without end", "limits: {timeout: 25h}\n" + Both());
        Configure(said, "an unknown key of the gate", "gate: {margins: 5}\n" + Both());
        Configure(said, "a gate out of range", "gate: {margin: 0, guard: 100, confidence: 100, max-unscored: -1, on-not-decided: pass}\n" + Both());
        Configure(said, "a gate for an unknown layer", "gate: {layers: {retrival: {guard: 10}}}\n" + Both());
        Configure(said, "a layer's gate that is no map", "gate: {layers: {retrieval: 10}}\n" + Both());
        Configure(said, "a team's layer that is there already", "layers: [{id: retrieval, title: Ours}]\n" + Both());
        Configure(said, "a team's layer without id", "layers: [{title: Ours}]\n" + Both());
        Configure(said, "an unknown key of a team's layer", "layers: [{id: pricing, lead: the price tool}]\n" + Both());
        Configure(said, "an unknown mode of recordings", "recordings: {mode: allways}\n" + Both());
        said.ToString().ShouldNotContain("5ecret");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Clients()
    {
        var said = new StringBuilder();
        Client(said, "an embedded version that is not there", "{provider: embedded, model: reader-9}");
        Client(said, "a provider without a client", "{provider: anthropic, model: claude-opus-4-6}");
        Client(said, "code without a test project", "{provider: code, model: m-1}");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Recorded_answers()
    {
        var said = new StringBuilder();
        Say(said, "a file that is not there", plan => File.Delete(plan.At("new.jsonl")));
        Say(said, "a file whose near name is there", ("answers/vendor-bump.jsonl", ""), ("config.yaml", SmallPlan.Config.Replace("new.jsonl", "answers/vendor-bumb.jsonl", StringComparison.Ordinal)));
        Say(said, "a line that is no JSON", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"a\", text}\n"));
        Say(said, "a line that is no map", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n[1]\n"));
        Say(said, "an unknown case", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"set/b\", \"text\": \"x\"}\n"));
        Say(said, "a second answer", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"set/a\", \"text\": \"y\"}\n"));
        Say(said, "neither text nor error", ("new.jsonl", "{\"case\": \"a\"}\n"));
        Say(said, "no case", ("new.jsonl", "{\"text\": \"x\"}\n"));
        Say(said, "only another configuration", ("new.jsonl", "{\"case\": \"a\", \"text\": \"x\", \"configuration\": \"bump\"}\n"));
        Say(said, "an empty file", ("new.jsonl", ""));
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

    static string Both() => Sides + "  new: {provider: recorded, answers: new.jsonl}\n";

    static void Check(StringBuilder said, string kind, string check) =>
        Say(said, kind, ("set.yaml", $"layer: prompt\nchecks:\n  - lines: {{max: 3}}\ncases:\n  - id: a\n    input: b\n    checks:\n      - {check}\n"));

    static void Schema(StringBuilder said, string kind, string check, string schema, params ReadOnlySpan<(string Name, string Text)> more) =>
        Say(said, kind, [("set.yaml", $"layer: prompt\nchecks:\n  - {check}\n  - lines: 3\ncases: [{{id: a, input: b}}]\n"), ("schemas/x.json", schema), .. more]);

    static void Prompt(StringBuilder said, string kind, string set, (string Name, string Text) prompt) =>
        Say(said, kind, ("set.yaml", set), ($"prompts/{prompt.Name}", prompt.Text), ("config.yaml", "golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {provider: code, model: m-1, prompts: prompts}\n  new: {provider: recorded, answers: new.jsonl}\n"));

    static void Configure(StringBuilder said, string kind, string config, string golden = "golden: set.yaml\n") => Say(said, kind, ("config.yaml", golden + config));

    static void Model(StringBuilder said, string kind, string model) => Configure(said, kind, Sides + $"  new: {model}\n");

    static void Bulk(StringBuilder said, string kind, string extension, string text) =>
        Say(said, kind, ("set.yaml", $"layer: prompt\ncases: more.{extension}\n"), ($"more.{extension}", text), ("old.jsonl", "{\"case\": \"a\", \"text\": \"x\"}\n"));

    static void Client(StringBuilder said, string kind, string model)
    {
        using var plan = new SmallPlan(("config.yaml", $"golden: set.yaml\n{Sides}  new: {model}\n"));
        Heading(said, kind).AppendLine(plan.Messages(plan.Request with { Clients = ModelClients.For }));
    }

    static void Say(StringBuilder said, string kind, params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var plan = new SmallPlan(files);
        Heading(said, kind).AppendLine(plan.Messages());
    }

    static void Say(StringBuilder said, string kind, Action<SmallPlan> spoil)
    {
        using var plan = new SmallPlan();
        spoil(plan);
        Heading(said, kind).AppendLine(plan.Messages());
    }

    static StringBuilder Heading(StringBuilder said, string kind) => said.Append(said.Length == 0 ? "" : "\n").AppendLine($"# {kind}");
}
