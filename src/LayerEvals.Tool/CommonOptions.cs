using System.CommandLine;
using System.Globalization;
using LayerEvals.Diagnostics;

namespace LayerEvals.Tool;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    public static Option<bool> Yes() => new("--yes") { Description = "Ask without a question, whatever it is expected to cost." };

    public static Option<string> Side(string description)
    {
        var side = new Option<string>("--side") { Description = description, DefaultValueFactory = _ => "baseline" };
        side.AcceptOnlyFromAmong("baseline", "candidate");
        return side;
    }

    // The library would read 5,5 as 55.
    public static Option<double?> Percent(string name, string description, double least, double most) => new(name)
    {
        Description = description,
        CustomParser = typed =>
        {
            var text = typed.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent >= least && percent <= most) return percent;
            typed.AddError($"expected a number from {Numerals.Plain(least)} to {Numerals.Plain(most)} for {name}, found `{Printable.Short(text, 40)}`");
            return null;
        },
    };
}
