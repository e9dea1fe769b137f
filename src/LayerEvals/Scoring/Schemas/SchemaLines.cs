using System.Globalization;
using System.Text.Json;

namespace LayerEvals.Scoring.Schemas;

/// <summary>Finds the line that a path of a schema stands on.</summary>
internal static class SchemaLines
{
    /// <summary>The line, from 1, of the deepest part of the path that there is.</summary>
    public static int Of(ReadOnlySpan<byte> json, string path)
    {
        var steps = path is "#" or "" ? [] : path.Split('/').Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var (found, at, index) = (0, 0, -1);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Json.JsonDocuments.MaxDepth });
        while (found < steps.Length && reader.Read() && reader.CurrentDepth >= found)
        {
            // Only what lies right below the part that was found can be the next step: a name, or an item where that part is a list.
            var isBelow = reader.CurrentDepth == found + 1;
            var isStep = isBelow && (reader.TokenType == JsonTokenType.PropertyName
                ? reader.ValueTextEquals(steps[found])
                : index >= 0 && IsItem(reader.TokenType) && Number(index++) == steps[found]);
            if (isStep) (found, at, index) = (found + 1, (int)reader.TokenStartIndex, -1);
            if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == found) index = 0;
        }
        return Json.DuplicateName.LineOf(json, at);
    }

    static bool IsItem(JsonTokenType token) => token is not (JsonTokenType.EndArray or JsonTokenType.EndObject);

    static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
