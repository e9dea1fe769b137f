namespace LayerEvals.Scoring.Instructions;

/// <summary>How the response starts and ends.</summary>
internal static class StartEnd
{
    public static IReadOnlyList<InstructionType> All { get; } =
    [
        new("startend:end_checker", kwargs => Kwargs.Text(kwargs, "end_phrase") is { } phrase ? Ending(PythonText.Trim(phrase)) : null),
        InstructionType.Fixed("startend:quotation", response => PythonText.Trim(response.AsSpan()) is ['"', .., '"']
            ? null
            : $"expected the whole response between double quotation marks (\"), found `{Ends(response)}`"),
    ];

    static Instruction Ending(string phrase)
    {
        var wanted = PythonText.Lower(phrase);
        return response => PythonText.Lower(PythonText.Trim(response).Trim('"')).EndsWith(wanted, StringComparison.Ordinal)
            ? null
            : $"expected to end with `{Printable.Short(phrase, 80)}`, found `{Printable.Short(Last(PythonText.Trim(response), 60), 80)}`";
    }

    static string Last(string text, int most) => text.Length <= most ? text : "…" + text[^most..];

    static string Ends(string response)
    {
        var text = PythonText.Trim(response);
        return text.Length <= 40 ? Printable.Line(text) : Printable.Line(text[..20]) + " … " + Printable.Line(text[^20..]);
    }
}
