using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LayerEvals.Benchmarks;

/// <summary>The golden set: written when this assembly is loaded, before xUnit looks for rows.</summary>
internal static class ManyCases
{
    /// <summary>10,000, or what LAYEREVALS_BENCHMARK_CASES says.</summary>
    public static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("LAYEREVALS_BENCHMARK_CASES"), CultureInfo.InvariantCulture, out var count) ? count : 10_000;

    [ModuleInitializer]
    internal static void Write()
    {
        var assembly = typeof(ManyCases).Assembly;
        var project = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "LayerEvals.ProjectFolder").Value!; // the targets write it
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, project, "../../artifacts/benchmarks")).FullName;
        File.WriteAllText(Path.Combine(folder, "many.yaml"), "layer: retrieval\nchecks: [{contains: \"yes\"}]\ncases: many.jsonl\n");
        File.WriteAllLines(Path.Combine(folder, "many.jsonl"), Enumerable.Range(0, Count).Select(i => $$"""{"id": "q{{i:00000}}", "messages": [{"user": "question {{i}}"}]}"""));
    }
}
