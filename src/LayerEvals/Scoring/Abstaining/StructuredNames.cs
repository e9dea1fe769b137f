using LayerEvals.Reading;

namespace LayerEvals.Scoring.Abstaining;

/// <summary>Names by which structured answers abstain where a set configures nothing.</summary>
/// <param name="Tools">Tools whose call abstains.</param>
/// <param name="StatusFields">Fields that hold a status.</param>
/// <param name="Statuses">The statuses that abstain.</param>
/// <param name="AnswerFields">Fields that hold the answer.</param>
/// <param name="CitationFields">Fields that hold the citations.</param>
internal sealed record StructuredNames(IReadOnlySet<string> Tools, IReadOnlySet<string> StatusFields, IReadOnlySet<string> Statuses, IReadOnlySet<string> AnswerFields, IReadOnlySet<string> CitationFields)
{
    public static StructuredNames Read(MapReader reader) =>
        new(Names(reader, "tools"), Names(reader, "status-fields"), Names(reader, "statuses"), Names(reader, "answer-fields"), Names(reader, "citation-fields"));

    /// <summary>A name without the signs in which habits differ: <c>notFound</c>, <c>not_found</c> and <c>NOT-FOUND</c> are one.</summary>
    public static string Normal(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    static HashSet<string> Names(MapReader reader, string key) => reader.Texts(key).Select(Normal).ToHashSet(StringComparer.Ordinal);
}
