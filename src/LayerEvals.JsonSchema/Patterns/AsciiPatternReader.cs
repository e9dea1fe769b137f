using System.Globalization;

namespace LayerEvals.JsonSchema;

/// <summary>Reads the patterns that an automaton over ASCII can decide. The pattern is known to be one of ECMA-262; what is read here is a part of that language.</summary>
internal sealed class AsciiPatternReader(string pattern)
{
    // Groups inside one another; deeper ones are left to the regular expression.
    const int MostGroups = 50;

    int _at;
    int _groups;
    bool _understood = true;

    /// <summary>The pattern; null when it has what no automaton decides, or what is too rare to be read here.</summary>
    public static AsciiTerm? Read(string pattern)
    {
        var reader = new AsciiPatternReader(pattern);
        var term = reader.ReadChoice();
        return reader._understood && reader._at == pattern.Length ? term : null;
    }

    AsciiTerm ReadChoice()
    {
        var branches = new List<AsciiTerm> { ReadSequence() };
        while (Take('|')) branches.Add(ReadSequence());
        return branches.Count == 1 ? branches[0] : new AsciiTerm.Choice(branches);
    }

    AsciiTerm.Sequence ReadSequence()
    {
        var parts = new List<AsciiTerm>();
        while (_understood && _at < pattern.Length && pattern[_at] is not ('|' or ')')) parts.Add(ReadQuantifiers(ReadOne()));
        return new AsciiTerm.Sequence(parts);
    }

    AsciiTerm ReadOne() => pattern[_at++] switch
    {
        '^' => new AsciiTerm.TextStart(),
        '$' => new AsciiTerm.TextEnd(),
        '.' => new AsciiTerm.Set(AsciiCharacters.Dot),
        '(' => ReadGroup(),
        '[' => new AsciiTerm.Set(ReadClass()),
        '\\' => new AsciiTerm.Set(ReadEscape()),
        // Quantifiers and brackets belong behind or around something.
        '*' or '+' or '?' or '{' or '}' or ']' => GiveUp(),
        // Half of a character beyond the basic plane: what is behind it would bind to the half alone.
        >= '\uD800' and <= '\uDFFF' => GiveUp(),
        var literal => new AsciiTerm.Set(AsciiCharacters.One(literal)),
    };

    AsciiTerm ReadGroup()
    {
        if (++_groups > MostGroups) return GiveUp();
        if (Take('?') && !Take(':')) return GiveUp();
        var inner = ReadChoice();
        _groups--;
        return Take(')') ? inner : GiveUp();
    }

    AsciiTerm ReadQuantifiers(AsciiTerm term)
    {
        if (!_understood || _at == pattern.Length) return term;
        (int Least, int? Most)? bounds = pattern[_at] switch
        {
            '*' => (0, null),
            '+' => (1, null),
            '?' => (0, 1),
            '{' => ReadBounds(),
            _ => null,
        };
        if (bounds is not { } times) return term;
        _at++;
        // A lazy quantifier changes what is matched, not whether.
        Take('?');
        return term is AsciiTerm.TextStart or AsciiTerm.TextEnd ? GiveUp() : new AsciiTerm.Repeat(term, times.Least, times.Most);
    }

    // Stops at the closing brace.
    (int Least, int? Most)? ReadBounds()
    {
        var end = pattern.IndexOf('}', _at);
        var parts = end < 0 ? [] : pattern[(_at + 1)..end].Split(',');
        _at = end;
        if (parts is [var exact] && Number(exact) is { } times) return (times, times);
        if (parts is [var least, ""] && Number(least) is { } atLeast) return (atLeast, null);
        if (parts is [var from, var to] && Number(from) is { } low && Number(to) is { } high && low <= high) return (low, high);
        GiveUp();
        return null;

        static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    UInt128 ReadClass()
    {
        var negated = Take('^');
        var set = UInt128.Zero;
        while (_understood && !Take(']'))
        {
            var first = ReadClassCharacter(out var members);
            if (first is { } from && _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
            {
                _at++;
                if (ReadClassCharacter(out _) is { } to) members = AsciiCharacters.Range(from, to);
                else GiveUp();
            }
            set |= members;
        }
        return negated ? ~set : set;
    }

    // The character when it is one, so that it may start a range; the set that it stands for in any case.
    char? ReadClassCharacter(out UInt128 members)
    {
        members = UInt128.Zero;
        if (_at == pattern.Length)
        {
            GiveUp();
            return null;
        }
        var character = pattern[_at++];
        members = AsciiCharacters.One(character);
        if (character != '\\') return character;
        members = ReadEscape();
        var escaped = pattern[Math.Min(_at, pattern.Length) - 1];
        return char.IsAsciiLetterOrDigit(escaped) ? null : escaped;
    }

    UInt128 ReadEscape()
    {
        if (_at < pattern.Length && AsciiCharacters.Escaped(pattern[_at++]) is { } set) return set;
        GiveUp();
        return UInt128.Zero;
    }

    bool Take(char wanted)
    {
        if (_at >= pattern.Length || pattern[_at] != wanted) return false;
        _at++;
        return true;
    }

    AsciiTerm.Set GiveUp()
    {
        _understood = false;
        _at = pattern.Length;
        return new AsciiTerm.Set(UInt128.Zero);
    }
}
