namespace LayerEvals.Scoring.Citing;

/// <summary>The texts of a JSON answer as claims: each value between quotation marks that has words and is no citation.</summary>
internal static class JsonClaims
{
    const int FewestWords = 3;

    /// <param name="text">The answer.</param>
    /// <param name="citations">The values that cite, in order.</param>
    public static List<Claim> In(string text, IReadOnlyList<Citation> citations)
    {
        var claims = new List<Claim>();
        var next = 0;
        for (var at = text.IndexOf('"'); at >= 0; at = text.IndexOf('"', at))
        {
            var end = End(text, at + 1);
            var span = new TextSpan(at + 1, Math.Max(0, end - at - 1));
            while (next < citations.Count && citations[next].Span.End <= at) next++;
            var isCitation = next < citations.Count && citations[next].Span.Start < end;
            var words = Units.Words(span.Of(text));
            if (!isCitation && words >= FewestWords && !IsName(text, end + 1)) claims.Add(new Claim(span) { Words = words });
            at = Math.Min(text.Length, end + 1);
        }
        return claims;
    }

    // The index of the closing mark, or the end of the text.
    static int End(string text, int at)
    {
        while (at < text.Length && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at, text.Length);
    }

    static bool IsName(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && text[at] == ':';
    }
}
