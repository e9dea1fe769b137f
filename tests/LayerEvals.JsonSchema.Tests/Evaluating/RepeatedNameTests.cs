namespace LayerEvals.JsonSchema.Tests;

public sealed class RepeatedNameTests
{
    [Theory]
    [InlineData("""{"a":1,"a":"x"}""")]
    [InlineData("""{"a":"x","a":1}""")]
    public void Every_occurrence_of_a_repeated_property_is_evaluated(string instance) =>
        """{"properties":{"a":{"type":"integer"}}}""".Accepts(instance).ShouldBeFalse();

    [Theory]
    [InlineData("""{"a":1,"a":2}""", true)]
    [InlineData("""{"a":2,"a":1}""", false)]
    public void Of_a_repeated_property_the_last_value_is_compared(string instance, bool isEqual) =>
        """{"const":{"a":2}}""".Accepts(instance).ShouldBe(isEqual);

    [Fact]
    public void A_repeated_property_does_not_hide_a_missing_one() =>
        """{"required":["a","b"]}""".Accepts("""{"a":1,"a":2}""").ShouldBeFalse();

    [Fact]
    public void A_repeated_property_written_with_an_escape_is_the_same_property() =>
        """{"properties":{"a":{"type":"integer"}},"additionalProperties":false}""".Accepts("""{"a":1,"\u0061":"x"}""").ShouldBeFalse();
}
