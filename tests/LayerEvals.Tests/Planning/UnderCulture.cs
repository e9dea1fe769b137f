using System.Globalization;

namespace LayerEvals.Tests.Planning;

/// <summary>The culture of a test, put back when the test ends. Invariant is named by the empty text.</summary>
internal sealed class UnderCulture : IDisposable
{
#pragma warning disable RS0030 // The one place that sets what the code under test may not read.
    readonly CultureInfo before = CultureInfo.CurrentCulture;

    public UnderCulture(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => CultureInfo.CurrentCulture = before;
#pragma warning restore RS0030
}
