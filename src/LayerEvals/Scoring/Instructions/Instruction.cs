using LayerEvals.Reading;

namespace LayerEvals.Scoring.Instructions;

/// <summary>What keeps a response from following an instruction, in one line; null where it follows. Pure, and linear in the length of the response.</summary>
internal delegate string? Instruction(string response);

/// <summary>One of the kinds of verifiable instructions of IFEval (Zhou et al. 2023, arXiv 2311.07911).</summary>
/// <param name="Id">Its id in the public data.</param>
/// <param name="Read">Reads its kwargs; null after a problem was reported.</param>
internal sealed record InstructionType(string Id, Func<MapReader, Instruction?> Read)
{
    /// <summary>An instruction without kwargs.</summary>
    public static InstructionType Fixed(string id, Instruction instruction) => new(id, _ => instruction);
}
