namespace LayerEvals.Tests.Comparing.Statistics;

internal static class Near
{
    /// <summary>Equal up to a relative error of 1e-9, or one that is given.</summary>
    public static void ShouldBeNear(this double actual, double expected, double relative = 1e-9, string? message = null)
    {
        var error = Math.Abs(actual - expected);
        (error <= relative * Math.Abs(expected)).ShouldBeTrue($"expected {expected:R}, found {actual:R}, relative error {error / Math.Abs(expected):E1}. {message}");
    }
}
