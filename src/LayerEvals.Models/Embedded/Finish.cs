using System.Text;

namespace LayerEvals.Models;

/// <summary>Puts the demanded first and last lines around a text, the demanded phrases into it, and its letters into the demanded case.</summary>
internal static class Finish
{
    public static string Of(string body, Reading reading)
    {
        var instructions = reading.Instructions;
        var abstains = body == reading.NotFound;
        var isShort = instructions.Kind != AnswerKind.Prose;
        if (instructions.AsJson || isShort || (abstains && instructions.NotFound is not null)) return body;

        var text = new StringBuilder();
        if (instructions.Opening.Length > 0 && !body.StartsWith(instructions.Opening, StringComparison.Ordinal)) text.Append(instructions.Opening).Append("\n\n");
        text.Append(body);
        foreach (var phrase in instructions.Included)
            if (!body.Contains(phrase, StringComparison.OrdinalIgnoreCase)) text.Append(' ').Append(phrase).Append(char.IsLetterOrDigit(phrase[^1]) ? "." : "");
        if (instructions.Closing.Length > 0 && !body.EndsWith(instructions.Closing, StringComparison.Ordinal)) text.Append("\n\n").Append(instructions.Closing);
        var finished = text.ToString();
        if (instructions.WithoutCommas) finished = finished.Replace(",", "", StringComparison.Ordinal);
        return instructions.LetterCase switch
        {
            LetterCase.Lower => finished.ToLowerInvariant(),
            LetterCase.Upper => finished.ToUpperInvariant(),
            _ => finished,
        };
    }
}
