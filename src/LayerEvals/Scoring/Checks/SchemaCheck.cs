using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Json;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer is JSON that a schema takes.</summary>
internal static class SchemaCheck
{
    const string File = "file";

    public static CheckType Type { get; } = new("schema", Layers.FineTuning, Read) { Short = CheckType.As(File), SchemaKey = File, Resolve = (file, settings) => Named(file, settings, File) };

    /// <summary>The name of a check's schema; null for other checks.</summary>
    public static string? SchemaOf(PlannedCheck check) => check.Type == Type ? (check.Settings[File] as TextNode)?.Text : null;

    // The path is relative to the file that it is written in, and a case may stand in another file than its set: it becomes the schema's name before they are merged.
    internal static MapNode Named(SourceFile file, MapNode settings, string key)
    {
        if (settings[key] is not TextNode { IsAbsent: false } path || file.Schemas.Read(file, path) is not { } name) return settings;
        return settings with { Entries = [.. settings.Entries.Select(e => e.Key == key ? e with { Value = path with { Text = name, IsQuoted = true } } : e)] };
    }

    static Check? Read(MapReader settings)
    {
        var mode = settings.OneOf("mode", "whole", "fenced", "anywhere") switch { "fenced" => JsonMode.Fenced, "anywhere" => JsonMode.Anywhere, _ => JsonMode.Whole };
        var assertsFormats = settings.OneOf("formats", "annotate", "assert") == "assert";
        var name = settings.Text(File);
        if (settings.Node(File) is null) settings.Missing([File], ProblemIds.MissingKey, "expected `file` in `schema`, found none", "write file: with the path of a JSON Schema, relative to this file");
        // What could not be read was reported where it is named.
        if (name is null || settings.File.Schemas.Find(name) is not { } schema || settings.File.Schemas.Compile(schema, assertsFormats) is not { } judge) return null;
        var held = new SchemaJudge(judge, mode);
        return subject => held.Judge(subject.Text, subject.IsLastTurn ? subject.Answer.FinishReason : null);
    }
}
