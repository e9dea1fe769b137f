using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfKeyword(KeywordPlace at, SchemaNode[] nodes) : IKeyword
{
    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (run.Explains) return CheckAndExplain(instance, run, marks);
        var valid = false;
        foreach (var node in nodes)
        {
            valid |= run.CheckApart(node, instance, marks);
            // Marks need every branch that is valid; without them one is enough.
            if (valid && marks is null) return true;
        }
        return valid;
    }

    bool CheckAndExplain(JsonElement instance, Evaluation run, Marks? marks)
    {
        var failed = new List<List<RankedFailure>>();
        foreach (var node in nodes)
        {
            var (valid, failures) = run.CheckBranch(node, instance, marks);
            if (!valid) failed.Add(failures);
        }
        if (failed.Count < nodes.Length) return true;
        Branches.Fail(at, failed, instance, run);
        return false;
    }
}

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfKeyword(KeywordPlace at, SchemaNode[] nodes) : IKeyword
{
    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (run.Explains) return CheckAndExplain(instance, run, marks);
        var valid = false;
        foreach (var node in nodes)
        {
            if (!run.CheckApart(node, instance, marks)) continue;
            if (valid) return false;
            valid = true;
        }
        return valid;
    }

    bool CheckAndExplain(JsonElement instance, Evaluation run, Marks? marks)
    {
        var failed = new List<List<RankedFailure>>();
        var matching = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            var (valid, failures) = run.CheckBranch(nodes[i], instance, marks);
            if (valid) matching.Add(i);
            else failed.Add(failures);
        }
        if (matching.Count == 1) return true;
        if (matching.Count == 0) Branches.Fail(at, failed, instance, run);
        else run.Fail(at, $"{Wording.Value(instance)} is valid against the branches {string.Join(" and ", matching.Select(m => m.ToString(CultureInfo.InvariantCulture)))}", "exactly one of them");
        return false;
    }
}

/// <summary>Explains that no branch holds: the closest branch, not all of them.</summary>
internal static class Branches
{
    public static void Fail(KeywordPlace at, IReadOnlyList<List<RankedFailure>> failed, JsonElement instance, Evaluation run)
    {
        if (ClosestBranch.CommonWish(failed, run.Path.Depth) is { } wishes)
        {
            var allTypes = failed.All(f => f[0].Failure.Keyword == "type");
            var found = allTypes ? $"{Wording.Value(instance)} is {Wording.Kind(instance)}" : Wording.Value(instance);
            run.Fail(at, found, Wording.AnyOf(wishes));
            return;
        }
        var closest = ClosestBranch.Of(failed, run.Path.Depth);
        run.Adopt(failed[closest]);
        if (failed.Count == 1) return;
        var count = string.Create(CultureInfo.InvariantCulture, $"none of the {failed.Count} branches");
        run.Fail(at, $"{Wording.Value(instance)} is valid against {count}", "a value that is valid against one",
            string.Create(CultureInfo.InvariantCulture, $"{Wording.Value(instance)} is valid against {count} of {at.Name}; branch {closest}, whose failures are above, is the closest"));
    }
}
