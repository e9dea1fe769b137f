using System.Globalization;
using System.Text.Json;
using LayerEvals.Answering.Spending;
using LayerEvals.Configs.Pins;
using LayerEvals.Diagnostics;

namespace LayerEvals.Runs;

/// <summary>Who answered in the name of one side: the ids and fingerprints that came with its answers, and how many of them were replayed. Fed by any thread.</summary>
internal sealed class Returned(ModelConfiguration model)
{
    // A vendor that changes its fingerprint with every answer would fill a report.
    const int MostNamed = 5;

    readonly Lock gate = new();
    readonly SortedDictionary<string, int> models = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, int> fingerprints = new(StringComparer.Ordinal);
    int answers;
    int replayed;
    double usd;
    TokenUsage tokens = new(0, 0);
    (DateOnly First, DateOnly Last) days = (DateOnly.MaxValue, DateOnly.MinValue);

    public void Add(Answer answer)
    {
        if (!answer.Came) return;
        lock (gate)
        {
            answers++;
            if (answer.Model is { } id) models[id] = models.GetValueOrDefault(id) + 1;
            if (answer.Fingerprint is { } print) fingerprints[print] = fingerprints.GetValueOrDefault(print) + 1;
            if (answer.Recorded is null) Count(answer.Usage);
            if (answer.Recorded is not { } day) return;
            replayed++;
            days = (day < days.First ? day : days.First, day > days.Last ? day : days.Last);
        }
    }

    void Count(TokenUsage? usage)
    {
        if (usage is null || model.Price is not { } price || !Cost.IsPaid(model)) return;
        usd += Cost.Of(price, usage);
        tokens = new TokenUsage(tokens.Input + usage.Input, tokens.Output + usage.Output);
    }

    /// <summary>Why the answers are not those of the pinned model, naming both ids; null where they are.</summary>
    public string? OtherModel()
    {
        lock (gate)
        {
            var others = models.Where(m => !Pin.Holds(model, m.Key)).ToList();
            return others.Count == 0 ? null : $"{Printable.Short(model.Name, 60)} is pinned to {Pin.Shown(model)}, and {others.Sum(o => o.Value)} of {Numerals.Count(answers, "answer")} came from {Named(others)}";
        }
    }

    /// <summary>Sentences for the reader of the report.</summary>
    public IEnumerable<string> Notes()
    {
        lock (gate)
        {
            var notes = new List<string>();
            var name = Printable.Short(model.Name, 60);
            if (replayed > 0) notes.Add($"{name}: {replayed} of {Numerals.Count(answers, "answer")} replayed from recordings of {Days()}.");
            if (tokens.Input + tokens.Output > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {Numerals.Usd(usd)} for {tokens.Input} tokens sent and {tokens.Output} received, as the vendor counted them."));
            if (fingerprints.Count > 1) notes.Add($"{name} answered under {fingerprints.Count} fingerprints: {Named([.. fingerprints])}. The vendor's system changed during the run, or between its recordings; `layerevals canary` says whether it behaves the same.");
            return notes;
        }
    }

    /// <summary>Writes what the manifest keeps: ids and fingerprints, each with its answers.</summary>
    public void Write(Utf8JsonWriter json)
    {
        lock (gate)
        {
            json.WriteStartObject(model.Name);
            json.WriteNumber("answers", answers);
            json.WriteNumber("replayed", replayed);
            Write(json, "models", models);
            Write(json, "fingerprints", fingerprints);
            json.WriteEndObject();
        }
    }

    static void Write(Utf8JsonWriter json, string name, SortedDictionary<string, int> counts)
    {
        json.WriteStartObject(name);
        foreach (var (id, count) in counts) json.WriteNumber(id, count);
        json.WriteEndObject();
    }

    string Days() => days.First == days.Last ? Day(days.First) : $"{Day(days.First)} to {Day(days.Last)}";

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Named(List<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.Take(MostNamed).Select(c => $"{Printable.Short(c.Key, 80)} ({c.Value})")) + (counts.Count > MostNamed ? $" and {counts.Count - MostNamed} more" : "");
}
