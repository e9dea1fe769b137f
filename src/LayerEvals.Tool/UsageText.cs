using System.CommandLine;
using System.CommandLine.Parsing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Tool;

/// <summary>What is said of a command line that is none: the first word that is not known, with the one that is near, or what is missing.</summary>
internal static class UsageText
{
    /// <summary>What is wrong with a command line; null where nothing is.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // What follows an unknown word is unknown because of it.
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.FirstOrDefault() is { } word && !IsOption(word)) return UnknownCommand(command, word);
        // An unknown option is taken for an argument where one is missing, or where any number may stand: `init --hlep` names no folder.
        if (UnknownOption(parsed) is { } option)
            return Unknown($"an option of `{(command.Subcommands.Count > 0 ? command.Name : $"layerevals {command.Name}")}`", option, [.. Names(command.Options).Append("--help").Distinct()]);
        if (parsed.Errors.Count == 0) return null;
        if (command.Subcommands.Count > 0) return UnknownCommand(command, null);
        return string.Join('\n', parsed.Errors.Select(e => $"layerevals: {Printable.Line(e.Message)}")) + "\n    see `layerevals --help`, or `layerevals COMMAND --help`";
    }

    // Behind `--` stand no options, and what an option is given is none.
    static string? UnknownOption(ParseResult parsed)
    {
        var given = parsed.CommandResult.Children.OfType<OptionResult>().SelectMany(o => o.Tokens).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).FirstOrDefault(t => t.Type == TokenType.Argument && IsOption(t.Value) && !given.Contains(t))?.Value;
    }

    static bool IsOption(string word) => word is ['-', not (>= '0' and <= '9'), ..];

    static string UnknownCommand(Command command, string? found) => Unknown("a command", found, [.. Names(command.Subcommands)]);

    static string Unknown(string expected, string? found, IReadOnlyCollection<string> known) =>
        $"layerevals: expected {expected}, found {(found is null ? "none" : $"`{Printable.Short(found, 60)}`")}\n    {Nearest.Choice(found ?? "", known)}";

    static IEnumerable<string> Names(IEnumerable<Symbol> symbols) => symbols.Where(s => !s.Hidden).Select(s => s.Name);
}
