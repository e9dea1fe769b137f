namespace LayerEvals.Answering;

/// <summary>Ends a run before its end: nothing more is asked, and the same command goes on with it when the reason is mended. Not an error of one asking.</summary>
internal sealed class StoppedException(string reason) : Exception(reason);
