using System.Globalization;
using LayerEvals.Benchmarks.JsonSchema;

if (args is ["worker"])
{
    Worker.Run(Console.In, Console.Out);
    return 0;
}

// .NET compiles what is called often anew, twice, in the background and on the one core: on a busy machine that takes a while.
const int WarmPasses = 6;
var rounds = args is ["--rounds", var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 15;
var root = Above("LayerEvals.sln");
var shared = Environment.GetEnvironmentVariable("LAYEREVALS_SHARED") is { Length: > 0 } named ? named : Path.Combine(root, "..", "shared", "data");
var ajv = Path.Combine(root, "benchmarks", "LayerEvals.Benchmarks.JsonSchema", "ajv");
if (!Directory.Exists(Path.Combine(ajv, "node_modules")))
{
    Console.Error.WriteLine("Ajv is not installed: run `npm ci` in benchmarks/LayerEvals.Benchmarks.JsonSchema/ajv");
    return 1;
}

var folder = Directory.CreateTempSubdirectory("layerevals-schema-speed-");
try
{
    using var ours = SpeedSide.Start(Environment.ProcessPath!, "worker");
    using var theirs = SpeedSide.Start("node", Path.Combine(ajv, "worker.mjs"));
    var duels = new Duels(ours, theirs, rounds);
    var rows = SpeedRows.Read(root, Path.Combine(shared, "json-schema-test-suite"));
    var accepted = new List<bool>();
    for (var i = 0; i < rows.Count; i++)
        accepted.Add(await LoadAsync(i));
    for (var pass = 0; pass < WarmPasses; pass++)
        for (var i = 0; i < rows.Count; i++)
            await duels.WarmAsync(i, accepted[i], CancellationToken.None);
    var results = new List<Compared>();
    for (var i = 0; i < rows.Count; i++)
    {
        results.Add(await duels.CompareAsync(rows[i], i, accepted[i], CancellationToken.None));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {rows.Count}: {rows[i].Name} {results[^1].Whole.Ratio:0.00}"));
    }
    var table = SpeedTable.Of(results, rounds);
    Console.WriteLine(table);
    File.WriteAllText(Path.Combine(root, "benchmarks", "SCHEMA-SPEED.md"), table);
    return 0;

    async Task<bool> LoadAsync(int number)
    {
        var row = rows[number];
        var load = row.Load(number, folder.FullName);
        if (!(await ours.AskAsync(load, CancellationToken.None)).Valid) throw new InvalidOperationException($"expected the document of {row.Name} to be valid, and ours says that it is not");
        var other = await theirs.AskAsync(load, CancellationToken.None);
        if (!other.Valid) Console.Error.WriteLine($"Ajv does not accept {row.Name}: {other.Error ?? "it calls the document invalid"}");
        return other.Valid;
    }
}
finally
{
    folder.Delete(recursive: true);
}

static string Above(string name)
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        if (File.Exists(Path.Combine(folder.FullName, name))) return folder.FullName;
    throw new InvalidOperationException($"expected {name} in a folder above the benchmark, found none");
}
