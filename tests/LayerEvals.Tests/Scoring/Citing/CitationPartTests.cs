using System.Text;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Citing;

/// <summary>What the parts of <c>citations</c> and <c>grounded</c> say of an answer: an approved file, because a reader acts on it.</summary>
public sealed class CitationPartTests
{
    static readonly GoldenSource[] Sources =
    [
        new("C-4.1", "A refund is asked for within 30 days of the trip. The fee is € 40, or 12.5 % of the price where that is more. Call 555-0100 before 1 May 2024."),
        new("C-4.2", "Baggage is covered up to 1,200.00 EUR. “Keep all receipts – and the boarding pass – until the claim is closed.”"),
    ];

    [Fact]
    public void What_the_parts_say()
    {
        var said = new StringBuilder();
        Say(said, "citations: {present: any}", "You have 30 days.");
        Say(said, "citations: {present: every-claim}", "You have 30 days [C-4.1]. The fee is 40 EUR. Is that clear? Please write to us.");
        Say(said, "citations: {present: every-fact}", "You have 30 days [C-4.1]. The fee is 40 EUR. Ask in good time for it.");
        Say(said, "citations: {present: every-fact}", "You have 30 days [C-4.1]. It is paid by Harbor Travel in the end.");
        Say(said, "citations: {present: every-fact}", "| what | fee | source |\n|---|---|---|\n| refund | 40 EUR | [C-4.1] |\n| baggage | 1200 EUR | - |");
        Say(said, "citations", "You have 30 days [C-4.1][C-9.9] or [7].");
        Say(said, "citations: {expect: [C-4.1, C-4.2], recall: 0.8, precision: 1, f1: 0.9}", "You have 30 days [C-4.1, C-9.9].");
        Say(said, "citations: {expect: [C-4.1, C-4.2], f1: 0.6}", "You have 30 days [C-4.1].");
        Say(said, "citations: {numbers: true}", "You have thirty days [C-4.1]. The fee is 40 EUR or 12,5 Prozent [C-4.1]. Baggage up to 1200 EUR [C-4.2].");
        Say(said, "citations: {numbers: true}", "You have 45 days [C-4.1]. Baggage up to 1,200 EUR [C-4.1]. Call 555-0199 before 2 May 2024 [C-4.1, C-4.2].");
        Say(said, "citations: {numbers: true, resolves: false}", "You have 45 days [C-9.9].");
        Say(said, "citations: {numbers: true}", "You have 30 days. The fee is 50 EUR. [C-4.1]");
        Say(said, "citations: {quotes: true}", "It says \"Keep all  receipts - and the boarding pass\" [C-4.2].");
        Say(said, "citations: {quotes: true}", "It says “a refund is asked for … of the trip.” [C-4.1]");
        Say(said, "citations: {quotes: true}", "It says \"keep all tickets and the boarding pass until the claim\" [C-4.2].");
        Say(said, "citations: {quotes: true}", "It says \"the refund is automatic\" [C-4.1] and 'something else entirely' [C-4.2].");
        Say(said, "citations: {numbers: true, quotes: true, path: $.citations}", """{"answer": "You have 45 days, it says \"keep all tickets and the boarding pass\".", "citations": ["C-4.1", "C-4.2"]}""");
        Say(said, "citations: {none-on-abstention: true}", "Not found in sources. [C-4.1]", answerable: false);
        Say(said, "citations: {none-on-abstention: true}", "Not found in sources.", answerable: false);
        Say(said, "citations: {quotes: true, numbers: true}", "Not found in sources.", answerable: true);
        Say(said, "grounded", "A refund is asked for within 30 days of the trip [C-4.1].");
        Say(said, "grounded", "Unicorns deliver the refund by carrier pigeon every fortnight [C-4.1].");
        Say(said, "grounded: {at-least: 0.5, per: claim}", "A refund is asked for within 30 days of the trip [C-4.1]. Unicorns deliver parcels by carrier pigeon [C-4.2].");
        Say(said, "grounded", "You have 30 days.");
        Say(said, "grounded: {against: given}", "A refund is asked for within 30 days of the trip.");
        Say(said, "grounded", "Not found in sources.", answerable: false);
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Passed_parts_are_no_part_of_a_pass() =>
        Scored.By(Case("citations: {quotes: true, numbers: true}", null), "You have 30 days [C-4.1].").ShouldBe(Finding.Pass);

    [Fact]
    public void A_span_is_what_is_wrong_and_stands_in_its_claim()
    {
        const string text = "Hello there, traveller. You have 45 days [C-4.1].";

        var part = Scored.By(Case("citations: {numbers: true}", null), text).Parts.Single(p => p.Outcome == Outcome.Failed);

        text.Substring(part.Span!.Value.Start, part.Span.Value.Length).ShouldBe("45 days");
        text.Substring(part.Claim!.Value.Start, part.Claim.Value.Length).ShouldBe("You have 45 days [C-4.1].");
    }

    static GoldenCase Case(string check, bool? answerable) => Scored.Case($"- {check}", answerable) with { Sources = Sources };

    static void Say(StringBuilder said, string check, string text, bool? answerable = null)
    {
        var finding = Scored.By(Case(check, answerable), text);
        said.AppendLine($"# {check}: {Printable.Line(text)}").AppendLine($"{finding.Outcome}{(finding.Reason is { } reason ? $": {reason}" : "")}");
        foreach (var part in finding.Parts)
        {
            said.AppendLine($"  {part.Name} {part.Outcome}{(part.Reason is { } why ? $": {why}" : "")}");
            if (part.Claim is { } claim) said.AppendLine($"    claim: {Printable.Line(claim.Of(text))}");
            if (part.Span is { } span) said.AppendLine($"    marked: {Printable.Line(span.Of(text))}");
            if (part.Source is { } source) said.AppendLine($"    {source}: {part.SourceText}");
        }
        said.AppendLine();
    }
}
