using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>Punycode, RFC 3492.</summary>
internal static class Punycode
{
    const int Radix = 36;
    const int LeastThreshold = 1;
    const int MostThreshold = 26;
    const int FirstBias = 72;
    const int FirstCodePoint = 128;

    /// <summary>The Unicode text; null when the input is no Punycode.</summary>
    public static string? Decode(ReadOnlySpan<char> text)
    {
        var hyphen = text.LastIndexOf('-');
        var output = new List<int>();
        foreach (var c in hyphen > 0 ? text[..hyphen] : []) output.Add(c);
        long codePoint = FirstCodePoint, index = 0;
        var bias = FirstBias;
        var input = text[(hyphen + 1)..];
        while (!input.IsEmpty)
        {
            var before = index;
            if (!TryReadInteger(ref input, bias, ref index)) return null;
            var count = output.Count + 1;
            bias = Adapt(index - before, count, before == 0);
            codePoint += index / count;
            index %= count;
            if (!Rune.IsValid((int)Math.Min(codePoint, int.MaxValue))) return null;
            output.Insert((int)index++, (int)codePoint);
        }
        return string.Concat(output.Select(c => char.ConvertFromUtf32(c)));
    }

    /// <summary>The Punycode of a text without lone surrogates.</summary>
    public static string Encode(string text)
    {
        var runes = text.EnumerateRunes().Select(r => r.Value).ToList();
        var output = new StringBuilder();
        foreach (var rune in runes.Where(r => r < FirstCodePoint)) output.Append((char)rune);
        var handled = output.Length;
        var basic = handled;
        if (basic > 0) output.Append('-');
        long delta = 0;
        var (codePoint, bias) = (FirstCodePoint, FirstBias);
        while (handled < runes.Count)
        {
            var next = runes.Where(r => r >= codePoint).Min();
            delta += (long)(next - codePoint) * (handled + 1);
            codePoint = next;
            foreach (var rune in runes)
            {
                if (rune < codePoint) delta++;
                if (rune != codePoint) continue;
                AppendInteger(output, delta, bias);
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }
            delta++;
            codePoint++;
        }
        return output.ToString();
    }

    static bool TryReadInteger(ref ReadOnlySpan<char> input, int bias, ref long index)
    {
        long weight = 1;
        for (var k = Radix; ; k += Radix)
        {
            if (input.IsEmpty || Digit(input[0]) is not { } digit) return false;
            input = input[1..];
            index += digit * weight;
            if (index > int.MaxValue) return false;
            var threshold = Math.Clamp(k - bias, LeastThreshold, MostThreshold);
            if (digit < threshold) return true;
            weight *= Radix - threshold;
            if (weight > int.MaxValue) return false;
        }
    }

    static void AppendInteger(StringBuilder output, long value, int bias)
    {
        for (var k = Radix; ; k += Radix)
        {
            var threshold = Math.Clamp(k - bias, LeastThreshold, MostThreshold);
            if (value < threshold) break;
            output.Append(Symbol((int)(threshold + (value - threshold) % (Radix - threshold))));
            value = (value - threshold) / (Radix - threshold);
        }
        output.Append(Symbol((int)value));
    }

    static int Adapt(long delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        while (delta > (Radix - LeastThreshold) * MostThreshold / 2)
        {
            delta /= Radix - LeastThreshold;
            k += Radix;
        }
        return (int)(k + (Radix - LeastThreshold + 1) * delta / (delta + 38));
    }

    static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0' + 26,
        >= 'a' and <= 'z' => c - 'a',
        >= 'A' and <= 'Z' => c - 'A',
        _ => null,
    };

    static char Symbol(int digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);
}
