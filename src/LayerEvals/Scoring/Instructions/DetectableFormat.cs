namespace LayerEvals.Scoring.Instructions;

/// <summary>Fixed answers, JSON, sections, bullets, highlights and titles.</summary>
internal static class DetectableFormat
{
    static readonly string[] Answers = ["My answer is yes.", "My answer is no.", "My answer is maybe."];

    public static IReadOnlyList<InstructionType> All { get; } =
    [
        InstructionType.Fixed("detectable_format:constrained_response", response => Array.Exists(Answers, answer => response.Contains(answer, StringComparison.Ordinal))
            ? null
            : $"expected one of {string.Join(", ", Answers.Select(a => $"`{a}`"))}, found none"),
        InstructionType.Fixed("detectable_format:json_format", Json),
        new("detectable_format:multiple_sections", kwargs =>
        {
            var splitter = Kwargs.Text(kwargs, "section_spliter") is { } text ? PythonText.Trim(text) : null;
            var amount = Kwargs.Amount(kwargs, "num_sections", Bound.AtLeast, "section");
            if (splitter is null || amount is null) return null;
            var named = amount with { Of = $" with `{Printable.Short(splitter, 40)}` and a number" };
            return response => named.Judge(Marks.Sections(response, splitter));
        }),
        new("detectable_format:number_bullet_lists", kwargs => Kwargs.Amount(kwargs, "num_bullets", Bound.Exactly, "bullet") is { } amount ? response => amount.Judge(Marks.Bullets(response)) : null),
        new("detectable_format:number_highlighted_sections", kwargs => Kwargs.Amount(kwargs, "num_highlights", Bound.AtLeast, "highlight") is { } amount
            ? response => (amount with { Of = " between asterisks" }).Judge(Marks.Highlights(response))
            : null),
        InstructionType.Fixed("detectable_format:title", response => Marks.HasTitle(response) ? null : "expected a title in double angular brackets, such as <<title>>, found none"),
    ];

    static string? Json(string response)
    {
        var text = PythonText.Trim(response.AsSpan());
        foreach (var prefix in (ReadOnlySpan<string>)["```json", "```Json", "```JSON", "```"])
            if (text.StartsWith(prefix, StringComparison.Ordinal)) text = text[prefix.Length..];
        if (text.EndsWith("```", StringComparison.Ordinal)) text = text[..^3];
        text = PythonText.Trim(text);
        if (PythonJson.FirstWrong(text) is not { } wrong) return null;
        return text.IsEmpty ? "expected JSON and nothing else, found nothing" : $"expected JSON and nothing else, found {(wrong < text.Length ? $"`{Printable.Short(text[wrong..Math.Min(text.Length, wrong + 40)].ToString(), 40)}`" : "its end")} at character {wrong + 1}";
    }
}
