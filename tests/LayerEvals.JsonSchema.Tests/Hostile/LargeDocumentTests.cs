using System.Text;

namespace LayerEvals.JsonSchema.Tests;

public sealed class LargeDocumentTests
{
    const int Size = 50_000_000;

    // The parser keeps twelve bytes for each token, in arrays that double; documents of short tokens are the worst.
    const long MostAllocated = 12L * Size;

    [Fact]
    public void A_text_of_fifty_megabytes_is_measured_and_matched() =>
        Judge("""{"type":"string","minLength":49000000,"pattern":"^(a|aa)*$"}""", "\"", 'a', "\"").ShouldBeTrue();

    [Fact]
    public void A_name_of_fifty_megabytes_is_a_name() =>
        Judge("""{"properties":{"a":false},"patternProperties":{"^b":false},"additionalProperties":{"type":"integer"}}""", "{\"", 'a', "\":1}").ShouldBeTrue();

    [Fact]
    public void A_number_of_fifty_million_digits_is_compared_and_divided() =>
        Judge("""{"type":"integer","minimum":1e1000000,"multipleOf":3}""", "", '3', "").ShouldBeTrue();

    [Fact]
    public void Fifty_megabytes_of_white_space_are_white_space() => Judge("""{"const":1}""", "1", ' ', "").ShouldBeTrue();

    [Fact]
    public void Fifty_megabytes_of_records_are_judged_one_by_one()
    {
        var record = """{"id":0000000,"title":"A claim for a lost suitcase","tags":["baggage","flight"],"note":null}""";
        var json = new StringBuilder(Size + 200).Append('[');
        for (var i = 0; json.Length < Size; i++) json.Append(i == 0 ? "" : ",").Append(record.Replace("0000000", $"{i + 1}", StringComparison.Ordinal));
        var bytes = Encoding.UTF8.GetBytes(json.Append(']').ToString());
        var schema = Schema.Compile("""
            {"type":"array","items":{"type":"object","required":["id","title","tags"],"additionalProperties":false,
             "properties":{"id":{"type":"integer","minimum":1},"title":{"pattern":"^A "},"tags":{"items":{"enum":["baggage","flight"]},"uniqueItems":true},"note":{"type":["string","null"]}}}}
            """);

        schema.IsValid(bytes).ShouldBeTrue();
    }

    static bool Judge(string schema, string before, char many, string after)
    {
        var bytes = Encoding.UTF8.GetBytes(before + new string(many, Size - before.Length - after.Length) + after);
        var compiled = Schema.Compile(schema);
        var start = GC.GetAllocatedBytesForCurrentThread();

        var valid = compiled.IsValid(bytes);

        (GC.GetAllocatedBytesForCurrentThread() - start).ShouldBeLessThan(MostAllocated);
        return valid;
    }
}
