namespace LayerEvals.Answering;

/// <summary>A value that reaches the vendor and nothing else: no message, record, report or hash.</summary>
internal sealed class Secret(string value)
{
    /// <summary>The value, for the request that it authorises.</summary>
    public string Reveal() => value;

    public override string ToString() => "***";
}
