namespace LayerEvals.Scoring.Json;

/// <summary>How much besides the document a consumer puts up with.</summary>
internal enum JsonMode
{
    /// <summary>The answer is the document and nothing else.</summary>
    Whole = 1,

    /// <summary>One code fence around it is allowed.</summary>
    Fenced,

    /// <summary>The answer as a whole, else its one fence, else the first complete object or list in it.</summary>
    Anywhere,
}

/// <summary>Reads the document of an answer. What one mode takes, a laxer one takes as the same document.</summary>
internal static class JsonReading
{
    /// <summary>The document; or why there is none.</summary>
    public static JsonParsed Read(string text, JsonMode mode)
    {
        if (JsonDocuments.Bytes(text) is not { } bytes) return new JsonParsed(null, JsonDocuments.HalfPair);
        var whole = JsonDocuments.Parse(bytes);
        if (whole.Document is not null || mode == JsonMode.Whole) return whole;
        if (Fence.In(text) is { IsAlone: true } fence)
        {
            var fenced = JsonDocuments.Parse(JsonDocuments.Bytes(fence.Inner)!); // a part of what is UTF-8 throughout
            if (fenced.Document is not null) return fenced;
        }
        if (mode == JsonMode.Fenced) return whole;
        return FirstValue.In(bytes) is { } range ? JsonDocuments.Parse(bytes.AsMemory(range)) : whole;
    }
}
