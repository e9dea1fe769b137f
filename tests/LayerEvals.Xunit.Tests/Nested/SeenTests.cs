using System.Collections.Concurrent;
using Xunit.Sdk;

namespace LayerEvals.Nested;

internal enum Seen
{
    Passed = 1,
    Failed,
    Skipped,
    NotRun,
}

/// <summary>A test as a runner would show it.</summary>
internal sealed record SeenTest(string Name, string Method, Seen Outcome, string Text, IReadOnlyList<string> Warnings, IReadOnlyDictionary<string, IReadOnlyCollection<string>> Traits)
{
    public bool IsGate => Traits.ContainsKey("layerevals");
}

/// <summary>Collects the messages of an execution in the order in which tests ended.</summary>
internal sealed class SeenTests : IMessageSink
{
    readonly ConcurrentDictionary<string, ITestStarting> started = new();
    readonly ConcurrentDictionary<string, ITestMethodStarting> methods = new();
    readonly ConcurrentQueue<SeenTest> ended = new();
    readonly ConcurrentQueue<string> errors = new();

    /// <summary>Called after a row passed.</summary>
    public Action? OnPassed { get; init; }

    public IReadOnlyList<SeenTest> Ended => [.. ended];

    public IReadOnlyList<string> Errors => [.. errors];

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestMethodStarting { TestMethodUniqueID: { } id } method:
                methods[id] = method;
                break;
            case ITestStarting test:
                started[test.TestUniqueID] = test;
                break;
            case ITestPassed passed:
                Add(passed, Seen.Passed, passed.Output);
                OnPassed?.Invoke();
                break;
            case ITestFailed failed:
                Add(failed, Seen.Failed, string.Join('\n', failed.Messages));
                break;
            case ITestSkipped skipped:
                Add(skipped, Seen.Skipped, skipped.Reason);
                break;
            case ITestNotRun notRun:
                Add(notRun, Seen.NotRun, "");
                break;
            case IErrorMetadata error and not ITestFailed:
                errors.Enqueue(string.Join('\n', error.Messages));
                break;
        }
        return true;
    }

    void Add(ITestResultMessage result, Seen outcome, string text)
    {
        var test = started[result.TestUniqueID];
        var method = result.TestMethodUniqueID is { } id && methods.TryGetValue(id, out var known) ? known.MethodName : "";
        ended.Enqueue(new SeenTest(test.TestDisplayName, method, outcome, text.ReplaceLineEndings("\n"), result.Warnings ?? [], test.Traits));
    }
}
