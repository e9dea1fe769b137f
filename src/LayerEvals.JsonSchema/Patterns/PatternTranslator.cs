using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema;

/// <summary>Translates a pattern of ECMA-262 into .NET: <c>\d</c> is ASCII, <c>$</c> is the very end, <c>.</c> and classes take whole code points.</summary>
/// <remarks>As with the flag <c>u</c>, but an escaped punctuation mark and a lone brace are taken as themselves, as without it: schemas in the wild have them.</remarks>
internal sealed partial class PatternTranslator(string pattern)
{
    const int DeepestGroup = 200;

    // A word character next to none, or none next to one; ASCII only.
    const string Boundary = "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))";
    const string NoBoundary = "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))";

    readonly PatternReader _reader = new(pattern);
    readonly PatternGroups _groups = PatternGroups.Find(pattern);
    readonly StringBuilder _result = new();
    readonly bool _captures = HasBackReference.IsMatch(pattern);
    int _group;
    int _depth;

    /// <summary>Whether the pattern looks around or refers back.</summary>
    public bool NeedsBacktracking { get; private set; }

    public string Translate()
    {
        TranslateAlternatives();
        if (!_reader.AtEnd) throw new PatternException("a ')' has no '('");
        return _result.ToString();
    }

    void TranslateAlternatives()
    {
        if (++_depth > DeepestGroup) throw new PatternException($"its groups are nested deeper than {DeepestGroup}");
        while (!_reader.AtEnd && _reader.Peek != ')')
        {
            if (_reader.TryTake("|")) _result.Append('|');
            else TranslateTerm();
        }
        _depth--;
    }

    void TranslateTerm()
    {
        if (_reader.TryTake("^")) _result.Append(@"\A");
        else if (_reader.TryTake("$")) _result.Append(@"\z");
        else if (_reader.TryTake(@"\b")) AppendBoundary(Boundary);
        else if (_reader.TryTake(@"\B")) AppendBoundary(NoBoundary);
        else
        {
            TranslateAtom();
            TranslateQuantifier();
            return;
        }
        if (_reader.Peek is '*' or '+' or '?' && !_reader.AtEnd) throw new PatternException("there is nothing to repeat");
    }

    void AppendBoundary(string boundary)
    {
        NeedsBacktracking = true;
        _result.Append(boundary);
    }

    void TranslateAtom()
    {
        if (_reader.TryTake("(")) TranslateGroup();
        else if (_reader.TryTake("[")) PatternClass.Read(_reader).AppendTo(_result);
        else if (_reader.TryTake(".")) CodePointSet.Dot.AppendTo(_result);
        else if (_reader.TryTake("\\")) TranslateEscape();
        else if (_reader.Peek is '*' or '+' or '?') throw new PatternException("there is nothing to repeat");
        else CodePointSet.Of(_reader.Take()).AppendTo(_result);
    }

    void TranslateGroup()
    {
        if (_reader.TryTake("?:")) _result.Append("(?:");
        else if (_reader.StartsWith("?=") || _reader.StartsWith("?!") || _reader.StartsWith("?<=") || _reader.StartsWith("?<!"))
        {
            NeedsBacktracking = true;
            _result.Append('(').Append(_reader.TryTake("?<") ? "?<" : "?");
            _reader.TryTake("?");
            _result.Append((char)_reader.Take());
        }
        else OpenCapture();
        TranslateAlternatives();
        if (!_reader.TryTake(")")) throw new PatternException("a ')' is missing");
        _result.Append(')');
    }

    void OpenCapture()
    {
        if (_reader.TryTake("?<"))
        {
            if (!GroupName.IsMatch(_reader.TakeUntil('>'))) throw new PatternException("a group's name is no identifier");
        }
        else if (_reader.Peek == '?') throw new PatternException("a group starts with '(?' and is of no kind that ECMA-262 has");
        _group++;
        // .NET numbers named groups last; a number of our own keeps the order of ECMA-262.
        _result.Append(_captures ? string.Create(CultureInfo.InvariantCulture, $"(?<{_group}>") : "(?:");
    }

    void TranslateEscape()
    {
        if (_reader.Peek is >= '1' and <= '9') AppendBackReference(GroupNumber(_reader.TakeDigits()));
        else if (_reader.TryTake("k<")) AppendBackReference(_groups.Names.TryGetValue(_reader.TakeUntil('>'), out var number) ? number : throw new PatternException("a reference names no group"));
        else PatternEscape.Read(_reader, inClass: false).AppendTo(_result);
    }

    int GroupNumber(string digits)
    {
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= _groups.Count) return number;
        throw new PatternException($"\\{Printable.Short(digits)} refers to no group");
    }

    // In ECMA-262 a group that has not matched is empty; in .NET a reference to it fails.
    void AppendBackReference(int group)
    {
        NeedsBacktracking = true;
        _result.Append(CultureInfo.InvariantCulture, $"(?({group})\\k<{group}>)");
    }

    void TranslateQuantifier()
    {
        var counted = Counted.Match(pattern, _reader.Position);
        if (counted.Success)
        {
            _reader.Position += counted.Length;
            AppendCounts(counted.Groups["least"].Value, counted.Groups["comma"].Success, counted.Groups["most"].Value);
        }
        else if (!_reader.AtEnd && _reader.Peek is '*' or '+' or '?') _result.Append((char)_reader.Take());
        else return;

        if (_reader.TryTake("?")) _result.Append('?');
        if (!_reader.AtEnd && (_reader.Peek is '*' or '+' or '?' || Counted.Match(pattern, _reader.Position).Success)) throw new PatternException("there is nothing to repeat");
    }

    void AppendCounts(string least, bool hasComma, string most)
    {
        var from = Count(least);
        var to = most.Length == 0 ? int.MaxValue : Count(most);
        if (hasComma && most.Length > 0 && from > to) throw new PatternException($"{{{from},{to}}} is out of order");
        _result.Append('{').Append(from.ToString(CultureInfo.InvariantCulture));
        if (hasComma) _result.Append(',');
        if (hasComma && most.Length > 0) _result.Append(to.ToString(CultureInfo.InvariantCulture));
        _result.Append('}');
    }

    static int Count(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : int.MaxValue;

    [GeneratedRegex(@"\G\{(?<least>[0-9]+)(?<comma>,(?<most>[0-9]*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Counted { get; }

    [GeneratedRegex(@"\A[\p{L}_$][\p{L}\p{Nd}_$]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex GroupName { get; }

    [GeneratedRegex(@"\\(?:[1-9]|k<)", RegexOptions.CultureInvariant)]
    private static partial Regex HasBackReference { get; }
}
