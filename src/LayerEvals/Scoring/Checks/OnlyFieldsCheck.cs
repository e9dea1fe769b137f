using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Facts;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Checks;

/// <summary>
/// The answer mentions only values of the record that the case gives: no number, amount, date or identifier, and no name, that the record's fields do not hold in whatever writing. A name is two
/// capitalised words in a row; each of them has to occur in the record, but for how one addresses somebody.
/// </summary>
internal static class OnlyFieldsCheck
{
    const int MostNamed = 5;

    // How letters call a person whom the record names: "Dear Ms Lopez" adds nothing to Maria Lopez. Without accents, as words are compared.
    static readonly string[] Addresses =
    [
        "dear", "hello", "hi", "mr", "mrs", "ms", "miss", "dr", "prof", "frau", "herr", "herrn", "liebe", "lieber", "hallo", "madame", "monsieur", "chere", "cher", "bonjour", "senor", "senora", "estimado", "estimada", "hola",
        "signor", "signora", "gentile", "caro", "cara", "senhor", "senhora", "mevrouw", "meneer", "beste", "geachte",
    ];

    public static CheckType Type { get; } = new("only-fields", Layers.Verification, Read) { Short = CheckType.Under("of") };

    static Check? Read(MapReader settings)
    {
        var fields = settings.Texts("of");
        var names = settings.Flag("names") ?? true;
        return subject => Judge(subject, fields, names);
    }

    static Finding Judge(Subject subject, IReadOnlyList<string> fields, bool names)
    {
        if (fields.FirstOrDefault(f => !subject.Case.Holes.ContainsKey(f)) is { } absent) return Finding.Unscored($"the case's input has no field `{Printable.Short(absent, 60)}`");
        var record = subject.Case.Holes.Where(h => fields.Count == 0 || fields.Contains(h.Key, StringComparer.Ordinal)).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => h.Value).ToList();
        if (record.Count == 0) return Finding.Unscored("the case's input has no fields");
        var given = string.Join('\n', record);
        var added = NewFacts.In(subject, FactSet.Of(given)).Select(fact => fact.Span).Concat(names ? NewNames(subject, given) : []).OrderBy(span => span.Start).ToList();
        if (added.Count == 0) return Finding.Pass;
        var named = string.Join(", ", added.Take(MostNamed).Select(span => $"`{Printable.Short(span.Of(subject.Text), 40)}`"));
        var of = fields.Count == 0 ? "the record" : $"the {(fields.Count == 1 ? "field" : "fields")} {string.Join(", ", fields.Select(f => Printable.Short(f, 40)))}";
        return Finding.Fail($"expected only values of {of}, found {named}{(added.Count > MostNamed ? $" and {Numerals.Count(added.Count - MostNamed, "other")}" : "")}", Scorer.Quote(subject.Text));
    }

    static IEnumerable<TextSpan> NewNames(Subject subject, string given)
    {
        var known = Phrasing.Words.Of(given).Concat(Addresses).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Names.All(subject.Text, new TextSpan(0, subject.Text.Length)))
            if (subject.Regions.At(name.Start) is not { IsCode: true } && !Phrasing.Words.Of(name.Of(subject.Text)).All(known.Contains)) yield return name;
    }
}
