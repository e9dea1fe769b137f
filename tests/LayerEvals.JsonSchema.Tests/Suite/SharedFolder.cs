namespace LayerEvals.JsonSchema.Tests;

/// <summary>Finds public test data beside the repository. The one place that reads the environment.</summary>
internal static class SharedFolder
{
    /// <summary>A folder in the shared data; the test skips without it, or fails when LAYEREVALS_REQUIRE_SHARED is 1.</summary>
    public static string Find(string name)
    {
        var data = Environment.GetEnvironmentVariable("LAYEREVALS_SHARED") ?? FindBeside(AppContext.BaseDirectory);
        if (data is not null && Directory.Exists(Path.Combine(data, name))) return Path.Combine(data, name);

        var reason = $"no folder {name} in shared data ({data ?? "no shared/data beside the repository"}); set LAYEREVALS_SHARED to its path";
        if (Environment.GetEnvironmentVariable("LAYEREVALS_REQUIRE_SHARED") == "1") Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    static string? FindBeside(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }
        return null;
    }
}
