using Xunit.Sdk;
using Xunit.v3;

namespace LayerEvals.Session;

/// <summary>Keeps the gates in the order of the stack, the overall one last: xUnit would shuffle them.</summary>
internal sealed class OrderOfGates : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => testCases;
}
