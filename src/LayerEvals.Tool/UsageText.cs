using System.CommandLine;
using System.CommandLine.Parsing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Tool;

/// <summary>What is said of a command line that is none: the first word that is not known, with the one that is near, or what is missing.</summary>
internal static class UsageText
{
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var typed = command.Subcommands.Count > 0 ? "layerevals" : $"layerevals {command.Name}";
        // What follows an unknown word is unknown because of it; and an unknown option is taken for an argument where one is missing.
        if (UnknownOption(parsed, command) is { } option) return Unknown($"an option of `{typed}`", option, [.. Names(command.Options).Append("--help").Distinct()]);
        if (command.Subcommands.Count > 0) return Unknown("a command", parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null, [.. Names(command.Subcommands)]);
        return string.Join('\n', parsed.Errors.Select(e => $"layerevals: {Printable.Line(e.Message)}")) + "\n    see `layerevals --help`, or `layerevals COMMAND --help`";
    }

    static string? UnknownOption(ParseResult parsed, Command command) =>
        parsed.Tokens.FirstOrDefault(t => t.Type == TokenType.Argument && t.Value is ['-', not (>= '0' and <= '9'), ..] && !command.Options.Any(o => o.Name == t.Value || o.Aliases.Contains(t.Value)))?.Value;

    static string Unknown(string expected, string? found, IReadOnlyCollection<string> known) =>
        $"layerevals: expected {expected}, found {(found is null ? "none" : $"`{Printable.Short(found, 60)}`")}\n    {Nearest.Choice(found ?? "", known)}";

    static IEnumerable<string> Names(IEnumerable<Symbol> symbols) => symbols.Where(s => !s.Hidden).Select(s => s.Name);
}
