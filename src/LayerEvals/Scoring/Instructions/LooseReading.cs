namespace LayerEvals.Scoring.Instructions;

/// <summary>
/// The loose reading of IFEval: an instruction is followed loosely where it is by the response without its first line, its last line or both, each with or without its asterisks.
/// Strict decides; what loose leaves out says what is in the way.
/// </summary>
internal static class LooseReading
{
    /// <summary>What keeps the response from following; null where it follows. A blank response follows nothing.</summary>
    public static string? Strict(Instruction instruction, string response) => PythonText.IsBlank(response) ? "the response is blank" : instruction(response);

    /// <summary>What has to be left out for the instruction to be followed, the least first; null where nothing helps.</summary>
    public static string? LeftOut(Instruction instruction, string response)
    {
        foreach (var (text, leftOut) in Variants(response))
            if (!PythonText.IsBlank(text) && instruction(text) is null) return leftOut;
        return null;
    }

    static IEnumerable<(string Text, string LeftOut)> Variants(string response)
    {
        var hasAsterisks = response.Contains('*', StringComparison.Ordinal);
        if (hasAsterisks) yield return (Plain(response), "its asterisks");
        var first = response.IndexOf('\n');
        if (first < 0) yield break;
        var last = response.LastIndexOf('\n');
        var cuts = new List<(string, string)>
        {
            (PythonText.Trim(response[(first + 1)..]), "its first line"),
            (PythonText.Trim(response[..last]), "its last line"),
        };
        if (last > first) cuts.Add((PythonText.Trim(response[(first + 1)..last]), "its first and last line"));
        foreach (var cut in cuts) yield return cut;
        if (!hasAsterisks) yield break;
        foreach (var (text, leftOut) in cuts) yield return (Plain(text), $"{leftOut} and its asterisks");
    }

    static string Plain(string text) => text.Replace("*", "", StringComparison.Ordinal);
}
