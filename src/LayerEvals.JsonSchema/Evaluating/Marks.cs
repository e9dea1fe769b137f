namespace LayerEvals.JsonSchema;

/// <summary>Which properties or items of one instance were evaluated, by position; what <c>unevaluated…</c> reads.</summary>
internal sealed class Marks
{
    ulong[] _bits = new ulong[2];
    bool _all;

    public void Add(int position)
    {
        var word = position >> 6;
        if (word >= _bits.Length) Array.Resize(ref _bits, Math.Max(word + 1, _bits.Length * 2));
        _bits[word] |= 1UL << (position & 63);
    }

    public void AddAll() => _all = true;

    public bool Has(int position)
    {
        var word = position >> 6;
        return _all || (word < _bits.Length && (_bits[word] & 1UL << (position & 63)) != 0);
    }

    public void Add(Marks others)
    {
        _all |= others._all;
        if (others._bits.Length > _bits.Length) Array.Resize(ref _bits, others._bits.Length);
        for (var i = 0; i < others._bits.Length; i++) _bits[i] |= others._bits[i];
    }

    public void Clear()
    {
        _all = false;
        Array.Clear(_bits);
    }
}
