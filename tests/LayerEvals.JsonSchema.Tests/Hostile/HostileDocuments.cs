using System.Text;

namespace LayerEvals.JsonSchema.Tests;

/// <summary>Documents that nobody should send, by name.</summary>
internal static class HostileDocuments
{
    const int Deep = 20_000;

    public static IReadOnlyDictionary<string, byte[]> All { get; } = Texts().ToDictionary(t => t.Name, t => Encoding.UTF8.GetBytes(t.Json), StringComparer.Ordinal)
        .Concat(Bytes().ToDictionary(b => b.Name, b => b.Json, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);

    static IEnumerable<(string Name, string Json)> Texts() => [.. Depths(), .. Numbers(), .. Strings(), .. Crowds(), .. NoJson()];

    static IEnumerable<(string Name, string Json)> Depths()
    {
        yield return ("deep arrays", Nested("[", "1", "]"));
        yield return ("deep objects", Nested("{\"a\":", "1", "}"));
        yield return ("deep arrays and objects in turns", Nested("[{\"a\":", "[]", "}]"));
        yield return ("deep arrays that never end", new string('[', Deep));
        yield return ("deep objects that never end", string.Concat(Enumerable.Repeat("{\"a\":", Deep)));
        yield return ("as deep as is allowed", new string('[', 1_000) + new string(']', 1_000));
        yield return ("a deep tail behind a million spaces", new string(' ', 1_000_000) + Nested("[", "1", "]"));
        yield return ("two deep twins", $"[{Nested("[", "1", "]")},{Nested("[", "1", "]")}]");
    }

    static IEnumerable<(string Name, string Json)> Numbers()
    {
        var ends = new[] { "1e999999999", "-1e999999999", "1e-999999999", "1E+99999999999999999999", "-1e-99999999999999999999", "0e999999999999", "-0.0e-0", "9223372036854775808", "-9223372036854775809", "18446744073709551616", "0.1e1", "1.7976931348623157e309" };
        foreach (var number in ends) yield return ($"the number {number}", number);
        yield return ("a million digits", new string('7', 1_000_000));
        yield return ("a million digits behind the point", $"0.{new string('3', 1_000_000)}");
        yield return ("an exponent of a million digits", $"1e{new string('9', 1_000_000)}");
        yield return ("an exponent with a million zeros", $"1e{new string('0', 1_000_000)}1");
        yield return ("many long numbers", $"[{string.Join(',', Enumerable.Range(1, 500).Select(i => new string('9', 400) + "e" + i))}]");
        yield return ("a number with a zero in front", "007");
        yield return ("a hexadecimal number", "0x10");
        yield return ("a number that is only a sign", "-");
        yield return ("a point without digits", "1.");
    }

    static IEnumerable<(string Name, string Json)> Strings()
    {
        foreach (var text in new[] { "\\ud800", "\\udfff", "\\udc00\\ud800", "\\ud83d", "a\\ud800b", "\\u0000", "\\u202e", "\\u001b[31m", "%s%n{0}", "__proto__" })
        {
            yield return ($"the text {text}", $"\"{text}\"");
            yield return ($"the name {text}", $"{{\"{text}\":\"{text}\",\"a\":{{\"{text}\":1}}}}");
        }
        yield return ("a megabyte of text", $"\"{new string('a', 1_000_000)}!\"");
        yield return ("a megabyte of escapes", $"\"{string.Concat(Enumerable.Repeat("\\u0061", 170_000))}!\"");
        yield return ("a name of a megabyte", $"{{\"{new string('a', 1_000_000)}\":1}}");
        yield return ("a hundred thousand combining marks", $"\"e{new string('\u0301', 100_000)}\"");
        yield return ("a hundred thousand astral characters", $"\"{string.Concat(Enumerable.Repeat("🐲", 100_000))}\"");
    }

    static IEnumerable<(string Name, string Json)> Crowds()
    {
        yield return ("one name ten thousand times", $"{{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"a\":{i}"))}}}");
        yield return ("fifty thousand names", $"{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"n{i}\":{i}"))}}}");
        yield return ("names that look alike", $"{{{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"a{i:D5}a{99_999 - i:D5}a\":0"))}}}");
        yield return ("fifty thousand items", $"[{string.Join(',', Enumerable.Range(0, 50_000))}]");
        yield return ("fifty thousand times the same item", $"[{string.Join(',', Enumerable.Repeat("{\"a\":[1,{\"b\":null}]}", 50_000))}]");
        yield return ("items that differ at their end", $"[{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"{new string('x', 100)}{i}\""))}]");
        yield return ("a wide tree", $"[{string.Join(',', Enumerable.Repeat($"[{string.Join(',', Enumerable.Repeat("[]", 100))}]", 300))}]");
    }

    static IEnumerable<(string Name, string Json)> NoJson()
    {
        var texts = new[]
        {
            "", " ", "\n\n", "{", "}", "[1,]", "{\"a\":1,}", "{'a':1}", "{a:1}", "NaN", "-Infinity", "// c\n1", "/* c */1", "1 2", "nul", "True", "\"a", "\"\\x41\"", "\"\\u12\"", "\"\t\"",
            "{\"a\"}", "{\"a\":}", "[1 2]", "```json\n{}\n```", "\ufeff{}", "{\"a\":1}\0", "{\"a\":1}]", "<a/>",
        };
        for (var i = 0; i < texts.Length; i++) yield return ($"no JSON, number {i}", texts[i]);
    }

    static IEnumerable<(string Name, byte[] Json)> Bytes()
    {
        byte[][] wrong = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]];
        for (var i = 0; i < wrong.Length; i++)
        {
            yield return ($"wrong UTF-8 in a text, number {i}", [(byte)'"', .. wrong[i], (byte)'"']);
            yield return ($"wrong UTF-8 in a name, number {i}", [.. "{\""u8, .. wrong[i], .. "\":1}"u8]);
        }
        yield return ("UTF-16", Encoding.Unicode.GetBytes("{\"a\":1}"));
        yield return ("a megabyte of zeros", new byte[1_000_000]);
    }

    static string Nested(string open, string middle, string close) =>
        string.Concat(Enumerable.Repeat(open, Deep)) + middle + string.Concat(Enumerable.Repeat(close, Deep));
}
