namespace LayerEvals.JsonSchema;

/// <summary>A pattern as steps between positions, some of them without a character (Thompson, "Regular Expression Search Algorithm", 1968).</summary>
internal sealed class AsciiSteps
{
    const int MostPositions = 256;

    // A repeated group that is empty adds no position, so what is added is counted too.
    const int MostTerms = 2_000;

    readonly List<List<(int To, Condition If)>> _free = [];
    readonly List<(UInt128 Characters, int To)> _reading = [];

    internal enum Condition
    {
        Always,
        AtStart,
        AtEnd,
    }

    int _terms;

    AsciiSteps() { }

    public int Start { get; private set; }

    public int Match { get; private set; }

    bool IsTooLarge => _free.Count > MostPositions || _terms > MostTerms;

    /// <summary>The character sets on the steps.</summary>
    public IEnumerable<UInt128> Sets => _reading.Select(r => r.Characters).Distinct();

    /// <summary>The steps of a pattern; null when there are too many.</summary>
    public static AsciiSteps? Of(AsciiTerm term)
    {
        var steps = new AsciiSteps();
        steps.Match = steps.NewPosition();
        steps.Start = steps.Add(term, steps.Match);
        return steps.IsTooLarge ? null : steps;
    }

    /// <summary>Where a character leads from a position; -1 for nowhere.</summary>
    public int Read(int position, char character) =>
        (_reading[position].Characters >> character & UInt128.One) != UInt128.Zero ? _reading[position].To : -1;

    /// <summary>Adds every position that needs no character, in a text that is at its start or its end or neither.</summary>
    public void Close(SortedSet<int> positions, bool atStart, bool atEnd)
    {
        var waiting = new Stack<int>(positions);
        while (waiting.TryPop(out var position))
        {
            foreach (var (to, condition) in _free[position])
            {
                if ((condition == Condition.AtStart && !atStart) || (condition == Condition.AtEnd && !atEnd)) continue;
                if (positions.Add(to)) waiting.Push(to);
            }
        }
    }

    // Builds backwards: the position from which the term leads to `next`.
    int Add(AsciiTerm term, int next)
    {
        _terms++;
        if (IsTooLarge) return next;
        switch (term)
        {
            case AsciiTerm.Set set:
                var reading = NewPosition();
                _reading[reading] = (set.Characters, next);
                return reading;
            case AsciiTerm.Sequence sequence:
                foreach (var part in sequence.Parts.Reverse()) next = Add(part, next);
                return next;
            case AsciiTerm.Choice choice:
                return NewPosition([.. choice.Branches.Select(b => (Add(b, next), Condition.Always))]);
            case AsciiTerm.Repeat repeat:
                return AddRepeat(repeat, next);
            default:
                return NewPosition((next, term is AsciiTerm.TextStart ? Condition.AtStart : Condition.AtEnd));
        }
    }

    int AddRepeat(AsciiTerm.Repeat repeat, int next)
    {
        if (repeat.Most is not { } most)
        {
            var loop = NewPosition((next, Condition.Always));
            _free[loop].Add((Add(repeat.Part, loop), Condition.Always));
            next = loop;
            most = repeat.Least;
        }
        for (var i = most; i > 0 && !IsTooLarge; i--)
        {
            var once = Add(repeat.Part, next);
            next = i > repeat.Least ? NewPosition((once, Condition.Always), (next, Condition.Always)) : once;
        }
        return next;
    }

    int NewPosition(params (int To, Condition If)[] free)
    {
        _free.Add([.. free]);
        _reading.Add((UInt128.Zero, -1));
        return _free.Count - 1;
    }
}
