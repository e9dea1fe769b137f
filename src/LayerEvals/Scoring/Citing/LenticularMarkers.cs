namespace LayerEvals.Scoring.Citing;

/// <summary><c>【4†source】</c>, <c>【4:0†source】</c>, <c>【C-4.1】</c>: what hosted file search writes.</summary>
internal static class LenticularMarkers
{
    const int MaxLength = 120;

    /// <summary>The citation that starts at the bracket, if any, and where to go on.</summary>
    public static (Citation?, int) At(CitedText cited, int open)
    {
        var inside = cited.Text.AsSpan(open + 1, Math.Min(MaxLength, cited.Text.Length - open - 1));
        var length = inside.IndexOf('\u3011');
        if (length < 0) return (null, open + 1);
        inside = inside[..length];
        var end = open + 2 + length;
        var dagger = inside.IndexOfAny('\u2020', '|');
        var left = (dagger < 0 ? inside : inside[..dagger]).Trim();
        var right = dagger < 0 ? [] : inside[(dagger + 1)..].Trim();
        // A name on the right is the source's own where it was given; "source" and file names stand there too.
        if (cited.Shelf.Id(left) is null && cited.Shelf.Id(right) is { } named) return (Marker(open, end, [named]), end);
        if (cited.Shelf.Id(left) is null && left.Contains(':')) return (Marker(open, end, [left.ToString()]), end);
        var ids = MarkerIds.In(left, cited.Shelf, _ => true);
        return (ids.Count == 0 ? null : Marker(open, end, ids), end);
    }

    static Citation Marker(int open, int end, IReadOnlyList<string> ids) => new(new TextSpan(open, end - open), CitationStyle.Lenticular, ids);
}
