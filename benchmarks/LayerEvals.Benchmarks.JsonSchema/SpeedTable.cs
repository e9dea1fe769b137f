using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace LayerEvals.Benchmarks.JsonSchema;

/// <summary>Writes what was measured as Markdown.</summary>
internal static class SpeedTable
{
    public static string Of(IReadOnlyList<Compared> results, int rounds)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # How fast schemas are checked

            `npm ci` in `benchmarks/LayerEvals.Benchmarks.JsonSchema/ajv`, then `dotnet run -c Release --project benchmarks/LayerEvals.Benchmarks.JsonSchema` wrote this file:
            {RuntimeInformation.FrameworkDescription}, Ajv 8 on Node, {RuntimeInformation.ProcessArchitecture}.

            Each side is a warm process bound to the same core, and both read the same schema and the same valid document. They are measured in turns, {rounds} rounds of
            50 ms each; a ratio is the median of the rounds' ratios, ours to Ajv's, and above 1 ours is faster. *From bytes* is the whole way: Ajv's side decodes and parses
            the buffer (`JSON.parse`) and calls the compiled function. *Parsed* is the evaluation alone, of a document that is in memory already. Ajv's compile time is that
            of a warm Ajv instance with its metaschemas compiled. Neither side asserts formats. A dash: Ajv does not accept that schema or that document.

            | schema, document | document | from bytes, a second | Ajv | ratio | allocated | parsed, a second | Ajv | ratio | compile | Ajv |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {result.Row.Name} | {result.Row.Document.Length:N0} B | {Cells(result.Whole)} | {result.Whole.BytesEach:N0} B | {Cells(result.Evaluate)} | {Time(result.Compile.Ours)} | {(result.Compile.Theirs is { } theirs ? Time(theirs) : "-")} |\n");
        }
        return text.ToString();
    }

    static string Cells(Duel duel) => duel is { Theirs: { } theirs, Ratio: { } ratio }
        ? string.Create(CultureInfo.InvariantCulture, $"{duel.Ours:N0} | {theirs:N0} | {ratio:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{duel.Ours:N0} | - | -");

    static string Time(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{1e6 / perSecond:N0} µs");
}
