namespace LayerEvals.Scoring.Continuing;

/// <summary>What shows that a text continues another instead of answering.</summary>
/// <param name="What">What it does, as a message says it.</param>
/// <param name="Words">The words that show it.</param>
internal sealed record Tell(string What, string Words);
