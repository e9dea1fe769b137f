using System.Text.Json;
using LayerEvals.Scoring.Json;

namespace LayerEvals.Scoring.Schemas;

/// <summary>Holds an answer against a schema: reads its document in one mode, judges it, and says what would have to change where it fails.</summary>
internal sealed class SchemaJudge(Func<JsonElement, SchemaFinding> judge, JsonMode mode)
{
    // As many failures as the validator explains: there may be more.
    const int MostExplained = 100;

    // What vendors call an answer that was ended before the model was done.
    static readonly string[] Cuts = ["length", "max_tokens", "max_output_tokens", "content_filter"];

    /// <summary>The outcome.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="finish">Why the model stopped, as far as it is known for this text.</param>
    public Finding Judge(string text, string? finish)
    {
        var cut = Cuts.Contains(finish, StringComparer.OrdinalIgnoreCase) ? $"truncated: finish reason {finish}; " : "";
        var read = JsonReading.Read(text, mode);
        using var document = read.Document;
        if (document is null) return Failed(text, cut + Diagnosis(text, read.Fault!)); // where there is no document there is a fault
        // An object or a text that was cut is not closed. A number is a number wherever it is cut.
        if (cut.Length > 0 && document.RootElement.ValueKind == JsonValueKind.Number) return Failed(text, $"{cut}what is left of a number is still a number");
        var finding = judge(document.RootElement);
        if (finding.IsValid) return Finding.Pass;
        return finding.IsDecided ? Failed(text, cut + Explain(finding)) : Finding.Unscored(Explain(finding));
    }

    string Diagnosis(string text, string fault)
    {
        using var diagnosis = JsonDiagnosis.Of(text, mode, fault);
        var faults = And(diagnosis.Faults);
        if (diagnosis.Document is null && faults.Length == 0 && JsonDiagnosis.IsDuplicate(diagnosis.Why)) return diagnosis.Why!; // a duplicate is a reason
        if (diagnosis.Document is null) return faults.Length == 0 ? $"{Wanted}: {diagnosis.Why}" : $"{Wanted}, found {faults}; besides, {diagnosis.Why}";
        var finding = judge(diagnosis.Document.RootElement);
        // Nothing to take away: the document lies where this mode does not look, inside a bracket that is none.
        if (faults.Length == 0) return $"{Wanted}: {fault}";
        return finding.IsValid ? $"{Wanted}: would pass without {faults}" : $"{Wanted}, found {faults}; besides, {Explain(finding)}";
    }

    string Wanted => mode switch
    {
        JsonMode.Whole => "expected JSON and nothing else",
        JsonMode.Fenced => "expected JSON, alone or in one code fence",
        _ => "expected a JSON object or list in the answer",
    };

    static string Explain(SchemaFinding finding)
    {
        var more = finding.Failures.Count - 1;
        var first = more < 0 ? "the schema refuses it, and its validator does not say why" : Printable.Short(finding.Failures[0], 600);
        return more < 1 ? first : $"{first}; and {(more + 1 >= MostExplained ? "at least " : "")}{more} more";
    }

    static Finding Failed(string text, string reason) => Finding.Fail(reason, Scorer.Quote(text));

    static string And(IReadOnlyList<string> faults) => faults.Count switch
    {
        0 => "",
        1 => faults[0],
        _ => $"{string.Join(", ", faults.SkipLast(1))} and {faults[^1]}",
    };
}
