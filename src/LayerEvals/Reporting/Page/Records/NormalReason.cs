using System.Text;

namespace LayerEvals.Reporting.Page;

/// <summary>A reason without what differs from case to case: quoted texts become <c>…</c>, ids and numbers <c>#</c>, lists of them one.</summary>
internal static class NormalReason
{
    const int MostShown = 160;

    public static string Of(string reason)
    {
        var text = new StringBuilder(reason.Length);
        for (var i = 0; i < reason.Length;)
        {
            if (reason[i] is '`' or '"' && reason.IndexOf(reason[i], i + 1) is > 0 and var end)
            {
                text.Append(reason[i]).Append('…').Append(reason[i]);
                i = end + 1;
                continue;
            }
            var word = WordAt(reason, i);
            if (word == 0) text.Append(reason[i++]);
            else
            {
                AppendWord(text, reason.AsSpan(i, word));
                i += word;
            }
        }
        return Printable.Short(text.ToString(), MostShown);
    }

    // 30, $.fee[0]: a word of letters, digits and what joins them.
    static int WordAt(string reason, int start)
    {
        var end = start;
        while (end < reason.Length && (char.IsLetterOrDigit(reason[end]) || reason[end] is '-' or '.' or '_' or '/' or '[' or ']' or '$')) end++;
        while (end > start && reason[end - 1] == '.') end--;
        return end - start;
    }

    static void AppendWord(StringBuilder text, ReadOnlySpan<char> word)
    {
        if (word.IndexOfAnyInRange('0', '9') < 0 || word[0] == '$')
        {
            text.Append(word);
            return;
        }
        foreach (var joint in new[] { "#, ", "# and ", "# or " })
            if (text.ToString().EndsWith(joint, StringComparison.Ordinal))
            {
                text.Length -= joint.Length - 1;
                return;
            }
        text.Append('#');
    }
}
