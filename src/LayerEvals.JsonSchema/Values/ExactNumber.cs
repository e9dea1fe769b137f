using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>A JSON number of any size, exactly: digits without leading or trailing zeros, times ten to an exponent. It points into the JSON text and allocates nothing.</summary>
internal readonly ref struct ExactNumber
{
    // Nothing is compared digit by digit beyond this exponent; it saturates, so that 1e999999999999999999 costs nothing.
    const long LargestExponent = 100_000_000_000_000_000;

    readonly ReadOnlySpan<byte> _whole;
    readonly ReadOnlySpan<byte> _fraction;
    readonly long _exponent;
    readonly bool _negative;

    ExactNumber(ReadOnlySpan<byte> json)
    {
        _negative = json[0] == '-';
        if (_negative) json = json[1..];
        var e = json.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = e < 0 ? json : json[..e];
        var dot = mantissa.IndexOf((byte)'.');
        var fraction = dot < 0 ? [] : mantissa[(dot + 1)..];
        var whole = (dot < 0 ? mantissa : mantissa[..dot]).TrimStart((byte)'0');
        _exponent = (e < 0 ? 0 : Exponent(json[(e + 1)..])) - fraction.Length;

        if (whole.IsEmpty) fraction = fraction.TrimStart((byte)'0');
        _fraction = fraction.TrimEnd((byte)'0');
        _whole = _fraction.IsEmpty ? whole.TrimEnd((byte)'0') : whole;
        _exponent += fraction.Length - _fraction.Length + whole.Length - _whole.Length;
    }

    public static ExactNumber Of(JsonElement number) => new(JsonMarshal.GetRawUtf8Value(number));

    public static ExactNumber Of(ReadOnlySpan<byte> json) => new(json);

    /// <summary>How many significant digits the number has; zero has none.</summary>
    public int Length => _whole.Length + _fraction.Length;

    public bool IsZero => Length == 0;

    public bool IsNegative => _negative && !IsZero;

    public bool IsInteger => IsZero || _exponent >= 0;

    public int ComparedWith(ExactNumber other)
    {
        if (IsZero && other.IsZero) return 0;
        if (IsNegative != other.IsNegative) return IsNegative ? -1 : 1;
        var size = CompareSize(other);
        return IsNegative ? -size : size;
    }

    /// <summary>Whether the number divided by the divisor, which is above zero, is an integer.</summary>
    public bool IsMultipleOf(ExactNumber divisor)
    {
        if (IsZero) return true;
        // a·10^p / b·10^q with a not divisible by ten: when p < q, a would have to be.
        var scale = _exponent - divisor._exponent;
        if (scale < 0) return false;
        var b = divisor.Digits();
        var remainder = Remainder(b);
        return (remainder * BigInteger.ModPow(10, scale, b) % b).IsZero;
    }

    /// <summary>Adds the number to a hash that is the same for 1, 1.0 and 10e-1.</summary>
    public void AddTo(ref HashCode hash)
    {
        if (IsZero) return;
        hash.Add(_exponent);
        hash.Add(_negative);
        for (var i = 0; i < Length; i++) hash.Add(Digit(i));
    }

    byte Digit(int index) => index < _whole.Length ? _whole[index] : _fraction[index - _whole.Length];

    int CompareSize(ExactNumber other)
    {
        if (IsZero || other.IsZero) return IsZero ? -1 : 1;
        var largest = (Length + _exponent).CompareTo(other.Length + other._exponent);
        if (largest != 0) return largest;
        for (var i = 0; i < Math.Max(Length, other.Length); i++)
        {
            var mine = i < Length ? Digit(i) : (byte)'0';
            var theirs = i < other.Length ? other.Digit(i) : (byte)'0';
            if (mine != theirs) return mine.CompareTo(theirs);
        }
        return 0;
    }

    BigInteger Digits()
    {
        var value = BigInteger.Zero;
        for (var i = 0; i < Length; i++) value = value * 10 + (Digit(i) - '0');
        return value;
    }

    // Eighteen digits at a time: linear in the instance's digits, whatever their number.
    BigInteger Remainder(BigInteger divisor)
    {
        var remainder = BigInteger.Zero;
        ulong part = 0, scale = 1;
        for (var i = 0; i < Length; i++)
        {
            part = part * 10 + (ulong)(Digit(i) - '0');
            scale *= 10;
            if (scale < 1_000_000_000_000_000_000 && i < Length - 1) continue;
            remainder = (remainder * scale + part) % divisor;
            (part, scale) = (0, 1);
        }
        return remainder;
    }

    static long Exponent(ReadOnlySpan<byte> json)
    {
        var negative = json[0] == '-';
        long exponent = 0;
        foreach (var digit in json[0] is (byte)'-' or (byte)'+' ? json[1..] : json)
        {
            exponent = Math.Min(LargestExponent, exponent * 10 + (digit - '0'));
        }
        return negative ? -exponent : exponent;
    }
}
