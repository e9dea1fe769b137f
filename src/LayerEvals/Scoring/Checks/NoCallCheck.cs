using LayerEvals.Reading;
using LayerEvals.Scoring.Calling;

namespace LayerEvals.Scoring.Checks;

/// <summary>The model called no tool; or none of these.</summary>
internal static class NoCallCheck
{
    public static CheckType Type { get; } = new("no-call", Layers.Tools, Read) { Short = CheckType.Under("of"), ToolsOf = CalledTools.Under("of") };

    static Check Read(MapReader settings)
    {
        var names = settings.Texts("of");
        return subject =>
        {
            var called = subject.Calls.Select(c => c.Name).Where(n => names.Count == 0 || names.Contains(n)).ToList();
            return called.Count == 0
                ? Finding.Pass
                : Finding.Fail($"expected no call{(names.Count == 0 ? "" : $" of {CalledTools.Named(names)}")}, found {CalledTools.Named(called)}", CalledTools.Shown(subject.Calls));
        };
    }
}
