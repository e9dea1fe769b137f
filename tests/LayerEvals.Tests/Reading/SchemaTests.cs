using System.Text.Json;
using LayerEvals.JsonSchema;
using LayerEvals.Scoring;
using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Reading;

/// <summary>
/// The schemas that editors use and the readers say the same. Two differences are meant: an editor underlines a key with nothing behind it, which the reader
/// takes as not written, and a number or flag in quotes, which the reader takes as written.
/// </summary>
public sealed class SchemaTests
{
    static readonly Schema GoldenSet = Schema.Compile(Text("goldenset"));
    static readonly Schema Config = Schema.Compile(Text("config"));

    public static TheoryData<string> Sets => [.. new[] { "", "behaviour" }.SelectMany(folder => Directory.EnumerateFiles(Repository.File("goldensets", folder), "*.yaml").Select(p => Path.Combine(folder, Path.GetFileName(p)))).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Configs => [.. Directory.EnumerateFiles(Repository.File("configs"), "*.yaml").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Sets))]
    public void Every_golden_set_of_the_repository_is_valid(string file) =>
        GoldenSet.Evaluate(EditorView.Of(File.ReadAllText(Repository.File("goldensets", file)))).Failures.ShouldBeEmpty();

    [Theory, MemberData(nameof(Configs))]
    public void Every_configuration_of_the_repository_is_valid(string file) =>
        Config.Evaluate(EditorView.Of(File.ReadAllText(Repository.File("configs", file)))).Failures.ShouldBeEmpty();

    [Theory]
    [InlineData("title: 7")]
    [InlineData("id: a b", false)]
    [InlineData("origin: lab")]
    [InlineData("origin: dream", false)]
    [InlineData("risk: high")]
    [InlineData("risk: low", false)]
    [InlineData("laier: prompt", false)]
    [InlineData("$schema: x", false)]
    [InlineData("owner: [x]", false)]
    [InlineData("documents: {a: b}", false)]
    [InlineData("checks: {words: 3}", false)]
    public void A_golden_sets_head_is_valid_where_it_can_be_read(string head, bool isValid = true) => Agree($"{head}\n{SmallPlan.Set}", isValid);

    [Theory]
    [InlineData("[]", false)]
    [InlineData("{id: a, input: b}", false)]
    [InlineData("cases.xlsx", false)]
    [InlineData("[refund-window]", false)]
    [InlineData("[{id: a, input: b}]")]
    [InlineData("[{id: 7, input: 8, expect: 9, cluster: true}]")]
    [InlineData("[{input: b}]", false)]
    [InlineData("[{id: A, input: b}]", false)]
    [InlineData("[{id: a}]", false)]
    [InlineData("[{id: a, input: b, messages: [{user: c}]}]", false)]
    [InlineData("[{id: a, input: {}}]", false)]
    [InlineData("[{id: a, input: [b]}]", false)]
    [InlineData("[{id: a, messages: []}]", false)]
    [InlineData("[{id: a, messages: [{user: b}, {assistant: }, {user: c}]}]")]
    [InlineData("[{id: a, messages: [{customer: b}]}]", false)]
    [InlineData("[{id: a, messages: [{user: b, assistant: c}]}]", false)]
    [InlineData("[{id: a, input: b, sources: [{id: C-1, text: x}]}]")]
    [InlineData("[{id: a, input: b, sources: {id: C-1, text: x}}]")]
    [InlineData("[{id: a, input: b, sources: [{id: C-1}]}]", false)]
    [InlineData("[{id: a, input: b, sources: [{id: C-1, text: x, title: y}]}]", false)]
    [InlineData("[{id: a, input: b, answerable: true, must: false, split: dev, layer: tools, tags: x}]")]
    [InlineData("[{id: a, input: b, answerable: yes}]", false)]
    [InlineData("[{id: a, input: b, split: test}]", false)]
    [InlineData("[{id: a, input: b, expect: ''}]", false)]
    [InlineData("[{id: a, input: b, expects: c}]", false)]
    public void A_case_is_valid_where_it_can_be_read(string cases, bool isValid = true) => Agree($"layer: prompt\ncases: {cases}\n", isValid);

    [Theory]
    [InlineData("contains")]
    [InlineData("excludes")]
    [InlineData("equals")]
    [InlineData("matches")]
    [InlineData("starts-with")]
    [InlineData("ends-with")]
    public void A_text_check_is_valid_where_it_can_be_read(string type)
    {
        foreach (var settings in new[] { "x", "7", "false", "[x, y]", "{any: x}", "{all: [x], ignore-case: false}", "{any: [], all: x}" })
            Agree($"layer: prompt\nchecks: [{{{type}: {settings}}}]\n{Case}", isValid: true);
        foreach (var settings in new[] { "''", "' '", "[]", "['']", "{}", "{any: []}", "{any: {a: b}}", "{some: x}", "{any: x, ignore-case: maybe}", "" })
            Agree($"layer: prompt\nchecks: [{{{type}: {settings}}}]\n{Case}", isValid: false);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("sentences")]
    [InlineData("paragraphs")]
    [InlineData("bullets")]
    [InlineData("lines")]
    [InlineData("sections")]
    public void A_count_is_valid_where_it_can_be_read(string type)
    {
        foreach (var settings in new[] { "3", "0", "{min: 1}", "{max: 9}", "{min: 1, max: 9}" }) Agree($"checks: [{{{type}: {settings}}}]\n{Case}", isValid: true);
        foreach (var settings in new[] { "many", "-1", "1.5", "{}", "[1, 2]", "{mx: 1}", "{min: few}", "" }) Agree($"checks: [{{{type}: {settings}}}]\n{Case}", isValid: false);
    }

    [Theory]
    [InlineData("expect")]
    [InlineData("{expect: }")]
    [InlineData("{expect: x}", false)]
    [InlineData("{expect: {ignore-case: true}}", false)]
    [InlineData("json")]
    [InlineData("{json: }")]
    [InlineData("{json: {path: \"$.a[0]['b c'][*]\"}}")]
    [InlineData("{json: {path: $.a, equals: 7}}")]
    [InlineData("{json: {path: $.a, in: [x, 7]}}")]
    [InlineData("{json: {path: $.a, in: x}}")]
    [InlineData("{json: {path: $.a, matches: x, ignore-case: true}}")]
    [InlineData("{json: {path: a}}", false)]
    [InlineData("{json: {path: $.a.}}", false)]
    [InlineData("{json: {path: '$.a[x]'}}", false)]
    [InlineData("{json: {equals: x}}", false)]
    [InlineData("{json: {in: [x]}}", false)]
    [InlineData("{json: {path: $.a, equals: [x]}}", false)]
    [InlineData("{json: {path: $.a, equal: x}}", false)]
    [InlineData("{json: true}", false)]
    [InlineData("{schema: set.schema.json}")]
    [InlineData("{schema: {file: set.schema.json, mode: fenced, formats: assert}}")]
    [InlineData("{schema: {file: set.schema.json, mode: loose}}", false)]
    [InlineData("{schema: {file: set.schema.json, formats: yes}}", false)]
    [InlineData("{schema: {file: set.schema.json, path: $.a}}", false)]
    [InlineData("{schema: [set.schema.json]}", false)]
    [InlineData("{schema: {}}", false)]
    [InlineData("{schema: }", false)]
    [InlineData("schema", false)]
    [InlineData("citations")]
    [InlineData("{citations: {required: true, resolves: false, expect: [C-1], path: $.c}}")]
    [InlineData("{citations: {expect: C-1}}")]
    [InlineData("{citations: {required: always}}", false)]
    [InlineData("{citations: {expect: [C-1], recall: 0.5, precision: 1, f1: 0}}")]
    [InlineData("{citations: {recall: 1.5}}", false)]
    [InlineData("{citations: {present: every-claim, quotes: true, numbers: true, none-on-abstention: true}}")]
    [InlineData("{citations: {present: every-fact, style: brackets}}")]
    [InlineData("{citations: {present: any, style: [clauses, links]}}")]
    [InlineData("{citations: {present: all}}", false)]
    [InlineData("{citations: {quotes: verbatim}}", false)]
    [InlineData("{citations: {style: harvard}}", false)]
    [InlineData("{citations: {style: [brackets, harvard]}}", false)]
    [InlineData("{citations: {entailment: true}}", false)]
    [InlineData("grounded")]
    [InlineData("{grounded: 0.7}")]
    [InlineData("{grounded: 7}", false)]
    [InlineData("{grounded: most}", false)]
    [InlineData("{grounded: {at-least: 0.7, per: claim, against: given, style: tags, path: $.c}}")]
    [InlineData("{grounded: {min: 0.7}}", false)]
    [InlineData("{grounded: {per: word}}", false)]
    [InlineData("{citations: required}", false)]
    [InlineData("{not-found: }")]
    [InlineData("{not-found: The sources do not say.}")]
    [InlineData("{not-found: {phrase: [x, y], path: $.status, equals: none}}")]
    [InlineData("{not-found: {languages: [de]}}", true)]
    [InlineData("{not-found: {language: de}}", false)]
    [InlineData("{refusal: required}")]
    [InlineData("{refusal: {is: forbidden, partial: pass, objections: false, languages: [en, de]}}")]
    [InlineData("{refusal: {is: always}}", false)]
    [InlineData("{refusal: {partial: pass}}", false)]
    [InlineData("refusal", false)]
    [InlineData("answers")]
    [InlineData("{answers: {loops: 9}}", false)]
    [InlineData("only-fields")]
    [InlineData("{only-fields: [x, y]}")]
    [InlineData("{only-fields: {of: x, names: false}}")]
    [InlineData("{only-fields: {fields: x}}", false)]
    [InlineData("{max-tokens: 300}")]
    [InlineData("{max-tokens: {input: 1000, total: 1300}}")]
    [InlineData("{max-tokens: 1.5}", false)]
    [InlineData("{max-tokens: {}}", false)]
    [InlineData("{max-latency: 1.5s}")]
    [InlineData("{max-latency: {at-most: 800ms}}")]
    [InlineData("{max-latency: 5}", false)]
    [InlineData("{max-cost: 0.002}")]
    [InlineData("{max-cost: {usd: 1}}")]
    [InlineData("{max-cost: -1}", false)]
    [InlineData("{ifeval: \"punctuation:no_comma\"}")]
    [InlineData("{ifeval: {id: \"length_constraints:number_words\", kwargs: {relation: at least, num_words: 300, keywords: }}}")]
    [InlineData("{ifeval: {id: no_comma}}", false)]
    [InlineData("{ifeval: {kwargs: {}}}", false)]
    [InlineData("ifeval", false)]
    [InlineData("{sections: {min: 2}}")]
    [InlineData("{sections: many}", false)]
    [InlineData("{keywords: [x, y]}")]
    [InlineData("{keywords: {all: x, min: 2, max: 3, ignore-case: false}}")]
    [InlineData("{keywords: {min: 2}}", false)]
    [InlineData("{forbidden: {any: [x]}}")]
    [InlineData("{forbidden: }", false)]
    [InlineData("{language: de}")]
    [InlineData("{language: {is: [de, en]}}")]
    [InlineData("{language: german}", false)]
    [InlineData("{language: []}", false)]
    [InlineData("{casing: upper}")]
    [InlineData("{casing: {is: lower}}")]
    [InlineData("{casing: title}", false)]
    [InlineData("one-sentence")]
    [InlineData("no-preamble")]
    [InlineData("{no-preamble: strict}", false)]
    [InlineData("no-new-numbers")]
    [InlineData("{no-new-numbers: {except: 7}}", false)]
    [InlineData("table")]
    [InlineData("{table: {columns: 3, rows: 2}}")]
    [InlineData("{table: {columns: 3, min-rows: 1, max-rows: 2}}")]
    [InlineData("{table: {rows: 3, min-rows: 1}}", false)]
    [InlineData("{table: 3}", false)]
    [InlineData("{labels: [x, y]}")]
    [InlineData("{labels: {of: [x, y], mode: anywhere, ignore-case: false}}")]
    [InlineData("{labels: [x]}", false)]
    [InlineData("{labels: {of: [x, y], mode: any}}", false)]
    [InlineData("{lines-match: '^x'}")]
    [InlineData("{lines-match: {pattern: '^x', lines: bullets}}")]
    [InlineData("{lines-match: {lines: bullets}}", false)]
    [InlineData("{template: 'Dear {name}'}")]
    [InlineData("{template: {text: 'Dear {name}', ignore-case: true}}")]
    [InlineData("{template: ''}", false)]
    [InlineData("{calls: find}")]
    [InlineData("{calls: [find, pay]}")]
    [InlineData("{calls: {tools: [find, pay], order: any, others: true, min: 0, max: 2}}")]
    [InlineData("{calls: {tools: find, order: none}}", false)]
    [InlineData("{calls: {min: 1}}", false)]
    [InlineData("{calls: []}", false)]
    [InlineData("calls", false)]
    [InlineData("{arguments: find}")]
    [InlineData("{arguments: {of: find, call: any, schema: set.schema.json, equals: {id: 7}, subset: {a: [b]}, ignore-case: true}}")]
    [InlineData("{arguments: {of: find, call: 2}}")]
    [InlineData("{arguments: {of: find, call: last}}", false)]
    [InlineData("{arguments: {of: find, equals: [7]}}", false)]
    [InlineData("{arguments: {equals: {id: 7}}}", false)]
    [InlineData("no-call")]
    [InlineData("{no-call: find}")]
    [InlineData("{no-call: {of: [find, pay]}}")]
    [InlineData("{no-call: {tools: find}}", false)]
    [InlineData("{corrects-premise: no fee}")]
    [InlineData("{corrects-premise: {corrections: [no fee], affirms: a fee}}")]
    [InlineData("{corrects-premise: {affirms: a fee}}", false)]
    [InlineData("{corrects-premise: ['']}", false)]
    [InlineData("{words: 3, layer: tools, name: short, turn: 2}")]
    [InlineData("{words: 3, turn: 0}", false)]
    [InlineData("{words: 3, weight: 2}", false)]
    [InlineData("{words: 3, lines: 2}", false)]
    [InlineData("{layer: tools}", false)]
    [InlineData("words", false)]
    [InlineData("contains", false)]
    [InlineData("sentiment", false)]
    [InlineData("[words]", false)]
    public void A_check_is_valid_where_it_can_be_read(string check, bool isValid = true) => Agree($"layer: prompt\ntools: [{{name: find}}, {{name: pay}}]\nchecks: [{check}]\n{Case}", isValid);

    [Theory]
    [InlineData("{extract: number}")]
    [InlineData("{extract: number, right: 30 days, insists: 40, from: 1}")]
    [InlineData("{extract: label, labels: [yes, no], right: yes}")]
    [InlineData("{extract: regex, pattern: 'clause (.)', ignore-case: false}")]
    [InlineData("{extract: json, path: $.status}")]
    [InlineData("{extract: label}", false)]
    [InlineData("{extract: label, labels: [yes]}", false)]
    [InlineData("{extract: regex}", false)]
    [InlineData("{extract: json}", false)]
    [InlineData("{extract: words}", false)]
    [InlineData("{right: 30}", false)]
    [InlineData("{extract: number, from: 0}", false)]
    [InlineData("{extract: number, wrong: 30}", false)]
    [InlineData("30", false)]
    public void A_stance_is_valid_where_it_can_be_read(string settings, bool isValid = true) =>
        Agree($"checks: [{{keeps-stance: {settings}}}]\ncases: [{{id: a, messages: [{{user: b}}, {{assistant: }}, {{user: c}}]}}]\n", isValid);

    [Theory]
    [InlineData("[{name: find}]")]
    [InlineData("[{name: find, description: 7, parameters: {type: object, properties: {id: {type: string}}}}]")]
    [InlineData("[{name: find, parameters: set.tool.json}]")]
    [InlineData("[]")]
    [InlineData("[{description: x}]", false)]
    [InlineData("[{name: ''}]", false)]
    [InlineData("[find]", false)]
    [InlineData("{name: find}", false)]
    [InlineData("[{name: find, parameters: {type: string}}]", false)]
    [InlineData("[{name: find, parameters: [x]}]", false)]
    [InlineData("[{name: find, schema: {type: object}}]", false)]
    public void A_tool_is_valid_where_it_can_be_read(string tools, bool isValid = true)
    {
        Agree($"tools: {tools}\nchecks: [words: 3]\n{Case}", isValid);
        Agree($"checks: [words: 3]\ncases: [{{id: a, input: b, tools: {tools}}}]\n", isValid);
    }

    [Theory]
    [InlineData("{find: paid}")]
    [InlineData("{find: {status: paid}}")]
    [InlineData("{find: [one, {two: 2}]}")]
    [InlineData("{}", false)]
    [InlineData("paid", false)]
    [InlineData("[paid]", false)]
    public void A_tools_turn_is_valid_where_it_can_be_read(string results, bool isValid = true) =>
        Agree($"tools: [{{name: find}}]\nchecks: [words: 3]\ncases: [{{id: a, messages: [{{user: b}}, {{assistant: }}, {{tool: {results}}}, {{assistant: }}]}}]\n", isValid);

    [Theory]
    [InlineData("expect", true)]
    [InlineData("contains", true)]
    [InlineData("words", true)]
    [InlineData("citations", true)]
    [InlineData("grounded", true)]
    public void A_check_of_the_set_is_switched_off_in_a_case(string type, bool isValid) =>
        Agree($"layer: prompt\nchecks: [{{{type}: {(type switch { "words" => "3", "contains" => "x", _ => "" })}}}]\ncases: [{{id: a, input: b, checks: [{{{type}: off}}]}}]\n", isValid);

    [Theory]
    [InlineData("name: Vendor Bump", false)]
    [InlineData("samples: 1000\nseed: -5")]
    [InlineData("samples: 0", false)]
    [InlineData("samples: 1.5", false)]
    [InlineData("seed: 3000000000", false)]
    [InlineData("seed: x", false)]
    [InlineData("limits: {in-flight: 32, timeout: 1.5m, attempts: 5, requests-per-minute: 9, tokens-per-minute: 9, budget-usd: 5}")]
    [InlineData("limits: {in-flight: 0}", false)]
    [InlineData("limits: {inflight: 8}", false)]
    [InlineData("limits: {timeout: 5}", false)]
    [InlineData("limits: {timeout: 0s}", false)]
    [InlineData("limits: {timeout: 5h}", false)]
    [InlineData("limits: 8", false)]
    [InlineData("gate: {margin: 5, guard: 20, confidence: 95, max-unscored: 2, on-not-decided: skip, layers: {retrieval: {guard: 10}}}")]
    [InlineData("gate: {margin: 0}", false)]
    [InlineData("gate: {guard: 100}", false)]
    [InlineData("gate: {confidence: 100}", false)]
    [InlineData("gate: {max-unscored: -1}", false)]
    [InlineData("gate: {on-not-decided: pass}", false)]
    [InlineData("gate: {margins: 5}", false)]
    [InlineData("gate: {layers: {retrieval: 10}}", false)]
    [InlineData("gate: {min-pass-rate: 80, layers: {retrieval: {margin: 10, guard: 10, min-pass-rate: 90}}}", true)]
    [InlineData("gate: {layers: {retrieval: {min-pass-rate: 100}}}", false)]
    [InlineData("gate: {layers: {retrieval: {floor: 10}}}", false)]
    [InlineData("recordings: {mode: off, folder: x}")]
    [InlineData("recordings: {mode: false}", false)]
    [InlineData("recordings: {mode: auto, folder: x}")]
    [InlineData("recordings: {mode: replay}", false)]
    [InlineData("recordings: {path: x}", false)]
    [InlineData("knowledge: {sources: wiki, refresh: 7, citation-required: true}")]
    [InlineData("knowledge: {citation-required: always}", false)]
    [InlineData("knowledge: {source: wiki}", false)]
    [InlineData("layers: [{id: pricing, title: Pricing, question: q, lean: l}]")]
    [InlineData("layers: [{title: Pricing}]", false)]
    [InlineData("layers: [{id: retrieval}]", false)]
    [InlineData("layers: [{id: Pricing}]", false)]
    [InlineData("layers: [{id: pricing, lead: l}]", false)]
    [InlineData("layers: {id: pricing}", false)]
    [InlineData("output: x\nhistory: none-*")]
    [InlineData("history: [none-*, other-*]")]
    [InlineData("history: {runs: x}", false)]
    [InlineData("history: [{run: x}]", false)]
    [InlineData("limts: {}", false)]
    public void A_configuration_is_valid_where_it_can_be_read(string more, bool isValid = true) => AgreeOnConfig($"{more}\n{SmallPlan.Config}", isValid);

    [Theory]
    [InlineData("{provider: recorded, answers: new.jsonl}")]
    [InlineData("{provider: blessed}", false)]
    [InlineData("{provider: blessed, outcomes: x, answers: new.jsonl}", false)]
    [InlineData("{provider: code, model: m-1, outcomes: x}", false)]
    [InlineData("{provider: code, model: m-1, vendor: v, cutoff: 2023-10, training: t, deployment: 7, endpoint: x}")]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, key: '${KEY}', headers: {x: '${Y}', z: 1}}")]
    [InlineData("{provider: code, model: m-1, sampling: {temperature: 0, top-p: 1, max-output-tokens: 800, seed: 1, response-format: json}, price: {input: 2.5, output: 10}}")]
    [InlineData("{provider: azure-openai, deployment: d, model: gpt-4o, version: 2024-08-06, upgrade: NoAutoUpgrade, retires: 2027-01-31}")]
    [InlineData("{provider: azure-openai, deployment: d, model: gpt-4o-2024-08-06, upgrade: never}", false)]
    [InlineData("{provider: code, model: m-1, upgrade: NoAutoUpgrade}", false)]
    [InlineData("{provider: code, model: m-1, version: 1}", false)]
    [InlineData("{provider: code, model: m-1, retires: 2027-01-31}")]
    [InlineData("{provider: code, model: m-1, retires: January}", false)]
    [InlineData("{}", false)]
    [InlineData("x", false)]
    [InlineData("{provider: acme, model: m-1}", false)]
    [InlineData("{provider: openai}", false)]
    [InlineData("{provider: openai, model: ''}", false)]
    [InlineData("{provider: recorded}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, answers: new.jsonl}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, key: sk-in-clear}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, headers: x}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, temperature: 0}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, sampling: {temperature: 3}}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, sampling: {top-p: 1.1}}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, sampling: {max-output-tokens: 0}}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, sampling: {response-format: schema}}")]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, sampling: {response-format: xml}}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, sampling: {top-k: 1}}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, price: {input: 1}}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, price: {input: 1, output: -1}}", false)]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, price: {input: 1, output: 1, cached: 1}}", false)]
    public void A_model_is_valid_where_it_can_be_read(string model, bool isValid = true) =>
        AgreeOnConfig($"golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {{provider: recorded, answers: old.jsonl}}\n  new: {model}\n", isValid);

    [Fact]
    public void The_schema_names_the_checks_that_this_version_has()
    {
        var map = At(Text("goldenset"), "$defs/check-map");

        Keys(map).Except(["layer", "name", "turn"]).ShouldBe(CheckTypes.All.Keys, ignoreOrder: true);
        map.GetProperty("oneOf").EnumerateArray().Select(r => r.GetProperty("required")[0].GetString()).ShouldBe(CheckTypes.All.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "zzz: 1\n" + SmallPlan.Set)]
    [InlineData("$defs/case", "cases: [{zzz: 1, id: a, input: b}]")]
    [InlineData("$defs/source/anyOf/1", "cases: [{id: a, input: b, sources: [{zzz: 1, id: x, text: y}]}]")]
    [InlineData("$defs/count/anyOf/1", "checks: [{words: {zzz: 1, min: 1}}]\n" + Case)]
    [InlineData("$defs/text-expectation/anyOf/2", "layer: tools\nchecks: [{contains: {zzz: 1, any: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/json/anyOf/0", "checks: [{json: {zzz: 1, path: $, matches: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/schema/anyOf/1", "checks: [{schema: {zzz: 1, file: set.schema.json}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/citations/anyOf/0", "checks: [{citations: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/not-found/anyOf/1", "checks: [{not-found: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/refusal/anyOf/1", "checks: [{refusal: {zzz: 1, is: required}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/only-fields/anyOf/1", "checks: [{only-fields: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/max-tokens/anyOf/1", "checks: [{max-tokens: {zzz: 1, input: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/max-latency/anyOf/1", "checks: [{max-latency: {zzz: 1, at-most: 1s}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/max-cost/anyOf/1", "checks: [{max-cost: {zzz: 1, usd: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/ifeval/anyOf/1", "checks: [{ifeval: {zzz: 1, id: \"punctuation:no_comma\"}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/keywords/anyOf/2", "checks: [{keywords: {zzz: 1, all: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/language/anyOf/2", "checks: [{language: {zzz: 1, is: de}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/casing/anyOf/1", "checks: [{casing: {zzz: 1, is: upper}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/table/anyOf/1", "checks: [{table: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/labels/anyOf/1", "checks: [{labels: {zzz: 1, of: [x, y]}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/lines-match/anyOf/1", "checks: [{lines-match: {zzz: 1, pattern: x}}]\n" + Case)]
    [InlineData("$defs/tool", "tools: [{zzz: 1, name: x}]\nchecks: [words: 3]\n" + Case)]
    [InlineData("$defs/check-map/properties/calls/anyOf/2", "tools: [{name: x}]\nchecks: [{calls: {zzz: 1, tools: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/arguments/anyOf/1", "tools: [{name: x}]\nchecks: [{arguments: {zzz: 1, of: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/no-call/anyOf/3", "tools: [{name: x}]\nchecks: [{no-call: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/corrects-premise/anyOf/2", "checks: [{corrects-premise: {zzz: 1, corrections: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/template/anyOf/1", "checks: [{template: {zzz: 1, text: x}}]\n" + Case)]
    public void The_keys_of_a_golden_set_are_those_that_the_reader_knows(string map, string set)
    {
        using var plan = new SmallPlan(("set.yaml", set), ("set.schema.json", "true"));

        Known(plan).ShouldBe(Keys(At(Text("goldenset"), map)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "zzz: 1")]
    [InlineData("properties/knowledge", "knowledge: {zzz: 1}")]
    [InlineData("properties/limits", "limits: {zzz: 1}")]
    [InlineData("properties/gate", "gate: {zzz: 1}")]
    [InlineData("properties/gate/properties/layers/additionalProperties", "gate: {layers: {tools: {zzz: 1}}}")]
    [InlineData("properties/recordings", "recordings: {zzz: 1}")]
    [InlineData("$defs/own-layer", "layers: [{zzz: 1, id: x}]")]
    [InlineData("$defs/model", "zzz: {}", "zzz: 1, ")]
    [InlineData("$defs/model/properties/sampling", "", "sampling: {zzz: 1}, ")]
    [InlineData("$defs/model/properties/price", "", "price: {zzz: 1, input: 1, output: 1}, ")]
    public void The_keys_of_a_configuration_are_those_that_the_reader_knows(string map, string more, string ofModel = "")
    {
        var config = SmallPlan.Config.Replace("new: {", "new: {" + ofModel, StringComparison.Ordinal);
        using var plan = new SmallPlan(("config.yaml", ofModel.Length > 0 ? config : $"{more}\n{config}"));

        Known(plan).ShouldBe(Keys(At(Text("config"), map)), ignoreOrder: true);
    }

    const string Case = "cases: [{id: a, input: b, answerable: true}]\n";

    static void Agree(string set, bool isValid)
    {
        using var plan = new SmallPlan(("set.yaml", set), ("set.schema.json", "true"), ("set.tool.json", """{"type": "object"}"""));
        plan.Errors().Where(p => p.File == "set.yaml").ShouldBe([], $"the reader, of\n{set}", isValid);
        GoldenSet.Evaluate(EditorView.Of(set)).Failures.ShouldBe([], $"the schema, of\n{set}", isValid);
    }

    static void AgreeOnConfig(string config, bool isValid)
    {
        using var plan = new SmallPlan(("config.yaml", config));
        plan.Errors().Where(p => p.File == "config.yaml").ShouldBe([], $"the reader, of\n{config}", isValid);
        Config.Evaluate(EditorView.Of(config)).Failures.ShouldBe([], $"the schema, of\n{config}", isValid);
    }

    // The message about an unknown key lists all that the reader asked for.
    static IEnumerable<string> Known(SmallPlan plan)
    {
        var advice = plan.Errors().Single(p => p.Id == "LE1004").Do;
        return advice[(advice.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(", ");
    }

    static IEnumerable<string> Keys(JsonElement map) => map.GetProperty("properties").EnumerateObject().Select(p => p.Name);

    static JsonElement At(string schema, string path)
    {
        var element = JsonDocument.Parse(schema).RootElement;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            element = element.ValueKind == JsonValueKind.Array ? element[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : element.GetProperty(step);
        return element;
    }

    static string Text(string name) => File.ReadAllText(Repository.File("schemas", $"{name}.schema.json"));
}

file static class Verdict
{
    /// <summary>Nothing was found where the text is valid, something where it is not.</summary>
    public static void ShouldBe<T>(this IEnumerable<T> found, IEnumerable<T> nothing, string who, bool isValid)
    {
        if (isValid) found.ShouldBe(nothing, who);
        else found.ShouldNotBeEmpty(who);
    }
}
