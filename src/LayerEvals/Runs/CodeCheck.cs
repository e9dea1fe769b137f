namespace LayerEvals.Runs;

/// <summary>Runs a check that a test wrote. What it throws is its outcome, a time limit of its own included; only a cancelled test goes through.</summary>
internal static class CodeCheck
{
    public static Finding Run(Answer answer, Action<Answer> check, CancellationToken cancellation = default)
    {
        if (Without(answer) is { } none) return none;
        try
        {
            check(answer);
            return Finding.Pass;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Of(e, answer);
        }
    }

    public static async Task<Finding> RunAsync(Answer answer, Func<Answer, Task> check, CancellationToken cancellation = default)
    {
        if (Without(answer) is { } none) return none;
        try
        {
            await check(answer);
            return Finding.Pass;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Of(e, answer);
        }
    }

    /// <summary>A check that says itself what it found.</summary>
    public static Finding Judge(Answer answer, Func<Answer, Finding> check, CancellationToken cancellation)
    {
        if (Without(answer) is { } none) return none;
        try
        {
            return check(answer);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Of(e, answer);
        }
    }

    static Finding? Without(Answer answer) =>
        !answer.Came ? Finding.Error($"no answer: {answer.Error}")
        : Scoring.Units.IsBlank(answer.Text) && answer.ToolCalls.Count == 0 ? Finding.Fail("the answer is empty")
        : null;

    static Finding Of(Exception e, Answer answer) => IsAssertion(e)
        ? Finding.Fail(Printable.Short(e.Message, 400), Scoring.Scorer.Quote(answer.Text))
        : Finding.Crash(e);

    // xUnit, Shouldly and others mark their assertions by an interface of this name or by the word in the type's name; they share no base class.
    static bool IsAssertion(Exception e) =>
        e.GetType().Name.Contains("Assert", StringComparison.Ordinal)
        || e.GetType().GetInterfaces().Any(i => i.Name == "IAssertionException");
}
