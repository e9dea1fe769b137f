using System.Text.Json;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The part of comparison.json that says who refuses, where it must and where it must not, in cases.</summary>
internal static class RefusalJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        if (report.Result.Refusals is { } refusals) SideJson.Layers(json, "refusals", refusals.Layers, Side);
    }

    static void Side(Utf8JsonWriter json, RefusalTable table)
    {
        Kind(json, ("required", IsRequired: true), table);
        Kind(json, ("forbidden", IsRequired: false), table);
        foreach (var (name, share) in RefusalSection.Rates(table)) SideJson.Rate(json, name, share);
    }

    static void Kind(Utf8JsonWriter json, (string Name, bool IsRequired) kind, RefusalTable table)
    {
        json.WriteStartObject(kind.Name);
        json.WriteNumber("refused", table.Count(kind.IsRequired, RefusalReply.Refused));
        json.WriteNumber("partial", table.Count(kind.IsRequired, RefusalReply.Partial));
        json.WriteNumber("helped", table.Count(kind.IsRequired, RefusalReply.Answered));
        json.WriteNumber("empty", table.Count(kind.IsRequired, RefusalReply.Empty));
        json.WriteNumber("lost", table.Count(kind.IsRequired, RefusalReply.Lost));
        json.WriteEndObject();
    }
}
