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
        IReadOnlyList<Type> types = settings.Types ?? [.. project.TestClasses];
        if (project.GoldenPaths(types).Count == 0)
        {
            await EvalAssemblyRunner.Instance.Run(TestAssembly, testCases, executionMessageSink, executionOptions, cancellationToken);
            return;
        }
        using var session = EvalSession.Start(project, settings, plan => LeavesOut(project, types, testCases.Where(c => Runs(c, executionOptions)), plan));
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

    // Explicit tests are left out, or the only ones that are not: that narrows a run as a filter does.
    static bool Runs(IXunitTestCase testCase, ITestFrameworkExecutionOptions options) => options.ExplicitOptionOrDefault() switch
    {
        ExplicitOption.Off => !testCase.Explicit,
        ExplicitOption.Only => testCase.Explicit,
        _ => true,
    };

    // A test left out is missing evidence even where another test asks the same cases: its checks in code are missing.
    static bool LeavesOut(EvalProject project, IEnumerable<Type> types, IEnumerable<IXunitTestCase> testCases, Plan plan)
    {
        var selected = testCases.Where(c => IsGolden(c.TestMethod)).Select(c => (Test: RowName.Of(c.TestMethod), Key: Rows.KeyOf(c))).ToHashSet();
        var planned = plan.Cases.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (test, path) in EvalProject.GoldenTests(types))
        {
            // A theory whose rows are made late brings them all.
            if (selected.Contains((test, null))) continue;
            foreach (var golden in project.ReadForDiscovery(path))
                if (planned.Contains(golden.Key) && !selected.Contains((test, golden.Key))) return true;
        }
        return false;
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
