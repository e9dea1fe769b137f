namespace LayerEvals;

/// <summary>A part of the stack that a check speaks for.</summary>
/// <param name="Id">The id that files use.</param>
/// <param name="Title">How reports show it.</param>
/// <param name="Question">The question that the layer answers.</param>
/// <param name="Lean">What to lean toward when it fails.</param>
public sealed record Layer(string Id, string Title, string Question, string Lean);

/// <summary>The seven layers, from what the vendor ships to what the product owns.</summary>
public static class Layers
{
    /// <summary>What the model knows and how it reasons without sources.</summary>
    public static Layer PreTraining { get; } = new("pre-training", "Pre-training",
        "does the model know and reason well enough without sources?", "another model or cutoff; never a prompt patch for missing facts");

    /// <summary>Format, schema, label set, house wording.</summary>
    public static Layer FineTuning { get; } = new("fine-tuning", "Fine-tuning",
        "is format, schema, label set, house wording stable?", "schema and prompt first, then fine-tuning on behaviour");

    /// <summary>Instructions, refusals, truth under pressure.</summary>
    public static Layer Alignment { get; } = new("alignment", "Alignment (RLHF, safety tuning)",
        "does it follow instructions, refuse what it must and only that, keep to the truth under pressure?", "the prompt, then a vendor upgrade; rarely custom RLHF");

    /// <summary>Length, structure, language, tone.</summary>
    public static Layer Prompt { get; } = new("prompt", "Prompt and context",
        "does it obey this prompt: length, structure, language, tone?", "prompt and sampling settings");

    /// <summary>Sources, citations, and saying when the answer is not in them.</summary>
    public static Layer Retrieval { get; } = new("retrieval", "Retrieval (RAG)",
        "does it use the sources, cite them, and say when the answer is not in them?", "retrieval, sources and grounding; not training");

    /// <summary>Tool calls and their arguments.</summary>
    public static Layer Tools { get; } = new("tools", "Tools",
        "right tool, right arguments, no needless call?", "tool design and context");

    /// <summary>Escalation, human gate, policy words.</summary>
    public static Layer Verification { get; } = new("verification", "Verification",
        "escalation, human gate, policy words, no promise that the product may not make?", "the policy layer and human review");

    /// <summary>All seven, in the order of the stack.</summary>
    public static IReadOnlyList<Layer> All { get; } = [PreTraining, FineTuning, Alignment, Prompt, Retrieval, Tools, Verification];
}
