namespace LayerEvals.Models;

/// <summary>Picks one of several labels: by the rules that can be applied, else by what the text near each label has in common with the evidence.</summary>
internal static class Choice
{
    public static string Of(IReadOnlyList<string> labels, Reading reading)
    {
        return Of(labels, Ruling.On(labels, reading), reading);
    }

    public static string Of(IReadOnlyList<string> labels, Decision decision, Reading reading)
    {
        if (decision.First is { } ruled) return ruled;

        var negative = labels.FirstOrDefault(IsNegative);
        if (reading.Record.Count == 0 && !reading.Evidence.IsEnough && negative is not null) return negative;

        var isVerdictOnFinding = negative is not null && labels.Count == 2;
        if (isVerdictOnFinding && reading.Record.Count == 0) return YesNo.Is(labels, out var yes, out var no) ? (YesNo.Says(reading) ? yes : no) : labels.First(label => !IsNegative(label));
        return Likest(labels, decision, reading);
    }

    private static string Likest(IReadOnlyList<string> labels, Decision decision, Reading reading)
    {
        var seen = new HashSet<int>(reading.Vocabulary.Read(Seen(reading)));
        var (best, bestScore) = (labels[0], double.MinValue);
        foreach (var label in labels)
        {
            var score = decision.RulesOut(label) ? -100.0 : 0;
            foreach (var stem in reading.Vocabulary.Read(RecordFields.Spoken(label)))
                if (seen.Contains(stem)) score += 3;
            foreach (var statement in reading.Instructions.Statements)
                if (Mentions.Of(labels, statement, reading.Vocabulary) is [var only] && only.Label == label) score += Shared(statement, seen, reading.Vocabulary);
            if (reading.Evidence.IsEnough && IsNegative(label)) score -= 1;
            if (score > bestScore) (best, bestScore) = (label, score);
        }
        return best;
    }

    private static string Seen(Reading reading)
    {
        var record = string.Join('\n', reading.Record.Select(field => field.Line));
        var best = reading.Evidence.Ranked.Count > 0 ? reading.Evidence.Ranked[0].Text : "";
        return $"{reading.Question.Text}\n{record}\n{best}\n{reading.Task.Material}";
    }

    private static double Shared(string statement, HashSet<int> seen, Vocabulary vocabulary)
    {
        var stems = vocabulary.Read(statement);
        return stems.Length == 0 ? 0 : (double)stems.Count(seen.Contains) / Math.Sqrt(stems.Length);
    }

    private static bool IsNegative(string label)
    {
        var words = new Words(RecordFields.Spoken(label));
        while (words.MoveNext())
            if (words.Current.ToString().ToLowerInvariant() is "no" or "not" or "none" or "unknown" or "missing" or "insufficient" or "unanswerable" or "notfound" or "absent" or "unsupported") return true;
        return false;
    }
}
