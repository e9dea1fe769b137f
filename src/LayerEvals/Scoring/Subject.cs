using LayerEvals.Reading;
using LayerEvals.Scoring.Abstaining;
using LayerEvals.Scoring.Citing;
using LayerEvals.Scoring.Refusing;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring;

/// <summary>What a check looks at: one answer to one case. What is read of it is read once, for all checks.</summary>
internal sealed class Subject(GoldenCase golden, Answer answer, string text)
{
    (CitingRule Rule, CitedAnswer Answer)? cited;
    (MapNode Settings, RefusalReading Reading)? refused;
    AnswerReading? reading;
    TextRegions? regions;
    Subject?[]? turns;

    /// <summary>The last turn of an answer, which most checks look at; the price is null where the configuration states none.</summary>
    public static Subject Of(GoldenCase golden, Answer answer, Price? price = null) => new(golden, answer, answer.Text) { Price = price };

    public GoldenCase Case => golden;

    public Answer Answer => answer;

    /// <summary>The text of the turn that the check looks at.</summary>
    public string Text => text;

    /// <summary>The turn, from 1; null where the check looks at the answer as a whole.</summary>
    public int? Turn { get; init; }

    /// <summary>The tool calls that the check looks at: those of its turn, or all.</summary>
    public IReadOnlyList<ToolCall> Calls => Turn is { } turn ? CallsOf(turn) : answer.ToolCalls;

    /// <summary>The texts of all turns that were asked for.</summary>
    public IReadOnlyList<string> Turns => answer.Turns.Count > 0 ? answer.Turns : [answer.Text];

    /// <summary>A turn of the answer, from 1; null where it was not asked for.</summary>
    public Subject? OfTurn(int turn)
    {
        if (turn > Turns.Count) return null;
        turns ??= new Subject?[Turns.Count];
        return turns[turn - 1] ??= new Subject(golden, answer, Turns[turn - 1]) { Turn = turn, IsLastTurn = turn == Turns.Count, Price = Price };
    }

    /// <summary>The calls of the turn that the text is of.</summary>
    public IReadOnlyList<ToolCall> OwnCalls => CallsOf(Turn ?? Turns.Count);

    IReadOnlyList<ToolCall> CallsOf(int turn) => [.. answer.ToolCalls.Where(c => (c.Turn ?? Turns.Count) == turn)];

    /// <summary>Whether it is the turn that the answer's finish reason speaks of.</summary>
    public bool IsLastTurn { get; init; } = true;

    /// <summary>The price of the configuration that answered; null where it states none.</summary>
    public Price? Price { get; init; }

    /// <summary>The code and the quotations of the text.</summary>
    public TextRegions Regions => regions ??= TextRegions.Of(text);

    /// <summary>What the answer does: abstain, or something else.</summary>
    public AnswerReading Reading => reading ??= golden.Checks.Abstention.Read(this);

    /// <summary>Whether the answer says that the sources do not hold what was asked, and nothing else.</summary>
    public bool Abstained => Reading.Kind == AnswerKind.Abstains;

    /// <summary>How much the answer refuses; read once for the check of these settings and for the table of refusals.</summary>
    public RefusalReading Refused(MapNode settings, RefusalRule rule)
    {
        if (refused is { } known && ReferenceEquals(known.Settings, settings)) return known.Reading;
        var read = rule.Read(this);
        refused = (settings, read);
        return read;
    }

    /// <summary>The text with its citations and claims; read once for checks that look for citations in the same way.</summary>
    public CitedAnswer Cited(CitingRule rule)
    {
        if (cited is { } known && known.Rule == rule) return known.Answer;
        var read = CitedAnswer.Read(text, golden.Checks.Shelves.Of(golden.Sources), rule, Regions);
        cited = (rule, read);
        return read;
    }
}
