using LayerEvals.Answering;
using LayerEvals.Configs;
using LayerEvals.Configs.StrictOutputs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Planning;

/// <summary>Warns where a schema that a model is offered has what its vendor's strict structured outputs do not take.</summary>
internal static class StrictOutputChecks
{
    // A schema that is wrong in more ways than this is wrong as a whole: the first ones say so.
    const int MostFindings = 20;

    public static void Warn(EvalConfig config, IReadOnlyList<GoldenSet> sets, SchemaFiles schemas)
    {
        var offered = sets.SelectMany(s => s.Cases).SelectMany(c => ResponseSchema.Named(c.Checks, schemas)).DistinctBy(s => s.Hash).ToList();
        foreach (var sides in config.Sides.Where(ResponseFormats.AreOffered).DistinctBy(s => s.Name).GroupBy(VendorRules.Of))
        {
            if (sides.Key is not { } rules) continue;
            var asked = $"{string.Join(" and ", sides.Select(s => $"`{s.Name}`"))} {(sides.Count() == 1 ? "asks" : "ask")}";
            foreach (var schema in offered) Warn(schema.Main, rules, asked);
        }
    }

    static void Warn(SchemaPart schema, VendorRules rules, string asked)
    {
        foreach (var finding in StrictLint.Run(schema.Root, rules).Take(MostFindings))
            schema.File.Warn(ProblemIds.StrictOutputs, SchemaLines.Of(schema.Bytes, finding.Path),
                $"{rules.Name}, which {asked}, {(rules.Ignores ? "ignores" : "refuses in strict structured outputs")} {finding.Found}, at {Printable.Short(finding.Path, 200)} ({finding.Rule})", finding.Advice);
    }
}
