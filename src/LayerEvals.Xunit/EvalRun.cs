using LayerEvals.Answering;
using LayerEvals.Runs;
using LayerEvals.Session;
using Xunit;
using Xunit.v3;

namespace LayerEvals;

/// <summary>The run of a test assembly: one for all its tests, injected into their constructors by xUnit.</summary>
public sealed class EvalRun : IAsyncDisposable
{
    // Null without the test framework of this package: the first row then starts a session of its own.
    readonly EvalSession? hosted = EvalSession.Current;
    readonly Lazy<EvalSession> alone = new(() => EvalSession.Alone((TestContext.Current.TestAssembly as IXunitTestAssembly)!.Assembly));

    EvalSession Session => hosted ?? alone.Value;

    /// <summary>The layers of the configuration: the seven, and the team's own.</summary>
    public IReadOnlyList<Layer> Layers => Session.Plan.Config.Layers;

    /// <summary>A layer of the configuration by its id.</summary>
    /// <exception cref="ArgumentException">The configuration has no such layer.</exception>
    public Layer Layer(string id) => Layers.FirstOrDefault(l => l.Id == id)
        ?? throw new ArgumentException($"expected a layer of the configuration, found `{Printable.Short(id, 60)}`; known: {string.Join(", ", Layers.Select(l => l.Id))}", nameof(id));

    /// <summary>Asks both configurations about a case, all samples, and scores the golden checks. A row that could not be answered is skipped with its reason.</summary>
    /// <param name="golden">The case, as the row gives it.</param>
    /// <param name="cancellation">Ends the calls in flight.</param>
    public async Task<SideBySide> AskBothAsync(GoldenCase golden, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(golden);
        var context = TestContext.Current;
        if (hosted is null) context.AddWarning("no gates run: this project does not use the test framework of LayerEvals (LayerEvalsTestFramework=false)");
        var answers = await AskedAsync(golden, cancellation);
        // A blessed baseline is not asked: what is missing there is not missed.
        var asked = answers.Record.Blessed is null ? answers.Baseline.Concat(answers.Candidate) : answers.Candidate;
        var missing = asked.FirstOrDefault(a => !a.Came);
        if (missing is not null) throw new RowSkipped($"no answer from {missing.Configuration}: {Printable.Short(missing.Error!, 300)}");
        return new SideBySide(Session.Run, answers, RowName.Of(context.TestMethod), context.AddWarning) { Cancellation = cancellation };
    }

    async Task<CaseAnswers> AskedAsync(GoldenCase golden, CancellationToken cancellation)
    {
        try
        {
            return await Session.AskBothAsync(golden, cancellation);
        }
        catch (StoppedException e)
        {
            throw new RowSkipped($"not asked: {Printable.Short(e.Message, 500)}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!alone.IsValueCreated) return;
        using var session = alone.Value;
        await session.EndAsync(isComplete: true);
    }
}
