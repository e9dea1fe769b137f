using LayerEvals.Diagnostics;

namespace LayerEvals.Reading;

/// <summary>Where a file names another, and how it is written there: what is wrong with a name is said at the name.</summary>
internal sealed record Naming(SourceFile By, int Line, string Written)
{
    /// <summary>What to do about a name that leads nowhere: write that of the near file that is there.</summary>
    public string Advice(string path, string what) => NearFile.To(path, Written, By.Path) is { } near
        ? $"write `{Printable.Short(near, 80)}`, or add the {what}"
        : $"correct the path, which is relative to this file, or add the {what}";
}
