using System.Globalization;
using LayerEvals.Scoring.Instructions;
using LayerEvals.Tests.Scoring.Citing;
using LayerEvals.Tests.Scoring.Instructions;

namespace LayerEvals.Benchmarks;

/// <summary>How long the 25 instructions of IFEval take on the public answers, strict and loose, and the slowest of them on hostile megabytes.</summary>
internal static class InstructionTiming
{
    const int Rounds = 5;
    const int Megabyte = 1_000_000;

    public static void Write(TextWriter print, TimeProvider time, string folder)
    {
        var answers = PublicAnswers.Read(folder).ToList();
        // The first of each kind in the prompts, with its kwargs.
        var kinds = answers.SelectMany(a => a.Asked).GroupBy(a => a.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First()).ToList();
        Asked(answers);
        var asked = ProcessorTime.Median(Rounds, () => Asked(answers));
        var all = ProcessorTime.Median(Rounds, () => All(answers, kinds));
        print.WriteLine($"| what is read | readings | seconds of one core |\n|---|---:|---:|");
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| each answer by the instructions of its prompt | {answers.Sum(a => a.Asked.Count):N0} | {asked:0.00} |"));
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| each answer by all {kinds.Count} | {answers.Count * kinds.Count:N0} | {all:0.00} |\n"));
        Hostile(print, time, kinds);
    }

    static void Asked(List<PublicAnswer> answers)
    {
        foreach (var answer in answers)
            foreach (var asked in answer.Asked) Read(asked.Run, answer.Response);
    }

    static void All(List<PublicAnswer> answers, List<AskedInstruction> kinds)
    {
        foreach (var answer in answers)
            foreach (var kind in kinds) Read(kind.Run, answer.Response);
    }

    // As the check does: loose is looked at where strict does not follow.
    static void Read(Instruction instruction, string response)
    {
        if (LooseReading.Strict(instruction, response) is not null) LooseReading.LeftOut(instruction, response);
    }

    static void Hostile(TextWriter print, TimeProvider time, List<AskedInstruction> kinds)
    {
        var rows = HostileTexts.Of(Megabyte).Concat(MoreHostileTexts.Of(Megabyte)).SelectMany(text => kinds.Select(kind =>
        {
            var start = time.GetTimestamp();
            Read(kind.Run, text.Text);
            return (text.Name, kind.Id, Took: time.GetElapsedTime(start));
        })).OrderByDescending(r => r.Took).ToList();
        print.WriteLine("| the slowest of hostile texts of 1 MB | instruction | strict and loose |\n|---|---|---:|");
        foreach (var row in rows.Take(8))
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{row.Name.Replace("|", "\\|")}` | {row.Id} | {row.Took.TotalSeconds:0.000} s |"));
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{rows.Count:N0} readings; under a second: {rows.Count(r => r.Took < TimeSpan.FromSeconds(1)):N0}."));
    }
}
