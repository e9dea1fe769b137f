using System.Runtime.InteropServices;

namespace LayerEvals.JsonSchema;

/// <summary>Makes the table of an automaton: a state is the set of positions in the pattern that the text so far may have led to.</summary>
internal sealed class AsciiAutomatonBuilder
{
    const int Characters = 128;

    // Looks at a position of the pattern; a pattern that needs more is left to the regular expression.
    const int MostWork = 3_000;

    readonly AsciiSteps _steps;
    readonly byte[] _columnOf = new byte[256];
    readonly List<char> _sampleOf = ['\0'];
    readonly SortedSet<int> _anew;
    readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    readonly List<SortedSet<int>> _sets = [];
    readonly List<int> _next = [];
    int _work;

    AsciiAutomatonBuilder(AsciiSteps steps)
    {
        _steps = steps;
        FillColumns();
        // A match may begin at every character.
        _anew = [steps.Start];
        steps.Close(_anew, atStart: false, atEnd: false);
    }

    /// <summary>The automaton; null when it would be too large.</summary>
    public static AsciiAutomaton? Build(AsciiTerm term) => AsciiSteps.Of(term) is { } steps ? new AsciiAutomatonBuilder(steps).Build() : null;

    AsciiAutomaton? Build()
    {
        var start = new SortedSet<int> { _steps.Start };
        _steps.Close(start, atStart: true, atEnd: false);
        // A table without a first state: the whole language matches before a character is read.
        if (start.Contains(_steps.Match)) return new AsciiAutomaton(new byte[256], [AsciiAutomaton.Matches], [true], columns: 1);
        // Not among the known states: only here does an end of the text also stand at its start.
        _sets.Add(start);
        for (var state = 0; state < _sets.Count; state++)
        {
            AddRow(_sets[state]);
            if (_work > MostWork) return null;
        }
        return new AsciiAutomaton(_columnOf, [.. _next], [.. _sets.Select((s, i) => MatchesAtEnd(s, isStart: i == 0))], _sampleOf.Count);
    }

    void AddRow(SortedSet<int> from)
    {
        _next.Add(AsciiAutomaton.Undecided);
        foreach (var character in CollectionsMarshal.AsSpan(_sampleOf)[1..])
        {
            _work += from.Count + _anew.Count;
            var to = new SortedSet<int>(_anew);
            foreach (var position in from)
            {
                if (_steps.Read(position, character) is >= 0 and var read) to.Add(read);
            }
            _steps.Close(to, atStart: false, atEnd: false);
            _next.Add(to.Contains(_steps.Match) ? AsciiAutomaton.Matches : StateOf(to));
        }
    }

    // States are numbered by where their row begins.
    int StateOf(SortedSet<int> positions)
    {
        var key = string.Join(',', positions);
        if (_states.TryGetValue(key, out var known)) return known;
        if (IsHopeless(positions)) return AsciiAutomaton.NeverMatches;
        var state = _sets.Count * _sampleOf.Count;
        _states.Add(key, state);
        _sets.Add(positions);
        return state;
    }

    // Nothing can be read from here, and the end of the text does not help either.
    bool IsHopeless(SortedSet<int> positions) => !MatchesAtEnd(positions, isStart: false)
        && positions.All(p => _sampleOf.Skip(1).All(c => _steps.Read(p, c) < 0));

    bool MatchesAtEnd(SortedSet<int> positions, bool isStart)
    {
        var atEnd = new SortedSet<int>(positions);
        _steps.Close(atEnd, atStart: isStart, atEnd: true);
        return atEnd.Contains(_steps.Match);
    }

    // Characters that no step tells apart share a column. Column 0 is for what is not decided here: bytes beyond ASCII, and escapes.
    void FillColumns()
    {
        var sets = _steps.Sets.ToArray();
        var columns = new Dictionary<string, byte>(StringComparer.Ordinal);
        for (var character = '\0'; character < Characters; character++)
        {
            if (character == '\\') continue;
            var key = string.Concat(sets.Select(s => (s >> character & UInt128.One) != UInt128.Zero ? '1' : '0'));
            if (!columns.TryGetValue(key, out var column))
            {
                columns.Add(key, column = (byte)_sampleOf.Count);
                _sampleOf.Add(character);
            }
            _columnOf[character] = column;
        }
    }
}
