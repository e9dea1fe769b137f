using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Instructions;

/// <summary>Two answers in one, and the prompt before the answer.</summary>
internal static class Combination
{
    const string Separator = "******";

    public static IReadOnlyList<InstructionType> All { get; } =
    [
        new("combination:repeat_prompt", kwargs => Kwargs.Text(kwargs, "prompt_to_repeat") is { } prompt ? Repeating(prompt) : null),
        InstructionType.Fixed("combination:two_responses", TwoResponses),
    ];

    static Instruction Repeating(string prompt)
    {
        var wanted = PythonText.Lower(PythonText.Trim(prompt));
        return response => PythonText.Trim(PythonText.Lower(response)).StartsWith(wanted, StringComparison.Ordinal) ? null : $"expected to start with the prompt `{Printable.Short(prompt, 80)}`, found `{Printable.Short(PythonText.Trim(response), 80)}`";
    }

    static string? TwoResponses(string response)
    {
        var parts = response.Split(Separator);
        var filled = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (!PythonText.IsBlank(parts[i])) filled.Add(PythonText.Trim(parts[i]));
            else if (i > 0 && i < parts.Length - 1) return $"expected two responses with `{Separator}` between them, found an empty one";
        }
        if (filled.Count != 2) return $"{Numerals.Count(filled.Count, "response")} between `{Separator}`, exactly 2";
        return filled[0] == filled[1] ? "expected two different responses, found the same twice" : null;
    }
}
