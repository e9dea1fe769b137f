using System.Globalization;
using LayerEvals.Planning;
using LayerEvals.Session;
using Xunit.Sdk;
using Xunit.v3;

namespace LayerEvals.Framework;

/// <summary>Runs the tests of an assembly around one session: plan first, rows, report, gates.</summary>
internal sealed class EvalExecutor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
{
    public override async ValueTask RunTestCases(IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken)
    {
        PassOnPrintLimits(executionOptions);
        var project = EvalProject.Of(TestAssembly.Assembly);
        var settings = EvalSettings.Current;
        if (project.GoldenPaths(settings.Types ?? project.TestClasses).Count == 0)
        {
            await EvalAssemblyRunner.Instance.Run(TestAssembly, testCases, executionMessageSink, executionOptions, cancellationToken);
            return;
        }
        using var session = EvalSession.Start(project, settings, plan => Covers(project, testCases, plan) < plan.Cases.Count);
        try
        {
            // The problems of a plan show once, as one failing gate, not once per row.
            IReadOnlyCollection<IXunitTestCase> runnable = session.Refused is null ? testCases : [.. testCases.Where(c => !IsGolden(c.TestMethod))];
            await EvalAssemblyRunner.Instance.Run(TestAssembly, runnable, executionMessageSink, executionOptions, cancellationToken);
        }
        finally
        {
            // A session that ran to its gates has ended before. One that was stopped (Ctrl+C, a time limit, stop on fail) reports what was answered, and the
            // same command goes on with it.
            await session.EndAsync(isComplete: false);
        }
    }

    public static bool IsGolden(IXunitTestMethod method) => method.DataAttributes.Any(d => d is GoldenSetAttribute);

    static int Covers(EvalProject project, IReadOnlyCollection<IXunitTestCase> testCases, Plan plan)
    {
        var golden = testCases.Where(c => IsGolden(c.TestMethod)).ToList();
        // A theory whose rows are made late brings all of its sets' cases.
        var late = golden.Where(c => Rows.KeyOf(c) is null).SelectMany(c => c.TestMethod.DataAttributes.OfType<GoldenSetAttribute>())
            .SelectMany(a => project.ReadForDiscovery(a.Path)).Select(c => c.Key);
        var keys = golden.Select(Rows.KeyOf).OfType<string>().Concat(late).ToHashSet(StringComparer.Ordinal);
        return plan.Cases.Count(c => keys.Contains(c.Key));
    }

    // xUnit's executor hands these five limits to the assertion library through variables; an override has to do the same.
    static void PassOnPrintLimits(ITestFrameworkExecutionOptions options)
    {
        Set("XUNIT_ASSERT_EQUIVALENT_MAX_DEPTH", options.AssertEquivalentMaxDepth());
        Set("XUNIT_PRINT_MAX_ENUMERABLE_LENGTH", options.PrintMaxEnumerableLength());
        Set("XUNIT_PRINT_MAX_OBJECT_DEPTH", options.PrintMaxObjectDepth());
        Set("XUNIT_PRINT_MAX_OBJECT_MEMBER_COUNT", options.PrintMaxObjectMemberCount());
        Set("XUNIT_PRINT_MAX_STRING_LENGTH", options.PrintMaxStringLength());
    }

    static void Set(string name, int? value)
    {
        if (value is { } number) Environment.SetEnvironmentVariable(name, number.ToString(CultureInfo.InvariantCulture));
    }
}
