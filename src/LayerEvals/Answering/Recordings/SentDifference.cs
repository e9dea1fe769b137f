using System.Globalization;

namespace LayerEvals.Answering.Recordings;

/// <summary>What differs between what is asked now and what was recorded: how far apart they are, and in words.</summary>
internal static class SentDifference
{
    // Three differences say enough about why a recording does not serve.
    const int MostNamed = 3;

    /// <summary>0 where nothing differs; one for each setting, and for each message the share of its text that differs, or one where it is missing.</summary>
    public static double Distance(Sent now, Sent recorded)
    {
        double distance = Names(now, recorded).Count(name => now.Settings.GetValueOrDefault(name) != recorded.Settings.GetValueOrDefault(name));
        distance += Math.Abs(now.Messages.Count - recorded.Messages.Count);
        for (var i = 0; i < Math.Min(now.Messages.Count, recorded.Messages.Count); i++) distance += Distance(now.Messages[i], recorded.Messages[i]);
        return distance;
    }

    public static string InWords(Sent now, Sent recorded)
    {
        var found = Names(now, recorded)
            .Where(name => now.Settings.GetValueOrDefault(name) != recorded.Settings.GetValueOrDefault(name))
            .Select(name => $"`{Printable.Short(name, 40)}` is {Value(now, name)} now and was {Value(recorded, name)}").ToList();
        for (var i = 0; i < Math.Min(now.Messages.Count, recorded.Messages.Count); i++)
            if (now.Messages[i] != recorded.Messages[i]) found.Add(InWords(i + 1, now.Messages[i], recorded.Messages[i]));
        if (now.Messages.Count != recorded.Messages.Count) found.Add($"{now.Messages.Count} messages now, {recorded.Messages.Count} recorded");
        return string.Join("; ", found.Take(MostNamed)) + (found.Count > MostNamed ? $"; and {found.Count - MostNamed} more" : "");
    }

    static IEnumerable<string> Names(Sent now, Sent recorded) => now.Settings.Keys.Union(recorded.Settings.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static string Value(Sent sent, string name) => sent.Settings.TryGetValue(name, out var value) ? $"`{Printable.Short(value, 60)}`" : "not set";

    static double Distance(GoldenTurn now, GoldenTurn recorded)
    {
        if (now.Role != recorded.Role || now.Text is null != recorded.Text is null) return 1;
        var (a, b) = (now.Text ?? "", recorded.Text ?? "");
        if (a == b) return 0;
        var start = a.AsSpan().CommonPrefixLength(b);
        return 1 - (double)(start + CommonEnd(a.AsSpan(start), b.AsSpan(start))) / Math.Max(a.Length, b.Length);
    }

    static int CommonEnd(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var length = 0;
        while (length < Math.Min(a.Length, b.Length) && a[^(length + 1)] == b[^(length + 1)]) length++;
        return length;
    }

    static string InWords(int number, GoldenTurn now, GoldenTurn recorded)
    {
        if (now.Role != recorded.Role) return $"message {number} is of {Printable.Short(now.Role, 20)} now and was of {Printable.Short(recorded.Role, 20)}";
        if (now.Text is not { } a || recorded.Text is not { } b) return $"message {number} ({now.Role}) is {(now.Text is null ? "asked for now and was given" : "given now and was asked for")}";
        var at = a.AsSpan().CommonPrefixLength(b);
        return string.Create(CultureInfo.InvariantCulture, $"message {number} ({now.Role}) differs from character {at + 1}: `{Around(a, at)}` now, `{Around(b, at)}` recorded");
    }

    // A little of what both share, so that the place is found.
    static string Around(string text, int at)
    {
        var start = Math.Max(0, at - 20);
        if (start > 0 && char.IsLowSurrogate(text[start])) start++;
        return (start > 0 ? "…" : "") + Printable.Short(text[start..], 60);
    }
}
