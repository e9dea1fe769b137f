namespace LayerEvals.Testing;

/// <summary>Where the tests find the repository and the data beside it.</summary>
internal static class Repository
{
    /// <summary>The folder of LayerEvals.sln.</summary>
    public static string Root { get; } = Above("LayerEvals.sln") ?? throw new InvalidOperationException("expected LayerEvals.sln in a folder above the tests, found none");

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// A file of the public data that lies beside the project (or where LAYEREVALS_SHARED says). Where it is absent the test skips with its reason, and
    /// fails under LAYEREVALS_REQUIRE_SHARED=1.
    /// </summary>
    public static string Shared(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("LAYEREVALS_SHARED") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine([folder, .. parts]));
        if (Path.Exists(path)) return path;
        var reason = $"the public test data is not here: {string.Join('/', parts)}; put it at ../shared/data or name its folder in LAYEREVALS_SHARED";
        if (Environment.GetEnvironmentVariable("LAYEREVALS_REQUIRE_SHARED") == "1") Assert.Fail(reason);
        Assert.Skip(reason);
        return path;
    }

    static string? Above(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, name))) return folder.FullName;
        return null;
    }
}
