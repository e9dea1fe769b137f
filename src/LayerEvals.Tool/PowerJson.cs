using System.Buffers;
using System.Text;
using System.Text.Json;
using LayerEvals.Reporting;

namespace LayerEvals.Tool;

/// <summary>What a plan can show, for other programs. Shares, not points; USD; null where there is none.</summary>
internal static class PowerJson
{
    public static string Of(PlannedPower planned)
    {
        var table = planned.Table;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ReportJson.Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", "power-1");
            json.WriteString("name", planned.Plan.Config.Name);
            json.WriteNumber("discordance", table.Assumed.Discordance);
            json.WriteString("discordance_from", planned.Why);
            json.WriteNumber("power", table.Assumed.Power);
            json.WriteNumber("samples", table.Assumed.Samples);
            json.WriteNumber("confidence", table.Gate.Confidence);
            json.WriteNumber("hypotheses", table.Hypotheses);
            if (planned.Clusters is { } clusters) json.WriteNumber("clusters", clusters);
            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                json.WriteString("layer", row.Layer);
                json.WriteNumber("cases", row.Cases);
                json.WriteNumber("must_rule_out", row.Allowed);
                Optional(json, "detects", row.Detects);
                Optional(json, "detects_alone", row.DetectsAlone);
                Optional(json, "stays_possible", row.StaysPossible);
                Optional(json, "chance_to_rule_out", row.ChanceToRuleOut);
                Optional(json, "more_cases", row.MoreCases);
                Optional(json, "samples_instead", row.SamplesInstead);
                Optional(json, "more_cases_usd", row.MoreCases is { } more ? Usd(planned, more * planned.Cost.OfCase(row.Layer)) : null);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Optional(json, "usd", Usd(planned, planned.Cost.Total));
            ReportJson.Texts(json, "unpriced", planned.Cost.Unpriced);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Of the priced sides; a plan without any has no sum.
    static double? Usd(PlannedPower planned, double usd) => planned.Cost.Unpriced.Count == 2 ? null : usd;

    static void Optional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, Math.Round(number, 6));
        else json.WriteNull(name);
    }
}
