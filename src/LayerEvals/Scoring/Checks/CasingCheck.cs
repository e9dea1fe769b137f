using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Instructions;

namespace LayerEvals.Scoring.Checks;

/// <summary>Every letter of the answer that has a case is upper case, or lower case.</summary>
internal static class CasingCheck
{
    public static CheckType Type { get; } = new("casing", Layers.Prompt, Read) { Short = CheckType.As("is") };

    static Check? Read(MapReader settings)
    {
        if (settings.Node("is") is null) settings.Required("is", "write `casing: upper` or `casing: lower`");
        return settings.OneOf("is", "upper", "lower") is not { } casing ? null : subject =>
            ChangeCase.Casing(subject.Text, casing == "upper") is { } wrong ? Finding.Fail(wrong, Scorer.Quote(subject.Text)) : Finding.Pass;
    }
}
