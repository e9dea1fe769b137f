using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>What is asked: weighted terms, and what kind of thing would answer.</summary>
internal sealed partial class Question
{
    private const int MostTerms = 64;
    private const int LongestText = 4000;
    private const double BesideTheQuestion = 0.25;
    private const double PointedAtByTheQuestion = 0.5;
    private const double AnExample = 0.3;
    private const double ANumberSaidBefore = 0.3;
    private const double ANamedThing = 1.25;
    private const int MostParts = 4;
    private const int ShortestPart = 4;

    private Question(string text) => Text = text;

    public string Text { get; }

    /// <summary>Stems and weights, each stem once, in the order of the question.</summary>
    public IReadOnlyList<(int Stem, double Weight)> Terms { get; private init; } = [];

    public Wanted Wants { get; private init; }

    /// <summary>The questions in it, each with the story before it; one when it asks one thing.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];

    public bool AsksForDenied { get; private init; }

    public bool WantsNumber { get; private init; }

    public bool IsYesOrNo { get; private init; }

    /// <summary>A task about the whole text ("summarise it") rather than a question with a subject.</summary>
    public bool IsOpen => Terms.Count == 0;

    public static Question Of(string text, Vocabulary vocabulary, string before = "")
    {
        text = text.Length <= LongestText ? text : text[^LongestText..];
        var sentences = new List<string>();
        foreach (var sentence in Sentences.Texts(text))
            if (!FormatOnly().IsMatch(sentence) && !Candidates.Orders(sentence)) sentences.Add(sentence);
        var asks = sentences.Exists(sentence => sentence.EndsWith('?'));
        var wants = WantedValues.Of(text);
        // "How much does that cost?" is about what was told before it.
        var story = sentences.Exists(sentence => sentence.EndsWith('?') && PointsBack().IsMatch(sentence)) ? PointedAtByTheQuestion : BesideTheQuestion;
        var weights = new Dictionary<int, double>();
        foreach (var sentence in sentences) Weigh((sentence, wants), asks && !sentence.EndsWith('?') ? story : 1, vocabulary, weights);
        if (before.Length > 0) Weigh((before, Wanted.Any), BesideTheQuestion, vocabulary, weights);
        var terms = new List<(int, double)>(weights.Count);
        foreach (var (stem, weight) in weights) terms.Add((stem, weight));
        return new Question(text)
        {
            Terms = terms,
            Wants = wants,
            AsksForDenied = YesNo.AsksForDenied(text),
            Parts = PartsOf(sentences),
            WantsNumber = NumberAsked().IsMatch(text),
            IsYesOrNo = YesNoAsked().IsMatch(sentences.FindLast(sentence => sentence.EndsWith('?')) ?? ""),
        };
    }

    private static List<string> PartsOf(List<string> sentences)
    {
        var story = string.Join(' ', sentences.Where(sentence => !sentence.EndsWith('?')));
        var parts = new List<string>();
        foreach (var sentence in sentences)
            if (sentence.EndsWith('?'))
                foreach (var part in SecondQuestion().Split(sentence))
                    if (parts.Count < MostParts && Words.Count(part) >= ShortestPart) parts.Add($"{story} {part.TrimEnd('?', ' ')}?");
        return parts;
    }

    private static void Weigh((string Text, Wanted Wants) sentence, double weight, Vocabulary vocabulary, Dictionary<int, double> weights)
    {
        var words = new Words(sentence.Text);
        var examples = Example().Match(sentence.Text) is { Success: true } match ? match.Index..(match.Index + match.Length) : 0..0;
        while (words.MoveNext() && weights.Count < MostTerms)
        {
            var stem = vocabulary.NumberOf(words.Current);
            if (stem == Vocabulary.Stop || WantedValues.IsAskedBy(words.Current, sentence.Wants)) continue;

            var first = words.Current[0];
            var isExample = words.Start >= examples.Start.Value && words.Start < examples.End.Value;
            var factor = isExample ? AnExample : char.IsAsciiDigit(first) || NumberWords.Read(words.Current) is not null ? ANumberSaidBefore : char.IsUpper(first) && words.Start > 0 ? ANamedThing : 1;
            weights[stem] = Math.Max(weight * factor, weights.GetValueOrDefault(stem));
        }
    }

    [GeneratedRegex(@"^(?:please )?(?:answer|reply|respond|use|write|return|give|cite|quote|keep|do not|include|output|format)\b[^?]{0,200}\b(?:json|words?|sentences?|bullets?|number only|only|yes or no|cites?|quotes?|exactly|bullet points)\b[^?]{0,200}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormatOnly();

    [GeneratedRegex(@"\bhow (?:much|many|long|old|far|often|soon|high|heavy|large|big|tall|late|early|fast|deep|wide)\b|(?:^|[?.!,:]\s)(?:and |so |but )?when\b|\b(?:what time|what year|what percentage|what number|what price|deadline)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberAsked();

    [GeneratedRegex(@"\b(?:that|this|it|them|those|these|such|there)\b(?! (?:is|are|was|were|i|you|we|they|he|she)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@",? and (?=(?:who|whom|whose|what|when|where|why|which|how|is|are|do|does|did|can|may|must|will|until when|after how|within how|within what|up to what|by when)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecondQuestion();

    [GeneratedRegex(@"\b(?:such as|for example|for instance|e\.g\.) [^,;?.]{1,60}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(@"^(?:and |so |but |then )?(?:is|are|was|were|can|could|may|do|does|did|will|would|must|should|has|have|am)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YesNoAsked();
}
