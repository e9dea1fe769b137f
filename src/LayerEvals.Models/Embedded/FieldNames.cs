namespace LayerEvals.Models;

/// <summary>What the usual names of JSON fields ask for.</summary>
internal static class FieldNames
{
    public static bool AreIds(string name) =>
        HasAny(name, ["cit", "sourc", "clause", "reference", "section_id", "evidence_id", "doc_id", "document_id"]) || name is "id" or "ids" or "refs" or "ref";

    public static bool IsQuote(string name) => HasAny(name, ["quote", "excerpt", "verbatim", "snippet", "passage"]);

    public static bool IsFound(string name) => HasAny(name, ["found", "answerable", "answered", "supported", "grounded", "in_source", "insource"]);

    public static bool IsNotFound(string name) => HasAny(name, ["not_found", "notfound", "missing_answer", "abstain", "unanswerable", "unanswered"]);

    public static bool IsConfidence(string name) => HasAny(name, ["confidence", "probability", "certainty", "score"]);

    public static bool IsQuestion(string name) => name is "question" or "query";

    public static bool IsAnswer(string name) => HasAny(name, ["answer", "summary", "reason", "explanation", "rationale", "text", "reply", "response", "note", "message", "justification", "comment"]);

    public static bool AreMissing(string name) => HasAny(name, ["missing", "absent", "incomplete", "lacking"]);

    public static bool IsCount(string name) => HasAny(name, ["count", "number_of", "numberof"]);

    public static bool IsDate(string name) => HasAny(name, ["date", "_on", "day_of"]);

    public static bool IsAmount(string name) => HasAny(name, ["amount", "price", "cost", "total", "fee", "sum", "charge"]);

    public static bool IsList(string name) => name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("us", StringComparison.Ordinal);

    private static bool HasAny(string name, ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
