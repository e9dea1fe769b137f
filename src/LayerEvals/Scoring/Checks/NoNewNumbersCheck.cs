using LayerEvals.Diagnostics;
using LayerEvals.Scoring.Facts;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer states no number, amount or date that the case's input, messages and sources do not hold, in whatever writing. List numbers, code and small numbers in words are none.</summary>
internal static class NoNewNumbersCheck
{
    const int MostNamed = 5;

    public static CheckType Type { get; } = new("no-new-numbers", Layers.Verification, _ => Judge);

    static Finding Judge(Subject subject)
    {
        var given = FactSet.Of(string.Join('\n', Given(subject.Case)));
        var added = NewFacts.In(subject, given);
        if (added.Count == 0) return Finding.Pass;
        var named = string.Join(", ", added.Take(MostNamed).Select(f => $"`{Printable.Short(f.Span.Of(subject.Text), 40)}`"));
        return Finding.Fail($"expected no number or date that the input does not hold, found {named}{(added.Count > MostNamed ? $" and {Numerals.Count(added.Count - MostNamed, "other")}" : "")}", Scorer.Quote(subject.Text));
    }

    static IEnumerable<string> Given(GoldenCase golden) => golden.Holes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => h.Value)
        .Concat(golden.Messages.Select(m => m.Text ?? ""))
        .Concat(golden.Sources.SelectMany(s => new[] { s.Id, s.Text }));
}
