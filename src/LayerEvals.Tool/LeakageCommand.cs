using System.CommandLine;
using System.Globalization;
using LayerEvals.Diagnostics;
using LayerEvals.Leakage;
using LayerEvals.Reading;

namespace LayerEvals.Tool;

/// <summary>What <c>layerevals leakage</c> was asked for.</summary>
/// <param name="Training">The fine-tuning data.</param>
/// <param name="Words">How many words in a row are a leak.</param>
internal sealed record LeakageRequest(string Set, string Training, int Words);

/// <summary>Finds golden cases that a model was tuned on: what it can recite it need not be able to do. Nothing is asked.</summary>
internal sealed class LeakageCommand(ToolHost host)
{
    const int LongestShown = 160;

    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var set = new Argument<string>("SET") { Description = "The golden set." };
        var training = new Option<string>("--training") { Description = "The fine-tuning data: JSON Lines as the vendor takes them.", Required = true };
        var words = new Option<int>("--words")
        {
            Description = "How many words in a row are a leak, from 4 to 50; a shorter text is looked for as a whole.",
            DefaultValueFactory = _ => 8,
            CustomParser = typed =>
            {
                if (int.TryParse(typed.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= LeakSearch.Least and <= 50) return number;
                typed.AddError($"expected a whole number from {LeakSearch.Least} to 50 for --words, found `{Printable.Short(typed.Tokens[0].Value, 40)}`");
                return 0;
            },
        };
        var command = new Command("leakage", "Find the words of golden cases in fine-tuning data. Nothing is asked. Exit codes: 0 none found, 1 found.") { set, training, words };
        command.SetAction(parsed => done(new LeakageCommand(host).Run(new LeakageRequest(parsed.GetValue(set)!, parsed.GetValue(training)!, parsed.GetValue(words)))));
        return command;
    }

    public ExitCode Run(LeakageRequest request)
    {
        var set = host.ReadSet(request.Set);
        var training = host.Show(request.Training);
        var leaks = new LeakSearch(set.Cases, request.Words).In(TrainingFile.Read(new SourceFile(host.At(request.Training), training, new Problems())));
        var print = host.Terminal.Out;
        var tooShort = leaks.TooShort == 0 ? "" : $"; {Numerals.Count(leaks.TooShort, "case")} of fewer than {LeakSearch.Least} words cannot be looked for";
        print.WriteLine($"{leaks.Found.Count} of {Numerals.Count(set.Cases.Count, "case")} of {set.Id} {(leaks.Found.Count == 1 ? "shares" : "share")} {request.Words} words in a row, or a whole shorter text, with {training} ({Numerals.Count(leaks.Examples, "example")}){tooShort}");
        foreach (var part in new[] { "holdout", "dev", null }) Print(leaks.Found.Where(l => l.Golden.Split == part).ToList(), part, training);
        return leaks.Found.Count == 0 ? ExitCode.Pass : ExitCode.Regression;
    }

    void Print(IReadOnlyList<Leak> leaks, string? split, string training)
    {
        if (leaks.Count == 0) return;
        host.Terminal.Out.WriteLine(split is null ? "\nwithout a split:" : $"\n{split}:");
        foreach (var leak in leaks)
        {
            var more = leak.Examples == 1 ? "" : $"; {Numerals.Count(leak.Examples - 1, "other example")} {(leak.Examples == 2 ? "holds" : "hold")} some of them";
            host.Terminal.Out.WriteLine($"  {leak.Golden.Key} ({Printable.Line(leak.Golden.File)}:{leak.Golden.Line}): {leak.Shared} of its {leak.Words} words are in {training}:{leak.Line}{more}");
            host.Terminal.Out.WriteLine($"    {Printable.Short(leak.Text, LongestShown)}");
        }
    }
}
