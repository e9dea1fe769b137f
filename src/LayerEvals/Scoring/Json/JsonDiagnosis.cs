using System.Text;
using System.Text.Json;

namespace LayerEvals.Scoring.Json;

/// <summary>What keeps an answer from being the JSON that was asked for, in the words of who must mend the prompt or the parser.</summary>
/// <param name="Faults">What would have to go, in the order of the answer.</param>
/// <param name="Document">The document without them; null where there is none.</param>
/// <param name="Why">Why there is none.</param>
internal sealed record JsonDiagnosis(IReadOnlyList<string> Faults, JsonDocument? Document, string? Why) : IDisposable
{
    // A longer answer is not looked at for its commas.
    const int Longest = 1_000_000;

    const string NotClosed = "the JSON is not closed: it was cut, or a bracket or a quote is missing";

    /// <summary>The diagnosis of an answer whose mode found no document.</summary>
    public static JsonDiagnosis Of(string text, JsonMode mode, string fault)
    {
        if (text.Length > Longest || fault == JsonDocuments.HalfPair) return new JsonDiagnosis([], null, fault);
        var found = Of(text, fault);
        return found with { Faults = [.. found.Faults.Where(f => !IsAllowed(f, mode)).Distinct()] };
    }

    public void Dispose() => Document?.Dispose();

    static bool IsAllowed(string fault, JsonMode mode) =>
        mode >= JsonMode.Fenced && fault == Fences || mode == JsonMode.Anywhere && fault is (Before or After or Others or OpenFence);

    const string Fences = "the code fence";
    const string OpenFence = "the code fence, which is not closed";
    const string Before = "the text before the JSON";
    const string After = "the text after the JSON";
    const string Others = "the other documents";

    static JsonDiagnosis Of(string text, string fault)
    {
        var faults = new List<string>();
        if (text.StartsWith('\uFEFF'))
        {
            faults.Add("the byte order mark");
            text = text[1..];
        }
        if (Fence.In(text) is not { } fence) return Of(text, faults, fault);
        if (!string.IsNullOrWhiteSpace(fence.Before)) faults.Add(Before);
        faults.Add(fence.IsClosed ? Fences : OpenFence);
        if (!string.IsNullOrWhiteSpace(fence.After)) faults.Add(Fence.In(fence.After) is null ? After : Others);
        return Of(fence.Inner, faults, fault);
    }

    static JsonDiagnosis Of(string text, List<string> faults, string fault)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var parsed = JsonDocuments.Parse(bytes);
        if (parsed.Document is not null) return new JsonDiagnosis(faults, parsed.Document, null);
        // What is JSON and refused all the same, for a key that stands twice, has that fault and no other.
        if (parsed.Error is null || IsDuplicate(parsed.Fault)) return new JsonDiagnosis(faults, null, parsed.Fault);
        if (FirstValue.In(bytes) is { } range) return Around(bytes, range, faults);

        var start = text.IndexOf('{') is >= 0 and var brace ? brace : text.IndexOf('[');
        if (start < 0) return new JsonDiagnosis(faults, null, "there is no object or list in it");
        if (JsonRepair.Of(text[start..]) is not { } repaired) return new JsonDiagnosis(faults, null, NotClosed);
        AddAround(faults, text[..start], text[(start + repaired.End)..]);
        faults.AddRange(repaired.Faults);
        var mended = JsonDocuments.Parse(Encoding.UTF8.GetBytes(repaired.Json));
        return new JsonDiagnosis(faults, mended.Document, mended.Document is not null ? null : IsDuplicate(mended.Fault) ? mended.Fault : fault);
    }

    internal static bool IsDuplicate(string? fault) => fault?.StartsWith("duplicate key", StringComparison.Ordinal) == true;

    static JsonDiagnosis Around(byte[] bytes, Range range, List<string> faults)
    {
        AddAround(faults, Encoding.UTF8.GetString(bytes.AsSpan(..range.Start)), Encoding.UTF8.GetString(bytes.AsSpan(range.End..)));
        var parsed = JsonDocuments.Parse(bytes.AsMemory(range));
        return new JsonDiagnosis(faults, parsed.Document, parsed.Fault);
    }

    static void AddAround(List<string> faults, string before, string after)
    {
        if (!string.IsNullOrWhiteSpace(before)) faults.Add(Before);
        if (!string.IsNullOrWhiteSpace(after)) faults.Add(after.TrimStart()[0] is '{' or '[' ? Others : After);
    }
}
