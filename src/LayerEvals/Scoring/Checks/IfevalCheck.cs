using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Instructions;

namespace LayerEvals.Scoring.Checks;

/// <summary>A verifiable instruction of IFEval by its id and kwargs. Strict decides; where the loose reading follows, the reason says what was in the way.</summary>
internal static class IfevalCheck
{
    public static CheckType Type { get; } = new("ifeval", Layers.Alignment, Read) { Short = CheckType.As("id") };

    static Check? Read(MapReader settings)
    {
        var id = settings.Required("id", "write `id:` and one of the ids of docs/instructions.md, such as `length_constraints:number_words`");
        var written = settings.Map("kwargs");
        if (id.Length == 0) return null;
        if (!InstructionTypes.All.TryGetValue(id, out var type))
        {
            settings.File.Error(ProblemIds.BadValue, settings.LineOf("id"), $"expected the id of an instruction, found `{Printable.Short(id, 80)}`", Nearest.Choice(id, [.. InstructionTypes.All.Keys]));
            return null;
        }
        if (settings.Node("kwargs") is not null && written is null) return null;
        var kwargs = KwargsOf(settings, id);
        var instruction = type.Read(kwargs);
        kwargs.Close();
        return instruction is null ? null : subject => Judge(instruction, subject.Text);
    }

    // The public data writes every kwarg of every kind, null where it is none of the instruction's.
    static MapReader KwargsOf(MapReader settings, string id)
    {
        var map = settings.Node("kwargs") as MapNode ?? new MapNode([], settings.Line);
        return new MapReader(settings.File, map with { Entries = [.. map.Entries.Where(e => !e.Value.IsAbsent)] }, $"the kwargs of `{id}`");
    }

    static Finding Judge(Instruction instruction, string response)
    {
        if (LooseReading.Strict(instruction, response) is not { } reason) return Finding.Pass;
        return LooseReading.LeftOut(instruction, response) is { } leftOut
            ? Finding.Fail($"{reason}; followed but for {leftOut}", Scorer.Quote(response))
            : Finding.Fail(reason, Scorer.Quote(response));
    }
}
