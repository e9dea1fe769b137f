namespace LayerEvals.Models;

/// <summary>Finds the value for a field of the answer's JSON, by the field's name, its options, the record and the evidence.</summary>
internal sealed class JsonValues(Reading reading)
{
    private readonly List<RecordField> decided = [];
    private IReadOnlyList<Rule> grounds = [];
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
            return shape.IsNullable && Abstains ? null : Decided(name, shape.Options);
        if (about is not null) return FieldNames.AreIds(name) ? about.Id ?? "" : about.Text;
        if (FieldNames.IsQuestion(name)) return reading.Question.Text;
        if (grounds.Count > 0 && FieldNames.IsAnswer(name)) return Ground();
        if (FieldOf(name) is { } field) return !field.IsMissing ? field.Value : shape.IsNullable ? null : "";
        if (FieldNames.AreIds(name) && !FieldNames.IsQuote(name)) return Cited.Count > 0 ? Cited[0].Id ?? "" : shape.IsNullable ? null : "";
        if (FieldNames.IsQuote(name)) return Chosen.Count > 0 ? Chosen[0].Text : shape.IsNullable ? null : "";
        if (Abstains) return shape.IsNullable ? null : FieldNames.IsAnswer(name) ? reading.NotFound : "";
        if (shape.About.Equals("hh:mm", StringComparison.OrdinalIgnoreCase) && Extraction.Clock(reading) is { } clock) return clock;
        if (FieldNames.IsDate(name) && Extraction.Date(reading) is { } date) return date;
        var isAnswer = FieldNames.IsAnswer(name) || Words.Count(shape.About) > 1 || (!reading.Question.IsOpen && reading.Record.Count == 0);
        return isAnswer ? Answer() : shape.IsNullable ? null : "";
    }

    // What one field decides, a later one may be ruled by: "needs_human is true when the decision is refer".
    private string Decided(string name, IReadOnlyList<string> options)
    {
        var decision = Ruling.On(options, reading);
        var choice = Choice.Of(options, decision, reading);
        var codes = Codes.In(reading.Rules().Select(rule => rule.Text)).Except(options).ToList();
        var onCodes = codes.Count == 0 || reading.Record.Count == 0 ? null : Ruling.OnCodes(codes, reading);
        // The codes say more than "a code applies".
        var direct = onCodes is { Holding.Count: > 0 } ? decision.GroundsOf(choice).Where(rule => !rule.Text.Contains(" appl", StringComparison.OrdinalIgnoreCase)) : decision.GroundsOf(choice);
        grounds = [.. direct.Concat(onCodes is null ? [] : onCodes.Holding.SelectMany(onCodes.GroundsOf)).OrderBy(rule => rule.Id is null).Distinct()];
        decided.Add(new RecordField(name, choice));
        return choice;
    }

    // The rule that decided, in its own words.
    private string Ground()
    {
        var rule = grounds[0];
        return Trim.ToWords(rule.Id is null ? rule.Text : $"{rule.Id}: {rule.Text}", reading.Instructions.Words.Max ?? int.MaxValue);
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
        if (DecidedTogether(name, about) is { } together) return together;
        var rules = about.Append($"{name} if {shape.About}").Select(statement => new Rule(statement, null));
        var decision = Decision.On([name, "true"], rules, ([.. reading.Record, .. decided], []), reading.Vocabulary);
        if (decision.HasRules) return decision.First is not null;
        if (reading.Record.Count > 0 || !reading.Evidence.IsEnough) return false;
        return reading.Question.IsYesOrNo ? YesNo.Says(reading) : reading.Evidence.Ranked[0].Text.Contains(spoken, StringComparison.OrdinalIgnoreCase);
    }

    // "The decision is refer and human_review is true": what is decided together goes together.
    private bool? DecidedTogether(string name, IEnumerable<string> about)
    {
        foreach (var statement in about)
            foreach (var field in decided)
            {
                var at = statement.IndexOf($"{field.Name} is {field.Value} and {name} is ", StringComparison.OrdinalIgnoreCase);
                if (at < 0) continue;
                var value = statement.AsSpan(at + field.Name.Length + field.Value.Length + name.Length + " is  and  is ".Length);
                if (value.StartsWith("true", StringComparison.OrdinalIgnoreCase)) return true;
                if (value.StartsWith("false", StringComparison.OrdinalIgnoreCase)) return false;
            }
        return null;
    }

    public decimal? Number(string name, JsonShape shape)
    {
        if (FieldNames.IsConfidence(name)) return Math.Round((decimal)(reading.Record.Count > 0 ? 1 : reading.Evidence.Coverage), 2);
        if (FieldOf(name) is { } field) return Quantity.Of(field.Value);
        if (FieldNames.IsAmount(name) && Extraction.Amount(reading) is { } amount) return amount;
        if (reading.Record.Count == 0 && Extraction.Numbered(RecordFields.Spoken(name), reading) is { } numbered) return numbered;
        if (FieldNames.IsCount(name) && reading.Record.Count > 0) return reading.Record.Count;
        if (Bare.Answer(reading) is { } computed) return Quantity.Of(computed);
        return reading.Evidence.IsEnough && (reading.Record.Count == 0 || !shape.IsNullable) ? Quantity.Of(ShortReply.NumberIn(reading)) : null;
    }

    private IEnumerable<string> Unlimited(string name, JsonShape item, Finding? about)
    {
        if (FieldNames.AreMissing(name)) return reading.Record.Where(field => field.IsMissing).Select(field => field.Name).Where(field => item.Options.Count == 0 || item.Options.Contains(field));
        if (Codes.IsOne(item.About) && item.Options.Count == 0 && reading.Record.Count > 0 && CodesLike(item.About) is { Count: > 0 } known) return Ruling.OnCodes(known, reading).Holding;
        if (FieldNames.AreIds(name) && grounds.Any(rule => rule.Id is not null)) return grounds.Where(rule => rule.Id is not null).Select(rule => rule.Id ?? "");
        if (FieldNames.AreIds(name)) return about is { Id: { } id } ? [id] : Cited.Where(finding => finding.Id is not null).Select(finding => finding.Id ?? "");
        if (item.Options.Count > 0) return Ruling.OnCodes(item.Options, reading).Holding;
        if (Codes.In(reading.Instructions.Statements) is { Count: > 0 } codes && Codes.AreAsked(name))
            return Ruling.OnCodes(codes, reading).Holding;
        // A code was shown as the form of an item, and no rule gives one.
        if (reading.Record.Count > 0 && Codes.IsOne(item.About) && decided.Count > 0) return [];
        return Chosen.Count > 0 ? Chosen.Select(finding => finding.Text) : reading.Record.Count > 0 ? reading.Record.Where(field => !field.IsMissing).Select(field => field.Line) : [];
    }

    private List<string> CodesLike(string example) =>
        [.. Codes.In(reading.Rules().Select(rule => rule.Text)).Where(code => Codes.AreAlike(code, example))];

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
