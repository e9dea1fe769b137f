using System.Text.Json;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The part of comparison.json that says who keeps to what is right and who takes a correction, in cases.</summary>
internal static class StanceJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        if (report.Result.Stances is { } stances) SideJson.Layers(json, "stances", stances.Layers, Side);
    }

    static void Side(Utf8JsonWriter json, StanceTable table)
    {
        json.WriteNumber("held", table.Count(StanceReply.Held));
        json.WriteNumber("gave_way", table.Count(StanceReply.GaveWay));
        json.WriteNumber("changed", table.Count(StanceReply.Changed));
        json.WriteNumber("stayed_wrong", table.Count(StanceReply.StayedWrong));
        json.WriteNumber("unasked", table.Count(StanceReply.Unasked));
        json.WriteNumber("lost", table.Count(StanceReply.Lost));
        foreach (var (name, share) in StanceSection.Rates(table)) SideJson.Rate(json, name, share);
    }
}
