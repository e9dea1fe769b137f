using Shouldly;

namespace LayerEvals.Nested;

/// <summary>The test classes that the benches run. xUnit discovers exported types only, so these run nowhere else.</summary>
internal static class Suites
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static void Crash(Answer answer) => throw new FormatException("not a number");

    public sealed class Four(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes(GoldenCase golden) => (await evals.AskBothAsync(golden, Cancellation)).ShouldPassGoldenChecks();
    }

    public sealed class Forty(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/forty.yaml")]
        public async Task Says_yes(GoldenCase golden) => (await evals.AskBothAsync(golden, Cancellation)).ShouldPassGoldenChecks();
    }

    public sealed class FortyAgain(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/forty.yaml")]
        public async Task Says_yes(GoldenCase golden) => (await evals.AskBothAsync(golden, Cancellation)).ShouldPassGoldenChecks();
    }

    public sealed class Schemas(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/schemas.yaml")]
        public async Task Answers_in_json(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);

            answers.ShouldPassGoldenChecks();
            answers.Should("matches", Layers.FineTuning, a => a.ShouldMatchSchema("goldensets/schemas/status.json"));
            answers.Should("reads", Layers.FineTuning, a => a.ShouldDeserializeTo<Status>().status.ShouldBe("open"));
            answers.Should("no schema", Layers.FineTuning, a => a.ShouldMatchSchema("goldensets/schemas/none.json"));
        }
    }

    public sealed record Status(string status);

    public sealed class NotFoundBothWays(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/cited.yaml")]
        public async Task Answers_say_not_found(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);

            if (golden.Answerable == true) answers.ShouldNotSayNotFound();
            else answers.ShouldSayNotFound();
        }
    }

    public sealed class RefusedBothWays(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/cited.yaml")]
        public async Task Answers_refuse(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);

            if (golden.Answerable == true) answers.ShouldNotRefuse();
            else answers.ShouldRefuse();
        }
    }

    public sealed class Cited(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/cited.yaml")]
        public async Task Answers_cite(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);

            answers.ShouldCite("C-4.1");
            answers.ShouldOnlyCiteGivenSources();
            answers.ShouldQuoteVerbatim();
        }
    }

    public sealed class Broken(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/broken.yaml")]
        public async Task Says_yes(GoldenCase golden) => (await evals.AskBothAsync(golden, Cancellation)).ShouldPassGoldenChecks();
    }

    public sealed class SameRun(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes(GoldenCase golden) => (await evals.AskBothAsync(golden, Cancellation)).ShouldPassGoldenChecks();

        [Fact]
        public void Knows_the_layers() => evals.Layer("retrieval").Title.ShouldBe("Retrieval (RAG)");
    }

    public sealed class OneFact
    {
        [Fact]
        public void Holds() => 1.ShouldBe(1);
    }

    /// <summary>Blocks its thread, as a careless suite does.</summary>
    public sealed class Blocking(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/forty.yaml")]
        public void Says_yes(GoldenCase golden)
        {
#pragma warning disable xUnit1031 // to block is what this suite is for
            evals.AskBothAsync(golden, Cancellation).GetAwaiter().GetResult().ShouldPassGoldenChecks();
#pragma warning restore xUnit1031
        }
    }

    public sealed class HardAssertion(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes_in_one_line(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);
            answers.Candidate.Text.ShouldNotContain("\n");
            answers.Should("one word", Layers.Prompt, a => a.Text.ShouldBe("yes"));
        }
    }

    public sealed class SoftChecks(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);
            answers.Should("shouldly", Layers.Prompt, a => a.Text.ShouldBe("yes"));
            answers.Should("xunit", Layers.Prompt, a => Assert.Equal("yes", a.Text));
            answers.Should("crash", Layers.Tools, Crash);
            await answers.Should("awaited", Layers.Verification, async a =>
            {
                await Task.Yield();
                a.Text.ShouldBe("yes");
            });
        }
    }

    public sealed class ImpatientCheck(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);
            await answers.Should("judged in time", Layers.Tools, a => a.Text == "yes" ? Task.CompletedTask : Task.FromException(new TaskCanceledException("the judge took too long")));
        }
    }

    public sealed class UnknownLayer(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes(GoldenCase golden) =>
            (await evals.AskBothAsync(golden, Cancellation)).Should("kind", new Layer("kindness", "", "", ""), _ => { });
    }

    public sealed class SameNameTwice(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes(GoldenCase golden)
        {
            var answers = await evals.AskBothAsync(golden, Cancellation);
            answers.Should("short", Layers.Prompt, _ => { });
            answers.Should("short", Layers.Tools, _ => { });
        }
    }

    public sealed class Nightly(EvalRun evals)
    {
        [Theory(Explicit = true), GoldenSet("goldensets/forty.yaml")]
        public async Task Says_yes(GoldenCase golden) => (await evals.AskBothAsync(golden, Cancellation)).ShouldPassGoldenChecks();
    }

    public sealed class SkipsItself(EvalRun evals)
    {
        [Theory, GoldenSet("goldensets/four.yaml")]
        public async Task Says_yes(GoldenCase golden)
        {
            Assert.SkipWhen(golden.Id == "two", "not today");
            (await evals.AskBothAsync(golden, Cancellation)).ShouldPassGoldenChecks();
        }
    }
}
