using System.Text;

namespace LayerEvals.Scoring.Languages;

/// <summary>
/// The groups of one to three letters that a text's words are made of, as langdetect takes them: within words and at their edges, without addresses, and without words in capitals.
/// </summary>
internal static class LetterGroups
{
    const int MostRead = 10_000;
    const int LongestUrl = 2_076;
    const int LongestMailbox = 64;
    const int LongestHost = 255;
    const char Edge = ' ';

    // One letter of each of these stands for all: what tells the language is that they are there.
    const char Hiragana = '\u3042';
    const char Katakana = '\u30A2';
    const char Bopomofo = '\u3105';
    const char Hangul = '\uAC00';
    const char Vietnamese = '\u1EC3';

    /// <summary>A group as a number.</summary>
    public static ulong Pack(ReadOnlySpan<char> group)
    {
        var packed = 0UL;
        foreach (var letter in group) packed = packed << 16 | letter;
        return packed;
    }

    /// <summary>The groups of a text's first 10,000 characters, one after the other.</summary>
    public static IEnumerable<ulong> Of(string text)
    {
        var (group, length, last, isCapitals) = ((ulong)Edge, 1, Edge, false);
        foreach (var written in Read(text))
        {
            var letter = Normal(written);
            if (last == Edge)
            {
                (group, length, isCapitals) = (Edge, 1, false);
                if (letter == Edge) continue;
            }
            isCapitals = char.IsUpper(letter) && (isCapitals || char.IsUpper(last));
            group = (group << 16 | letter) & 0xFFFF_FFFF_FFFF;
            length = Math.Min(length + 1, 3);
            last = letter;
            if (isCapitals) continue;
            if (letter != Edge) yield return letter;
            yield return group & 0xFFFF_FFFF;
            if (length == 3) yield return group;
        }
    }

    // In a text of another script, names and terms in Latin letters say nothing of its language.
    static string Read(string text)
    {
        var read = WithoutAddresses(text);
        var (latin, others) = (0, 0);
        foreach (var c in read)
            if (IsLatin(c)) latin++;
            else if (c >= '\u0300' && c is < '\u1E00' or > '\u1EFF') others++;
        return 2 * latin < others ? string.Concat(read.Where(c => !IsLatin(c))) : read;
    }

    static string WithoutAddresses(string text)
    {
        var read = new StringBuilder(Math.Min(text.Length, MostRead));
        for (var at = 0; at < text.Length && read.Length < MostRead;)
        {
            var length = text[at] == 'h' ? UrlAt(text, at) : text[at] == '@' ? HostAt(text, at + 1) : 0;
            var mailbox = text[at] == '@' && length > 0 ? MailboxBefore(read) : 0;
            if (length == 0 || text[at] == '@' && mailbox == 0) Add(read, text[at++]);
            else
            {
                read.Length -= mailbox;
                read.Append(Edge);
                at += length + (text[at] == '@' ? 1 : 0);
            }
        }
        return read.ToString();
    }

    // A letter and its mark are one letter, as Vietnamese has them. Both are checked, so that half a surrogate pair is never normalised.
    static void Add(StringBuilder read, char c)
    {
        if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323' && read.Length > 0 && char.IsLetter(read[^1]))
        {
            var both = $"{read[^1]}{c}".Normalize();
            if (both.Length == 1)
            {
                read[^1] = both[0];
                return;
            }
        }
        read.Append(c);
    }

    static int UrlAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        var scheme = rest.StartsWith("http://") ? 7 : rest.StartsWith("https://") ? 8 : 0;
        if (scheme == 0) return 0;
        var length = Run(rest[scheme..], LongestUrl, IsOfUrl);
        return length == 0 ? 0 : scheme + length;
    }

    static int HostAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        var first = Run(rest, LongestHost, c => IsOfMail(c) && c != '.');
        var length = first + Run(rest[first..], LongestHost, IsOfMail);
        return first > 0 && length > 1 ? length : 0;
    }

    static int MailboxBefore(StringBuilder read)
    {
        var length = 0;
        while (length < LongestMailbox && length < read.Length && IsOfMail(read[^(length + 1)])) length++;
        return length;
    }

    static int Run(ReadOnlySpan<char> text, int most, Func<char, bool> isOf)
    {
        var length = 0;
        while (length < most && length < text.Length && isOf(text[length])) length++;
        return length;
    }

    static bool IsOfUrl(char c) => char.IsAsciiLetterOrDigit(c) || "-_.?&~;+=/#".Contains(c);

    static bool IsOfMail(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    // As the reference has it: with the six signs between the two alphabets.
    static bool IsLatin(char c) => c is >= 'A' and <= 'z';

    static char Normal(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetter(c) ? c : Edge,
        '\u00A0' or '\u00AB' or '\u00B0' or '\u00BB' => Edge,
        '\u0219' => '\u015F',
        '\u021B' => '\u0163',
        '\u06CC' => '\u064A',
        >= '\u1EA0' and <= '\u1EFF' => Vietnamese,
        >= '\u2000' and <= '\u206F' => Edge,
        >= '\u3040' and <= '\u309F' => Hiragana,
        >= '\u30A0' and <= '\u30FF' => Katakana,
        >= '\u3100' and <= '\u312F' or >= '\u31A0' and <= '\u31BF' => Bopomofo,
        >= '\uAC00' and <= '\uD7AF' => Hangul,
        _ => c,
    };
}
