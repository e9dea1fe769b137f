using System.Globalization;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>Lengths of time as configurations write them: <c>500ms</c>, <c>60s</c>, <c>5m</c>.</summary>
internal static class Duration
{
    public static TimeSpan? Read(MapReader reader, string key)
    {
        if (reader.Text(key) is not { } text) return null;
        var unit = text.EndsWith("ms", StringComparison.Ordinal) ? "ms" : text.Length > 0 ? text[^1..] : "";
        var milliseconds = unit switch { "ms" => 1.0, "s" => 1000, "m" => 60_000, _ => 0 };
        if (milliseconds > 0 && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * milliseconds is > 0 and <= 86_400_000)
            return TimeSpan.FromMilliseconds(number * milliseconds);
        reader.File.Error(ProblemIds.OutOfRange, reader.LineOf(key), $"expected a length of time such as 500ms, 60s or 5m for `{key}`, found `{Printable.Short(text, 60)}`", "write a number and its unit, at most 24 hours");
        return null;
    }
}
