using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Session;

/// <summary>The test project that an assembly was built from: its folder, its configuration, its golden sets.</summary>
internal sealed class EvalProject
{
    // Discovery asks for the same set once a method and again when rows run late: each file is read once a process.
    static readonly ConcurrentDictionary<Assembly, EvalProject> Known = new();

    readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<GoldenCase>>> sets = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<(string Path, bool AssertsFormats), Lazy<Func<JsonElement, SchemaFinding>>> schemas = new();

    readonly Lazy<ISchemaValidator?> validator;

    EvalProject(Assembly assembly)
    {
        Assembly = assembly;
        var metadata = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value, StringComparer.Ordinal);
        var beside = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } location ? location : AppContext.BaseDirectory;
        var folder = Path.GetFullPath(Path.Combine(beside, metadata["LayerEvals.ProjectFolder"].FirstOrDefault() ?? "."));
        // Where the assembly was moved away from its project, the files that were copied beside it serve.
        Folder = Path.TrimEndingDirectorySeparator(Directory.Exists(folder) ? folder : beside);
        Config = metadata["LayerEvals.Config"].FirstOrDefault();
        validator = new Lazy<ISchemaValidator?>(() => Registered.Of<ISchemaValidator>(assembly, assembly.GetCustomAttribute<SchemaValidatorAttribute>()?.Type, "[SchemaValidator]"));
    }

    public Assembly Assembly { get; }

    public string Folder { get; }

    /// <summary>The configuration of the project file, relative to the folder.</summary>
    public string? Config { get; }

    /// <summary>The validator that the project registers; null for the one that LayerEvals brings.</summary>
    /// <exception cref="PlanException">It registers a type that is none.</exception>
    public ISchemaValidator? Validator => validator.Value;

    public static EvalProject Of(Assembly assembly) => Known.GetOrAdd(assembly, static a => new EvalProject(a));

    /// <summary>The classes that xUnit looks for tests in.</summary>
    public IEnumerable<Type> TestClasses => Assembly.GetExportedTypes().Where(t => !t.IsAbstract || t.IsSealed);

    /// <summary>The golden sets that the tests of these classes name, each once, in ordinal order.</summary>
    public IReadOnlyList<string> GoldenPaths(IEnumerable<Type> types) =>
        [.. GoldenTests(types).Select(t => At(t.Path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The tests of these classes that take their rows from golden sets, once for each set.</summary>
    public static IEnumerable<(string Test, string Path)> GoldenTests(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
        from golden in method.GetCustomAttributes<GoldenSetAttribute>()
        select (RowName.Of(type, method), golden.Path);

    public string At(string path) => Path.GetFullPath(path, Folder);

    /// <summary>What judges by a schema of the project; read once a process.</summary>
    /// <exception cref="ArgumentException">The file is no schema.</exception>
    public Func<JsonElement, SchemaFinding> Schema(string path, bool assertsFormats) => schemas.GetOrAdd((path, assertsFormats), key => new Lazy<Func<JsonElement, SchemaFinding>>(() =>
    {
        var problems = new Problems();
        var files = new SchemaFiles(Validator);
        // As if a file of the project folder named it.
        var naming = new SourceFile(At("a test"), "a test", problems) { Schemas = files };
        return files.Read(naming, new TextNode(key.Path, 0)) is { } name && files.Compile(files.Find(name)!, key.AssertsFormats) is { } judge // what was just read is found
            ? judge
            : throw new ArgumentException(string.Join('\n', problems.InOrder), nameof(path));
    })).Value;

    /// <summary>The sound cases of a set; its problems are the plan's to report.</summary>
    public IReadOnlyList<GoldenCase> ReadForDiscovery(string path) => sets.GetOrAdd(path, p => new Lazy<IReadOnlyList<GoldenCase>>(() =>
        GoldenSetReader.Read(new SourceFile(At(p), p, new Problems()), AnyLayer.Instance)?.Cases ?? [])).Value;
}
