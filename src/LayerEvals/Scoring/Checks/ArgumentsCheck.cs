using System.Globalization;
using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Calling;

namespace LayerEvals.Scoring.Checks;

/// <summary>The arguments of a tool's calls are what its declared schema takes, or another one, and what they should be.</summary>
internal static class ArgumentsCheck
{
    const string Of = "of";
    const string SchemaFile = "schema";

    public static CheckType Type { get; } = new("arguments", Layers.Tools, Read)
    {
        Short = CheckType.As(Of),
        ToolsOf = CalledTools.Under(Of),
        SchemaKey = SchemaFile,
        Resolve = (file, settings) => Typed(SchemaCheck.Named(file, settings, SchemaFile)),
    };

    /// <summary>The tool whose declared schema a check judges by; null where it judges by none.</summary>
    public static string? DeclaredTool(PlannedCheck check) => check.Type == Type && check.Settings[SchemaFile] is null ? (check.Settings[Of] as TextNode)?.Text : null;

    // Settings are kept as texts; what arguments should be is kept as the text of its JSON, so that 40, true and null stay what they are.
    static MapNode Typed(MapNode settings) => settings with
    {
        Entries = [.. settings.Entries.Select(e => e is { Key: "equals" or "subset", Value: MapNode map } ? e with { Value = new TextNode(TypedJson.Of(map, isSorted: true), map.Line, IsQuoted: true) } : e)],
    };

    /// <param name="Tool">The tool.</param>
    /// <param name="Call">The number of its call, from 1; 0 for any of them, null for every one.</param>
    /// <param name="Schema">The schema that takes the place of the declared one.</param>
    sealed record Wanted(string Tool, int? Call, Func<JsonElement, SchemaFinding>? Schema)
    {
        public JsonElement? EqualTo { get; init; }

        public JsonElement? Subset { get; init; }

        public bool IgnoresCase { get; init; }
    }

    static Check? Read(MapReader settings)
    {
        var before = settings.File.Problems.Count;
        var schema = settings.Text(SchemaFile) is { } name && settings.File.Schemas.Find(name) is { } text ? settings.File.Schemas.Compile(text, assertsFormats: false) : null;
        var wanted = new Wanted(settings.Required(Of, "write of: with the tool whose arguments are meant"), Call(settings), schema)
        {
            EqualTo = Expected(settings, "equals"),
            Subset = Expected(settings, "subset"),
            IgnoresCase = settings.Flag("ignore-case") ?? false,
        };
        // What could not be read was reported where it is named.
        return settings.File.Problems.Count > before || wanted.Tool.Length == 0 || schema is null && settings.Node(SchemaFile) is not null ? null : subject => Judge(wanted, subject);
    }

    static int? Call(MapReader settings)
    {
        if (settings.Text("call") is not { } text || text == "every") return null;
        if (text == "any") return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100) return number;
        settings.File.Error(ProblemIds.BadValue, settings.LineOf("call"), $"expected `every`, `any` or the number of a call from 1 to 100 for `call`, found `{Printable.Short(text, 60)}`", "write one of them; without it every call is meant");
        return null;
    }

    static JsonElement? Expected(MapReader settings, string key)
    {
        if (settings.Node(key) is not { } node) return null;
        if (node is TextNode { Text: var json } && CallArguments.Read(json).Document is { } document) return document.RootElement;
        settings.File.Error(ProblemIds.WrongKind, node.Line, $"expected `{key}` as a map of arguments, found {node.Kind}", $"write `{key}: {{id: …}}`");
        return null;
    }

    static Finding Judge(Wanted wanted, Subject subject)
    {
        var calls = subject.Calls.Where(c => c.Name == wanted.Tool).ToList();
        var tool = $"`{Printable.Short(wanted.Tool, 60)}`";
        if (calls.Count < Math.Max(1, wanted.Call ?? 1))
            return Finding.Fail(wanted.Call > 1 ? $"expected a call {wanted.Call} of {tool}, found {Numerals.Count(calls.Count, "call")}"
                : $"expected a call of {tool}, found {(subject.Calls.Count == 0 ? "none" : CalledTools.Named(subject.Calls.Select(c => c.Name)))}", CalledTools.Shown(subject.Calls) ?? Scorer.Quote(subject.Text));
        if (wanted.Call is > 0 and var number) return One(calls[number - 1], wanted, subject, $"call {number} of {tool}");
        Finding? first = null;
        for (var i = 0; i < calls.Count; i++)
        {
            var finding = One(calls[i], wanted, subject, calls.Count == 1 ? tool : $"call {i + 1} of {tool}");
            var holds = finding.Outcome == Outcome.Passed;
            if (holds == (wanted.Call == 0)) return finding;
            first ??= finding;
        }
        return first ?? Finding.Pass;
    }

    static Finding One(ToolCall call, Wanted wanted, Subject subject, string shown)
    {
        var parsed = CallArguments.Read(call.Arguments);
        using var document = parsed.Document;
        if (document is null) return Fail($"the arguments are no JSON object: {parsed.Fault}");
        var judged = wanted.Schema is { } schema ? schema(document.RootElement) : subject.Case.Tools.FirstOrDefault(t => t.Name == wanted.Tool)?.Judge(document.RootElement);
        if (judged is { IsValid: false })
        {
            var why = judged.Failures.Count == 0 ? "the schema refuses them" : Printable.Short(judged.Failures[0], 600) + (judged.Failures.Count > 1 ? $"; and {judged.Failures.Count - 1} more" : "");
            return judged.IsDecided ? Fail(why) : Finding.Unscored($"{shown}: {why}");
        }
        var comparison = new ArgumentComparison(wanted.IgnoresCase);
        var difference = (wanted.EqualTo is { } equal ? comparison.Difference(equal, document.RootElement, isWhole: true) : null)
            ?? (wanted.Subset is { } part ? comparison.Difference(part, document.RootElement, isWhole: false) : null);
        return difference is null ? Finding.Pass : Fail(difference);

        Finding Fail(string why) => Finding.Fail($"{shown}: {why}", CalledTools.Shown([call]));
    }
}
