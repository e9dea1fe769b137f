using LayerEvals.Session;
using Xunit.Sdk;
using Xunit.v3;

namespace LayerEvals.Framework;

/// <summary>Passes collections on to classes that know golden sets.</summary>
internal sealed class EvalCollectionRunner : XunitTestCollectionRunner
{
    public static new EvalCollectionRunner Instance { get; } = new();

    protected override ValueTask<RunSummary> RunTestClass(XunitTestCollectionRunnerContext ctxt, IXunitTestClass? testClass, IReadOnlyCollection<IXunitTestCase> testCases) =>
        testClass is null
            ? base.RunTestClass(ctxt, testClass!, testCases)
            : EvalClassRunner.Instance.Run(testClass, testCases, ctxt.ExplicitOption, ctxt.MessageBus, ctxt.TestCaseOrderer, ctxt.Aggregator.Clone(), ctxt.CancellationTokenSource, ctxt.CollectionFixtureMappings);
}

/// <summary>Gives methods with a golden set to the runner of rows.</summary>
internal sealed class EvalClassRunner : XunitTestClassRunner
{
    public static new EvalClassRunner Instance { get; } = new();

    protected override ValueTask<RunSummary> RunTestMethod(XunitTestClassRunnerContext ctxt, IXunitTestMethod? testMethod, IReadOnlyCollection<IXunitTestCase> testCases, object?[] constructorArguments) =>
        testMethod is not null && EvalExecutor.IsGolden(testMethod)
            ? EvalMethodRunner.Instance.Run(testMethod, testCases, ctxt.ExplicitOption, ctxt.MessageBus, ctxt.Aggregator.Clone(), ctxt.CancellationTokenSource, constructorArguments)
            : base.RunTestMethod(ctxt, testMethod!, testCases, constructorArguments);
}

/// <summary>Runs the rows of a golden set at the same time, as many as the configuration allows calls in flight.</summary>
internal sealed class EvalMethodRunner : XunitTestMethodRunner
{
    public static new EvalMethodRunner Instance { get; } = new();

    protected override async ValueTask<RunSummary> RunTestCases(XunitTestMethodRunnerContext ctxt, Exception? exception)
    {
        if (exception is not null) return await base.RunTestCases(ctxt, exception);
        var total = new RunSummary();
        var rows = new List<(string? Key, Func<ValueTask<RunSummary>> Run)>();
        foreach (var testCase in ctxt.TestCases)
        {
            if (testCase is IXunitDelayEnumeratedTestCase and not ISelfExecutingXunitTestCase)
                total.Aggregate(await LateRowsAsync(ctxt, testCase));
            else
                rows.Add((Rows.KeyOf(testCase), () => RunTestCase(ctxt, testCase)));
        }
        total.Aggregate(await Rows.RunAsync(rows, RowName.Of(ctxt.TestMethod), ctxt.CancellationTokenSource.Token));
        return total;
    }

    // Pre-enumeration is off: the rows are made now and still run at the same time, inside one test case.
    static async ValueTask<RunSummary> LateRowsAsync(XunitTestMethodRunnerContext ctxt, IXunitTestCase testCase)
    {
        var aggregator = ctxt.Aggregator.Clone();
        var tests = await aggregator.RunAsync(testCase.CreateTests, []);
        return aggregator.HasExceptions
            ? await XunitTestCaseRunner.Instance.Run(testCase, [], ctxt.MessageBus, aggregator, ctxt.CancellationTokenSource, testCase.TestCaseDisplayName, testCase.SkipReason, ctxt.ExplicitOption, ctxt.ConstructorArguments)
            : await LateRowsRunner.Instance.Run(testCase, tests, ctxt.MessageBus, aggregator, ctxt.CancellationTokenSource, testCase.TestCaseDisplayName, testCase.SkipReason, ctxt.ExplicitOption, ctxt.ConstructorArguments);
    }
}

/// <summary>Runs the tests of one late test case at the same time.</summary>
internal sealed class LateRowsRunner : XunitTestCaseRunner
{
    public static new LateRowsRunner Instance { get; } = new();

    protected override async ValueTask<RunSummary> RunTestCase(XunitTestCaseRunnerContext ctxt, Exception? exception)
    {
        if (exception is not null) return await base.RunTestCase(ctxt, exception);
        var rows = ctxt.Tests.Select(test => (Rows.KeyOf(test.TestMethodArguments), (Func<ValueTask<RunSummary>>)(() => RunTest(ctxt, test)))).ToList();
        return await Rows.RunAsync(rows, RowName.Of(ctxt.TestCase.TestMethod), ctxt.CancellationTokenSource.Token);
    }
}
