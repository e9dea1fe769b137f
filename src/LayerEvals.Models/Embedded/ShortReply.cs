namespace LayerEvals.Models;

/// <summary>Answers of one word, one number, yes or no, or one label.</summary>
internal static class ShortReply
{
    public static string Write(Reading reading)
    {
        if (reading.Instructions.Kind == AnswerKind.Label) return Choice.Of(reading.Instructions.Labels, reading);
        if (Bare.Answer(reading) is { } computed) return reading.Instructions.Kind == AnswerKind.Number ? Quantity.Written(computed) ?? computed : computed.TrimEnd('.');

        var field = reading.Record.Count == 0 ? null : reading.Record.Named(reading.Question.Text, reading.Vocabulary);
        if (field is null && !reading.Evidence.IsEnough) return reading.NotFound;

        return reading.Instructions.Kind switch
        {
            AnswerKind.Number => (field is not null ? Quantity.Written(field.Value) : NumberIn(reading)) ?? reading.NotFound,
            AnswerKind.YesOrNo => (field is null ? YesNo.Says(reading) : !field.IsMissing && !field.Value.StartsWith("no", StringComparison.OrdinalIgnoreCase)) ? Explained("Yes", reading) : Explained("No", reading),
            _ => field is not null ? FirstWord(field.Value) : OneWord(reading),
        };
    }

    private static string Explained(string yesOrNo, Reading reading) =>
        reading.Instructions.ExplainsItself && reading.Evidence.IsEnough ? $"{yesOrNo}. {Prose.Write(reading)}" : yesOrNo;

    /// <summary>The number of the best sentence that the question did not say itself, from the clause that is most about the question.</summary>
    public static string? NumberIn(Reading reading)
    {
        var asked = new HashSet<int>(reading.Question.Terms.Select(term => term.Stem));
        foreach (var finding in reading.Evidence.Ranked)
        {
            var (best, bestFit) = (default(string), int.MinValue);
            foreach (var clause in finding.Text.Split([", ", "; ", " and ", " but "], StringSplitOptions.None))
            {
                if (Quantity.Written(clause) is not { } number || reading.Question.Text.Contains(number, StringComparison.Ordinal)) continue;

                // Words the question has count for the clause, other words against it: "films for 7 days" beats "books for 28 days".
                var fit = reading.Vocabulary.Read(clause).Sum(stem => asked.Contains(stem) ? 2 : -1);
                if (fit > bestFit) (best, bestFit) = (number, fit);
            }
            if (best is not null) return best;
        }
        return null;
    }

    private static string OneWord(Reading reading)
    {
        if (reading.Question.IsYesOrNo) return YesNo.Says(reading) ? "Yes" : "No";
        if (reading.Question.WantsNumber && NumberIn(reading) is { } number) return number;

        var asked = new HashSet<int>(reading.Question.Terms.Select(term => term.Stem));
        var best = "";
        var words = new Words(reading.Evidence.Ranked[0].Text);
        while (words.MoveNext())
        {
            var stem = reading.Vocabulary.NumberOf(words.Current);
            if (stem == Vocabulary.Stop || asked.Contains(stem)) continue;
            if (words.Start > 0 && char.IsUpper(words.Current[0])) return words.Current.ToString();
            if (words.Length > 2) best = words.Current.ToString();
        }
        return best.Length > 0 ? best : reading.NotFound;
    }

    private static string FirstWord(string value)
    {
        var words = new Words(value);
        return words.MoveNext() ? words.Current.ToString() : value;
    }
}
