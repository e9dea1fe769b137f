using Xunit.v3;

namespace LayerEvals.Session;

/// <summary>Skips the running test: xUnit knows it by the start of the message.</summary>
internal sealed class RowSkipped(string reason) : Exception(DynamicSkipToken.Value + reason);

/// <summary>The name by which xUnit tells an assertion from a crash.</summary>
internal interface IAssertionException;

/// <summary>A gate that fails: its message is all that matters, so it shows no stack.</summary>
internal sealed class GateFailed(string message) : Exception(message), IAssertionException
{
    public override string? StackTrace => null;
}
