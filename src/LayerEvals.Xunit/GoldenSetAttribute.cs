using System.Reflection;
using LayerEvals.Session;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace LayerEvals;

/// <summary>Gives a theory one row for each case of a golden set: a test named by the case's id, with the traits <c>layer</c>, <c>set</c> and <c>case</c>.</summary>
/// <param name="path">The golden set's file, relative to the project folder.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class GoldenSetAttribute(string path) : DataAttribute
{
    /// <summary>The golden set's file, relative to the project folder.</summary>
    public string Path => path;

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var project = EvalProject.Of(testMethod.ReflectedType!.Assembly);
        var shard = EvalSettings.Current.ShardOrWhole;
        // What is wrong with the set is reported once, by the gate of the plan: here its sound cases are listed.
        var cases = project.ReadForDiscovery(path);
        var rows = cases.Where(c => shard.Holds(c.Key)).Select(Row).ToList();
        // xUnit fails a theory that has no row at all, and a shard may hold none of a small set.
        if (rows.Count == 0 && cases.Count > 0) rows.Add(None(cases[0], shard));
        return new(rows);
    }

    static TheoryDataRow<GoldenCase> None(GoldenCase first, Planning.Shard shard) => new(first)
    {
        TestDisplayName = $"{first.Set}: no case in this shard",
        Label = "",
        Skip = $"shard {shard} holds no case of {first.Set}",
    };

    static TheoryDataRow<GoldenCase> Row(GoldenCase golden)
    {
        // An empty label makes the display name the id alone.
        var row = new TheoryDataRow<GoldenCase>(golden) { TestDisplayName = golden.Id, Label = "" };
        row.Traits["set"] = [golden.Set];
        row.Traits["case"] = [golden.Id, golden.Key];
        row.Traits["layer"] = [.. golden.Checks.Items.Select(c => c.Layer).Distinct(StringComparer.Ordinal)];
        if (golden.Tags.Count > 0) row.Traits["tag"] = [.. golden.Tags];
        return row;
    }
}
