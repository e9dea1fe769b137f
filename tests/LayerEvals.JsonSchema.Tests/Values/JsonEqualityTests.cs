using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema.Tests;

public sealed class JsonEqualityTests
{
    const int Seed = 20261121;

    [Fact]
    public void Values_are_equal_when_their_canonical_texts_are_and_equal_values_have_one_hash()
    {
        var random = new SeededRandom(Seed);
        var (schemas, equal) = (new RandomSchemas(random), 0);
        for (var i = 0; i < 20_000; i++)
        {
            var (first, second) = (schemas.Document(depth: 2), schemas.Document(depth: 2));
            var (a, b) = (Json.Parse(first), Json.Parse(second));
            var expected = Canonical(a) == Canonical(b);

            var reason = $"seed {Seed}, pair {i}: {first} and {second}";
            JsonEquality.AreEqual(a, b).ShouldBe(expected, reason);
            JsonEquality.AreEqual(b, a).ShouldBe(expected, reason);
            if (!expected) continue;
            JsonEquality.Hash(a).ShouldBe(JsonEquality.Hash(b), reason);
            equal++;
        }
        equal.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", true)]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""", true)]
    [InlineData("""{"a":1,"a":2}""", """{"a":2,"a":1}""", false)]
    [InlineData("""{"a":1,"\u0061":2}""", """{"a":3,"a":2}""", true)]
    [InlineData("""{"a":1,"b":1}""", """{"a":1}""", false)]
    [InlineData("""{"a":1,"b":1}""", """{"a":1,"c":1}""", false)]
    public void Of_a_repeated_name_the_last_value_counts(string first, string second, bool equal) =>
        JsonEquality.AreEqual(Json.Parse(first), Json.Parse(second)).ShouldBe(equal);

    static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture),
        JsonValueKind.String => $"\"{InstanceText.StringOf(value)}\"",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Object => $"{{{string.Join(',', JsonMembers.Of(value).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"\"{m.Key}\":{Canonical(m.Value)}"))}}}",
        _ => value.GetRawText(),
    };
}
