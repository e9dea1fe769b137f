using LayerEvals.Session;
using Xunit.Sdk;
using Xunit.v3;

namespace LayerEvals.Framework;

/// <summary>Runs the collections of an assembly, then the gates.</summary>
internal sealed class EvalAssemblyRunner : XunitTestAssemblyRunnerBase<EvalAssemblyContext, IXunitTestAssembly, IXunitTestCollection, IXunitTestCase>
{
    public static EvalAssemblyRunner Instance { get; } = new();

    public async ValueTask<RunSummary> Run(IXunitTestAssembly assembly, IReadOnlyCollection<IXunitTestCase> cases, IMessageSink sink, ITestFrameworkExecutionOptions options, CancellationToken cancellation)
    {
        await using var context = new EvalAssemblyContext(assembly, cases, sink, options, cancellation);
        await context.InitializeAsync();
        return await Run(context);
    }

    protected override async ValueTask<RunSummary> RunTestCollection(EvalAssemblyContext ctxt, IXunitTestCollection testCollection, IReadOnlyCollection<IXunitTestCase> testCases)
    {
        var orderer = testCollection.TestCaseOrderer ?? ctxt.AssemblyTestCaseOrderer ?? DefaultTestCaseOrderer.Instance;
        if (ctxt.CollectionSlots is { } slots) await slots.WaitAsync(ctxt.CancellationTokenSource.Token);
        try
        {
            return await EvalCollectionRunner.Instance.Run(testCollection, testCases, ctxt.ExplicitOption, ctxt.MessageBus, orderer, ctxt.Aggregator.Clone(), ctxt.CancellationTokenSource, ctxt.AssemblyFixtureMappings);
        }
        finally
        {
            ctxt.CollectionSlots?.Release();
        }
    }

    protected override async ValueTask<RunSummary> RunTestCollections(EvalAssemblyContext ctxt, Exception? exception)
    {
        var summary = await base.RunTestCollections(ctxt, exception);
        if (exception is not null || EvalSession.Current is not { } session || ctxt.CancellationTokenSource.IsCancellationRequested) return summary;

        await session.EndAsync(isComplete: true);
        var collection = new XunitTestCollection(ctxt.TestAssembly, null, disableParallelization: true, "LayerEvals gates");
        // The gates are no explicit tests, and run whatever the caller wants of those.
        summary.Aggregate(await EvalCollectionRunner.Instance.Run(collection, Gates(collection, session), ExplicitOption.Off, ctxt.MessageBus, DefaultTestCaseOrderer.Instance, ctxt.Aggregator.Clone(), ctxt.CancellationTokenSource, ctxt.AssemblyFixtureMappings));
        return summary;
    }

    static List<IXunitTestCase> Gates(XunitTestCollection collection, EvalSession session)
    {
        var type = new XunitTestClass(typeof(GateTests), collection);
        var gate = typeof(GateTests).GetMethod(nameof(GateTests.Gate)) ?? throw new InvalidOperationException("expected the method of the gates");
        return [.. GateTests.Names(session).Select(name =>
        {
            object?[] arguments = [name];
            var method = new XunitTestMethod(type, gate, arguments);
            return (IXunitTestCase)new XunitTestCase(method, $"gate: {name}", UniqueIDGenerator.ForTestCase(method.UniqueID, null, arguments), false,
                traits: new(StringComparer.Ordinal) { ["layerevals"] = ["gate"], ["layer"] = [name] }, testMethodArguments: arguments);
        })];
    }
}

/// <summary>xUnit's context of an assembly with the slots of collections at hand: the base keeps its own to itself.</summary>
internal sealed class EvalAssemblyContext(IXunitTestAssembly assembly, IReadOnlyCollection<IXunitTestCase> cases, IMessageSink sink, ITestFrameworkExecutionOptions options, CancellationToken cancellation)
    : XunitTestAssemblyRunnerBaseContext<IXunitTestAssembly, IXunitTestCase>(assembly, cases, sink, options, cancellation)
{
    public SemaphoreSlim? CollectionSlots { get; private set; }

    public override void SetupParallelism()
    {
        if (MaxParallelThreads > 0 && ParallelAlgorithm == ParallelAlgorithm.Conservative) CollectionSlots = new SemaphoreSlim(MaxParallelThreads);
        else base.SetupParallelism();
    }
}
