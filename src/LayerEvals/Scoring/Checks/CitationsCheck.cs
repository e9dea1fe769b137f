using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer cites its sources: at least one where that is required, none that was not given, and all that are expected.</summary>
internal static class CitationsCheck
{
    public static CheckType Type { get; } = new("citations", Layers.Retrieval, Read) { IsSilentOnAbstention = true, IsMustAtHighRisk = true };

    static Check? Read(MapReader settings)
    {
        var required = settings.Flag("required") ?? true;
        var resolves = settings.Flag("resolves") ?? true;
        var expected = settings.Texts("expect");
        var path = settings.Text("path") is { } written ? JsonPath.Parse(settings, written) : null;
        return subject =>
        {
            var cited = path is null ? Citations.In(subject.Text, subject.Case.Sources) : Citations.At(path, subject.Text);
            if (cited.Count == 0)
                return required || expected.Count > 0
                    ? Finding.Fail(expected.Count > 0 ? $"cites nothing, expected {Ids(expected)}" : "cites nothing", Scorer.Quote(subject.Text))
                    : Finding.Pass;
            var given = subject.Case.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            var foreign = resolves ? cited.Where(id => !given.Contains(id)).ToList() : [];
            if (foreign.Count > 0)
                return Finding.Fail($"cites {Ids(foreign)}, which was not given; given: {Given(subject)}", Scorer.Quote(subject.Text));
            var missing = expected.Where(id => !cited.Contains(id)).ToList();
            return missing.Count == 0
                ? Finding.Pass
                : Finding.Fail($"does not cite {Ids(missing)}; cites {Ids(cited)}", Scorer.Quote(subject.Text));
        };
    }

    static string Ids(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(8).Select(id => Printable.Short(id, 40)));

    static string Given(Subject subject) => subject.Case.Sources.Count == 0 ? "none" : Ids([.. subject.Case.Sources.Select(s => s.Id)]);
}
