using System.Diagnostics;
using System.Text.Json;
using LayerEvals.JsonSchema;

namespace LayerEvals.Benchmarks.JsonSchema;

/// <summary>Our side, in a process of its own. One line of JSON in, one out, as the worker of the other side.</summary>
internal static class Worker
{
    sealed record Loaded(string SchemaText, SchemaOptions Options, Schema Schema, byte[] Bytes, JsonElement Instance);

    public static void Run(TextReader input, TextWriter output)
    {
        var rows = new Dictionary<int, Loaded>();
        while (input.ReadLine() is { } line)
        {
            var asked = JsonSerializer.Deserialize<Asked>(line, SpeedSide.Wire)!;
            output.WriteLine(JsonSerializer.Serialize(asked.What == "load" ? Load(asked, rows) : Measure(asked, rows[asked.Row]), SpeedSide.Wire));
            output.Flush();
        }
    }

    static Answered Load(Asked asked, Dictionary<int, Loaded> rows)
    {
        var options = new SchemaOptions { DefaultDraft = asked.Draft == "draft7" ? SchemaDraft.Draft7 : SchemaDraft.Draft202012 };
        var text = File.ReadAllText(asked.Schema!);
        var bytes = File.ReadAllBytes(asked.Document!);
        using var document = JsonDocument.Parse(bytes);
        var row = new Loaded(text, options, Schema.Compile(text, options), bytes, document.RootElement.Clone());
        rows[asked.Row] = row;
        return new Answered { Valid = row.Schema.Evaluate(row.Instance).IsValid };
    }

    static Answered Measure(Asked asked, Loaded row) => asked.What switch
    {
        "whole" => Measure(asked.Ms, () => row.Schema.IsValid(row.Bytes)),
        "evaluate" => Measure(asked.Ms, () => row.Schema.IsValid(row.Instance)),
        _ => Measure(asked.Ms, () => Schema.Compile(row.SchemaText, row.Options) is not null),
    };

    static Answered Measure(double ms, Func<bool> action)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var (count, batch, before) = (0L, 1, 0.0);
        double elapsed;
        do
        {
            for (var i = 0; i < batch; i++) action();
            count += batch;
            elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (elapsed - before < 0.2) batch *= 2;
            before = elapsed;
        }
        while (elapsed < ms);
        return new Answered { PerSecond = count / elapsed * 1e3, BytesEach = (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / count };
    }
}
