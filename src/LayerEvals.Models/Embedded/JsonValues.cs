namespace LayerEvals.Models;

/// <summary>Finds the value for a field of the answer's JSON, by the field's name, its options, the record and the evidence.</summary>
internal sealed class JsonValues(Reading reading)
{
    private readonly List<RecordField> decided = [];
    private IReadOnlyList<Finding>? chosen;

    private bool Abstains => !reading.Evidence.IsEnough && reading.Record.Count == 0 && Bare.Answer(reading) is null;

    /// <summary>The findings that the answer says; none when it abstains.</summary>
    private IReadOnlyList<Finding> Chosen => chosen ??= reading.Evidence.IsEnough ? Prose.Choose(reading) : [];

    // A record that was decided on rests on the nearest source, even when no question was asked of it.
    private IReadOnlyList<Finding> Cited =>
        Chosen.Count > 0 || reading.Record.Count == 0 || reading.Evidence.Ranked is not [{ Score: > 0, Id: not null } nearest, ..] ? Chosen : [nearest];

    public IEnumerable<Finding> Said(int least, int most)
    {
        if (Chosen.Count == 0) return [];
        return (Chosen.Count >= least ? Chosen : reading.Evidence.Ranked.Take(least)).Take(most);
    }

    public string? Text(string name, JsonShape shape, Finding? about)
    {
        if (shape.Constant is { } constant) return constant;
        if (shape.Options.Count > 0)
            return shape.IsNullable && Abstains ? null : Decided(name, Choice.Of(shape.Options, reading));
        if (about is not null) return FieldNames.AreIds(name) ? about.Id ?? "" : about.Text;
        if (FieldNames.IsQuestion(name)) return reading.Question.Text;
        if (FieldOf(name) is { } field) return !field.IsMissing ? field.Value : shape.IsNullable ? null : "";
        if (FieldNames.AreIds(name) && !FieldNames.IsQuote(name)) return Cited.Count > 0 ? Cited[0].Id ?? "" : shape.IsNullable ? null : "";
        if (FieldNames.IsQuote(name)) return Chosen.Count > 0 ? Chosen[0].Text : shape.IsNullable ? null : "";
        if (Abstains) return shape.IsNullable ? null : FieldNames.IsAnswer(name) ? reading.NotFound : "";
        if (FieldNames.IsDate(name) && Extraction.Date(reading) is { } date) return date;
        var isAnswer = FieldNames.IsAnswer(name) || Words.Count(shape.About) > 1 || (!reading.Question.IsOpen && reading.Record.Count == 0);
        return isAnswer ? Answer() : shape.IsNullable ? null : "";
    }

    // What one field decides, a later one may be ruled by: "needs_human is true when the decision is refer".
    private string Decided(string name, string choice)
    {
        decided.Add(new RecordField(name, choice));
        return choice;
    }

    public IEnumerable<string> Texts(string name, JsonShape shape, JsonShape item, Finding? about)
    {
        var found = Unlimited(name, item, about).Distinct().Take(shape.MaxItems).ToList();
        for (var number = 0; found.Count < shape.MinItems && number < item.Options.Count; number++)
            if (!found.Contains(item.Options[number])) found.Add(item.Options[number]);
        while (found.Count < shape.MinItems) found.Add(found.Count == 0 ? reading.NotFound : found[^1]);
        return found;
    }

    public bool Boolean(string name, JsonShape shape)
    {
        if (FieldNames.IsNotFound(name)) return Abstains;
        if (FieldNames.IsFound(name)) return !Abstains;
        if (FieldOf(name) is { } field) return !field.IsMissing && !IsNo(field.Value);

        var spoken = RecordFields.Spoken(name);
        var about = reading.Instructions.Statements.Where(statement =>
            statement.Contains(name, StringComparison.OrdinalIgnoreCase) || statement.Contains(spoken, StringComparison.OrdinalIgnoreCase));
        var decision = Decision.On([name, "true"], [.. about, $"{name} if {shape.About}"], [.. reading.Record, .. decided], reading.Vocabulary);
        if (decision.HasRules) return decision.First is not null;
        if (reading.Record.Count > 0 || !reading.Evidence.IsEnough) return false;
        return reading.Question.IsYesOrNo ? YesNo.Says(reading) : reading.Evidence.Ranked[0].Text.Contains(spoken, StringComparison.OrdinalIgnoreCase);
    }

    public decimal? Number(string name, JsonShape shape)
    {
        if (FieldNames.IsConfidence(name)) return Math.Round((decimal)(reading.Record.Count > 0 ? 1 : reading.Evidence.Coverage), 2);
        if (FieldOf(name) is { } field) return Quantity.Of(field.Value);
        if (FieldNames.IsAmount(name) && Extraction.Amount(reading) is { } amount) return amount;
        if (FieldNames.IsCount(name) && reading.Record.Count > 0) return reading.Record.Count;
        if (Bare.Answer(reading) is { } computed) return Quantity.Of(computed);
        return reading.Evidence.IsEnough && (reading.Record.Count == 0 || !shape.IsNullable) ? Quantity.Of(ShortReply.NumberIn(reading)) : null;
    }

    private IEnumerable<string> Unlimited(string name, JsonShape item, Finding? about)
    {
        if (FieldNames.AreMissing(name)) return reading.Record.Where(field => field.IsMissing).Select(field => field.Name).Where(field => item.Options.Count == 0 || item.Options.Contains(field));
        if (FieldNames.AreIds(name)) return about is { Id: { } id } ? [id] : Cited.Where(finding => finding.Id is not null).Select(finding => finding.Id ?? "");
        if (item.Options.Count > 0) return Decision.On(item.Options, reading.RuleStatements(), reading.Record, reading.Vocabulary).Holding;
        if (Codes.In(reading.Instructions.Statements) is { Count: > 0 } codes && Codes.AreAsked(name))
            return Decision.On(codes, reading.RuleStatements(), reading.Record, reading.Vocabulary).Holding;
        return Chosen.Count > 0 ? Chosen.Select(finding => finding.Text) : reading.Record.Count > 0 ? reading.Record.Where(field => !field.IsMissing).Select(field => field.Line) : [];
    }

    private string Answer()
    {
        if (Bare.Answer(reading) is { } computed) return computed;
        if (Chosen.Count == 0) return reading.Record.Count > 0 ? RecordReply.Write(Uncited) : reading.NotFound;
        return Prose.Write(Uncited);
    }

    // Ids stand in their own field when there is one; inside the text they would be said twice.
    private Reading Uncited =>
        reading.Instructions.Shape?.HasPlaceForIds() ?? true ? reading with { Instructions = reading.Instructions with { Citations = CitationStyle.None } } : reading;

    private RecordField? FieldOf(string name) => reading.Record.Count == 0 ? null : reading.Record.Named(name, reading.Vocabulary);

    private static bool IsNo(string value) => value.StartsWith("no", StringComparison.OrdinalIgnoreCase) || value.StartsWith("false", StringComparison.OrdinalIgnoreCase);
}
