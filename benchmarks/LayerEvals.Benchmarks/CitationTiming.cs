using System.Globalization;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;
using LayerEvals.Scoring;
using LayerEvals.Tests.Scoring.Citing;

namespace LayerEvals.Benchmarks;

/// <summary>How many answers of a kilobyte one core scores in a second with every check of citations and abstention on, and how long a hostile megabyte takes.</summary>
internal static class CitationTiming
{
    const int Cases = 500;
    // A run scores for minutes: what the compiler needs to see code as hot comes before, and is not counted.
    const int WarmUpRounds = 60;
    const int Rounds = 31;
    const int Megabyte = 1_000_000;

    // Half as long a text: twice the time is linear.
    const int Half = Megabyte / 2;

    const string Checks = """
        - citations: {present: every-fact, quotes: true, numbers: true, expect: [C-4.1], none-on-abstention: true}
        - grounded
        - not-found
        """;

    public static void Write(TextWriter print, TimeProvider time)
    {
        // As in a golden set: the cases share a document and its checks, each with four of its sources; one answer in ten is wrong.
        var first = Case();
        var cases = Enumerable.Range(0, Cases).Select(i => first with { Id = $"q-{i}", Sources = [.. first.Sources] }).ToList();
        var answers = cases.Select((golden, i) => new[] { Said(golden, 30), Said(golden, i % 5 == 0 ? 45 : 30) }).ToList();
        for (var i = 0; i < WarmUpRounds; i++) Score(cases, answers);
        var seconds = ProcessorTime.Median(Rounds, () => Score(cases, answers));
        var length = answers.Average(pair => pair.Average(a => a.Text.Length));
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| answers | characters each | sources a case | answers a second and core |\n|---:|---:|---:|---:|\n| {2 * Cases:N0} | {length:0} | 4 of 500 characters | {2 * Cases / seconds:N0} |\n"));
        Hostile(print, time);
    }

    static void Hostile(TextWriter print, TimeProvider time)
    {
        var golden = Case();
        var rows = HostileTexts.Of(Half).Zip(HostileTexts.Of(Megabyte), (half, whole) =>
            (half.Name, Half: Timed(time, () => Scorer.Score(golden, Of(golden, half.Text))), Whole: Timed(time, () => Scorer.Score(golden, Of(golden, whole.Text))))).OrderByDescending(r => r.Whole).ToList();
        print.WriteLine("| the slowest of hostile texts | 0.5 MB | 1 MB |\n|---|---:|---:|");
        foreach (var row in rows.Take(12))
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{row.Name.Replace("|", "\\|")}` | {row.Half.TotalSeconds:0.000} s | {row.Whole.TotalSeconds:0.000} s |"));
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{rows.Count} texts of 1 MB; under a second: {rows.Count(r => r.Whole < TimeSpan.FromSeconds(1))}."));
    }

    static void Score(List<GoldenCase> cases, List<Answer[]> answers)
    {
        for (var i = 0; i < cases.Count; i++)
            foreach (var answer in answers[i]) Scorer.Score(cases[i], answer);
    }

    static TimeSpan Timed(TimeProvider time, Action work)
    {
        var start = time.GetTimestamp();
        work();
        return time.GetElapsedTime(start);
    }

    static GoldenCase Case()
    {
        var problems = new Problems();
        var file = new SourceFile("checks.yaml", "checks.yaml", problems);
        var written = WrittenCheck.ReadAll(file, ((ListNode)YamlText.Read(file, Checks)!).Items, Layers.All.Select(l => l.Id).ToHashSet()); // the checks above are a list
        var checks = new CheckMerging([], "retrieval").For(new CaseChecks(file, 1, written, null, false));
        problems.ThrowIfAny();
        return new GoldenCase { Set = "citations", Id = "q", Answerable = true, Checks = checks, Sources = [.. Enumerable.Range(1, 4).Select(i => new GoldenSource($"C-{i + 3}.1", Source(i)))] };
    }

    static string Source(int i) => string.Create(CultureInfo.InvariantCulture,
        $"A refund is asked for within {30 * i} days of the trip, in writing, with the receipt and the boarding pass. The fee is {40 * i} EUR, or {12.5 * i} % of the price where that is more. Claims after 1 May 202{i} are paid by bank transfer within {7 * i} working days. \"Keep all receipts until the claim is closed\", whatever the amount of it. A companion of the same booking is covered up to 1,{i}00.00 EUR, a child up to half of that; form HT-26-1041{i} is sent with the claim, and nobody else is asked.");

    static Answer Said(GoldenCase golden, int days) => Of(golden, string.Create(CultureInfo.InvariantCulture, $"""
        You can ask for a refund within {days} days of the trip, in writing, and you send the receipt with it [C-4.1]. The fee is € 40, or 12.5 percent of the price where that is more [C-4.1].

        - Claims after May 1, 2022 are paid by bank transfer within fourteen working days [C-5.1].
        - A companion of the same booking is covered up to 1,200 EUR, and a child up to half of that [C-5.1].
        - The policy says: "Keep all receipts until the claim is closed", so keep the boarding pass too [C-4.1].

        | what | how much | source |
        |---|---|---|
        | refund | 40 EUR | [C-4.1] |
        | companion | 1,300.00 EUR | [C-6.1] |

        Where the amount is above 1,400.00 EUR the form HT-26-10414 goes with the claim (Clause 7.1). The days count from the end of the trip, and a claim that comes later is not paid at all, whatever its reason [C-4.1, C-5.1]. Please write to us where anything is unclear; we answer soon. Nobody else is asked, and the companion's share is paid to the companion's own account where one is named in the claim [C-7.1].
        """));

    static Answer Of(GoldenCase golden, string text) => new() { Case = golden.Key, Configuration = "candidate", Text = text };
}
