namespace LayerEvals;

/// <summary>What came back for one asking of one case, or the error that came instead.</summary>
public sealed record Answer
{
    /// <summary>The case's key, <c>set/id</c>.</summary>
    public required string Case { get; init; }

    /// <summary>The configuration that was asked, by its name under <c>models:</c>.</summary>
    public required string Configuration { get; init; }

    /// <summary>The number of the asking, from 1.</summary>
    public int Sample { get; init; } = 1;

    /// <summary>The text of the last turn; empty when an error came instead.</summary>
    public string Text { get; init; } = "";

    /// <summary>The texts of all asked turns, where there were several.</summary>
    public IReadOnlyList<string> Turns { get; init; } = [];

    /// <summary>The tools that the model called in all turns, in order.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>Why the conversation ended before its last turn, as after a call that no result is scripted for; null where it went to its end.</summary>
    public string? EndedEarly { get; init; }

    /// <summary>The model id as the vendor returned it.</summary>
    public string? Model { get; init; }

    /// <summary>The vendor's system fingerprint.</summary>
    public string? Fingerprint { get; init; }

    /// <summary><c>stop</c>, <c>length</c>, <c>tool_calls</c>, <c>content_filter</c>, or the vendor's own word.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Tokens as the vendor counted them; null where it did not say.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The vendor's id of the response.</summary>
    public string? ResponseId { get; init; }

    /// <summary>What the model wrote into the field for refusals; null where it did not refuse there.</summary>
    public string? Refusal { get; init; }

    /// <summary>Milliseconds from asking to answer.</summary>
    public double LatencyMs { get; init; }

    /// <summary>How many attempts it took, the first included; 0 where nothing was asked. Each turn's first attempt counts as the same one.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The attempts that failed, in order; the last of them is the error where no answer came.</summary>
    public IReadOnlyList<FailedAttempt> Failures { get; init; } = [];

    /// <summary>The day that the answer was recorded on, where it was replayed; null where the model was asked.</summary>
    public DateOnly? Recorded { get; init; }

    /// <summary>The hash of everything that was sent and the sample number.</summary>
    public string Key { get; init; } = "";

    /// <summary>Why no answer came; null when one did.</summary>
    public string? Error { get; init; }

    /// <summary>Whether an answer came. An empty answer is an answer.</summary>
    public bool Came => Error is null;

    /// <summary>The sources that the model was given, where a test was handed the answer; no part of the record.</summary>
    public IReadOnlyList<GoldenSource> Sources { get; init; } = [];

    /// <summary>The case and the configuration, for messages.</summary>
    public override string ToString() => $"{Case} by {Configuration}";
}

/// <summary>A tool that the model called.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">The arguments as JSON text.</param>
public sealed record ToolCall(string Name, string Arguments)
{
    /// <summary>The asked turn in which it was called, from 1; null is the last.</summary>
    public int? Turn { get; init; }
}

/// <summary>Tokens of one answer, as the vendor counted them.</summary>
/// <param name="Input">Tokens sent.</param>
/// <param name="Output">Tokens received.</param>
public sealed record TokenUsage(long Input, long Output)
{
    /// <summary>Those of the input that the vendor read from its cache.</summary>
    public long CachedInput { get; init; }

    /// <summary>Those of the output that the model thought and did not say.</summary>
    public long Reasoning { get; init; }
}
