using LayerEvals.Reading;
using LayerEvals.Scoring.Abstaining;

namespace LayerEvals.Scoring.Refusing;

/// <summary>Names by which structured answers refuse.</summary>
/// <param name="FinishReasons">What vendors write where they stopped the answer.</param>
/// <param name="RefusalFields">Fields that hold the words of a refusal.</param>
/// <param name="Statuses">The statuses that refuse.</param>
internal sealed record RefusalNames(IReadOnlySet<string> FinishReasons, IReadOnlySet<string> RefusalFields, IReadOnlySet<string> Statuses)
{
    public static RefusalNames Read(MapReader reader) => new(Names(reader, "finish-reasons"), Names(reader, "refusal-fields"), Names(reader, "statuses"));

    static HashSet<string> Names(MapReader reader, string key) => reader.Texts(key).Select(StructuredNames.Normal).ToHashSet(StringComparer.Ordinal);
}
