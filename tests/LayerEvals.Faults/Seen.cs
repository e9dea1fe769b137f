namespace LayerEvals.Faults;

/// <summary>One request as the fault server sees it.</summary>
/// <param name="Number">From 1, in the order of arrival.</param>
/// <param name="Asked">From 1: how often this very body was sent, this time included.</param>
/// <param name="Body">The body.</param>
/// <param name="Question">The text of the last user message.</param>
/// <param name="Model">The model that is asked.</param>
/// <param name="Key">What authorises the request.</param>
public sealed record Seen(int Number, int Asked, string Body, string Question, string Model, string Key);
