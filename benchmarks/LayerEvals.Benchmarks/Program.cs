using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LayerEvals.Benchmarks;
using LayerEvals.Benchmarks.GateTables;

// The entry point: the one place that names the system's clock.
#pragma warning disable RS0030
var clock = TimeProvider.System;
#pragma warning restore RS0030

// A child process measures one row, so that no row's memory or compiled code is another's.
if (args is ["row", var number])
{
    Console.WriteLine(JsonSerializer.Serialize(await Measuring.RunAsync(Row.All[int.Parse(number, CultureInfo.InvariantCulture)], clock, CancellationToken.None)));
    return 0;
}

if (args is [VendorServer.Command, .. var settings])
{
    await VendorServer.ServeAsync(settings, clock);
    return 0;
}

if (args is ["vendors"])
{
    var speed = await VendorTiming.OfAsync(clock, CancellationToken.None);
    Console.WriteLine(speed);
    File.WriteAllText(Path.Combine(Above("LayerEvals.sln"), "benchmarks", "VENDOR-SPEED.md"), speed);
    return 0;
}

if (args is ["power"])
{
    PowerTiming.Write(Console.Out, clock);
    return 0;
}

if (args is ["citations"])
{
    CitationTiming.Write(Console.Out, clock);
    return 0;
}

if (args is ["instructions"])
{
    var data = Environment.GetEnvironmentVariable("LAYEREVALS_SHARED") is { Length: > 0 } named ? named : Path.Combine(Above("LayerEvals.sln"), "..", "shared", "data");
    InstructionTiming.Write(Console.Out, clock, Path.Combine(data, "ifeval"));
    return 0;
}

if (args is ["looks"])
{
    LooksSimulation.Write(Console.Out);
    return 0;
}

if (args is ["gate-tables", .. var sections])
{
    var root = Above("LayerEvals.sln");
    // Beside the data that the tests read.
    var shared = Environment.GetEnvironmentVariable("LAYEREVALS_SHARED") is { Length: > 0 } data ? Path.Combine(data, "..") : Path.Combine(root, "..", "shared");
    return GateTablesCommand.Run(Console.Out, (Path.Combine(shared, "STATISTICS-TABLES.md"), Path.Combine(root, "docs", "statistics.md")), sections.FirstOrDefault());
}

if (args is ["gate"])
{
    GateTiming.Write(Console.Out, clock);
    return 0;
}

if (args is ["report", var folder, var cases])
{
    var page = await PageTiming.WriteAsync(Console.Out, (Above("LayerEvals.sln"), folder, int.Parse(cases, CultureInfo.InvariantCulture)), clock);
    await PageInBrowser.WriteAsync(Console.Out, page);
    return 0;
}

var results = new List<(Row, Measured)>();
for (var i = 0; i < Row.All.Count; i++)
{
    using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["row", $"{i}"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
    var line = await child.StandardOutput.ReadToEndAsync();
    await child.WaitForExitAsync();
    if (child.ExitCode != 0) return child.ExitCode;
    results.Add((Row.All[i], JsonSerializer.Deserialize<Measured>(line)!));
    Console.Error.WriteLine($"{i + 1} of {Row.All.Count} rows measured");
}
var table = ResultsTable.Of(results);
Console.WriteLine(table);
File.WriteAllText(Path.Combine(Above("LayerEvals.sln"), "benchmarks", "RESULTS.md"), table);
return 0;

static string Above(string name)
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        if (File.Exists(Path.Combine(folder.FullName, name))) return folder.FullName;
    throw new InvalidOperationException($"expected {name} in a folder above the benchmark, found none");
}
