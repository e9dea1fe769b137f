using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LayerEvals.Benchmarks.JsonSchema;

/// <summary>What a worker is asked for: to load a row, or to measure it for so many milliseconds.</summary>
internal sealed record Asked(string What, int Row, double Ms = 0, string? Draft = null, string? Schema = null, string? Document = null);

/// <summary>What a worker says. <see cref="Error"/> when it could not.</summary>
internal sealed record Answered
{
    public bool Valid { get; init; }

    public double PerSecond { get; init; }

    public double BytesEach { get; init; }

    public string? Error { get; init; }
}

/// <summary>One of the two sides: a process that stays warm, bound to the first core.</summary>
internal sealed class SpeedSide(Process process) : IDisposable
{
    public static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Starts a side with <c>taskset</c>, so that all its threads share the one core.</summary>
    public static SpeedSide Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("taskset", ["--cpu-list", "0", program, .. arguments]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        return new SpeedSide(Process.Start(start)!);
    }

    public async Task<Answered> AskAsync(Asked asked, CancellationToken cancellation)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(asked, Wire).AsMemory(), cancellation);
        await process.StandardInput.FlushAsync(cancellation);
        var line = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException($"expected an answer to {asked.What} of row {asked.Row}, and the process ended");
        return JsonSerializer.Deserialize<Answered>(line, Wire)!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
