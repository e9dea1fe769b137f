using System.Text;

namespace LayerEvals.JsonSchema.Tests;

public sealed class VerdictTests
{
    const int Seed = 20261121;
    const int Pairs = 20_000;

    [Fact]
    public void The_quick_path_and_the_explaining_path_come_to_the_same_verdict()
    {
        var (random, valid) = (new SeededRandom(Seed), 0);
        var schemas = new RandomSchemas(random);
        for (var i = 0; i < Pairs; i += 5)
        {
            var text = schemas.Schema();
            var schema = Schema.Compile(text, new SchemaOptions { FormatAssertion = random.Chance(50) });
            for (var j = 0; j < 5; j++)
            {
                var document = schemas.Document();
                var verdict = schema.IsValid(Json.Parse(document));
                var explained = schema.Explain(Json.Parse(document));

                var reason = $"seed {Seed}, pair {i + j}: {text} and {document}";
                explained.IsValid.ShouldBe(verdict, reason);
                (explained.Failures.Count == 0).ShouldBe(verdict, reason);
                schema.IsValid(Encoding.UTF8.GetBytes(document)).ShouldBe(verdict, reason);
                if (verdict) valid++;
            }
        }
        // A property that only invalid documents were held against would say little.
        valid.ShouldBeInRange(Pairs / 5, Pairs * 4 / 5);
    }
}
