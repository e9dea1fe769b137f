using LayerEvals.Answering;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Planning;

/// <summary>A model that is offered the cases' schemas can be offered one for each case, and one that stands in one file.</summary>
internal static class ResponseFormats
{
    /// <summary>The sampling setting that offers schemas.</summary>
    public const string Schema = "schema";

    /// <summary>Whether a side is offered the schemas. Recorded and blessed answers were asked elsewhere.</summary>
    public static bool AreOffered(ModelConfiguration side) => side.Sampling.ResponseFormat == Schema && side.Provider is not ("recorded" or "blessed");

    public static void Run(EvalConfig config, IReadOnlyList<GoldenSet> sets, SchemaFiles schemas)
    {
        if (config.Sides.FirstOrDefault(AreOffered) is not { } side) return;
        var offered = sets.SelectMany(s => s.Cases).Select(c => (Case: c, Schemas: ResponseSchema.Named(c.Checks, schemas))).Where(c => c.Schemas.Count > 0).ToList();
        if (offered.Count == 0)
            config.File.Warn(ProblemIds.ResponseFormat, side.Line, $"`response-format: schema` of `{side.Name}` offers nothing: no case has a `schema` check", "write `- schema: …` on a set, or remove `response-format`");
        // One problem for a set and a pair of schemas, at the first case that shows it.
        foreach (var (golden, two) in offered.Where(c => c.Schemas.Count > 1).DistinctBy(c => (c.Case.SetFile, string.Join(' ', c.Schemas.Select(s => s.Hash)))))
            Error(config, golden, $"expected one schema in `{golden.Id}`, because `{side.Name}` says response-format: schema, found {string.Join(" and ", two.Select(s => s.Main.File.Shown))}", "keep one `schema` check in the case, or remove `response-format: schema` from the model");
        foreach (var (golden, one) in offered.Where(c => c.Schemas is [{ Parts.Count: > 1 }]).DistinctBy(c => c.Schemas[0].Hash))
            Error(config, golden, $"expected a schema in one file for response-format: schema of `{side.Name}`, found that {one[0].Main.File.Shown} refers to {string.Join(", ", one[0].Parts.Skip(1).Take(8).Select(p => p.Key))}: a vendor is sent one document", "move what it refers to under its own `$defs`, or remove `response-format: schema` from the model");
    }

    static void Error(EvalConfig config, GoldenCase golden, string what, string advice) =>
        config.File.Problems.Add(new Problem(ProblemIds.ResponseFormat, golden.File, golden.Line, what, advice));
}
