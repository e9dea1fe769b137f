namespace LayerEvals.Scoring.Checks;

/// <summary>The answer starts with the answer: not with a courtesy ("Sure!") or an announcement ("Here is the summary:"). English, German, French, Spanish, Italian, Portuguese and Dutch; a wording that is not listed is none.</summary>
internal static class NoPreambleCheck
{
    public static CheckType Type { get; } = new("no-preamble", Layers.Prompt, _ => Judge);

    // Courtesies count where a mark or the line's end follows them: "Sure, …" and not "Sure signs of wear are …".
    static readonly string[] Courtesies =
    [
        "sure", "sure thing", "certainly", "of course", "absolutely", "okay", "ok", "great", "great question", "good question", "no problem", "understood", "happy to help", "i'd be happy to help", "i would be happy to help", "got it", "alright",
        "gerne", "natürlich", "klar", "selbstverständlich", "sicher", "gute frage", "bien sûr", "certainement", "d'accord", "avec plaisir", "claro", "claro que sí", "por supuesto", "con gusto", "certo", "certamente", "con piacere", "va bene",
        "com certeza", "com prazer", "natuurlijk", "zeker", "uiteraard",
    ];

    // Announcements count where their line ends with a colon.
    static readonly string[] Announcements =
    [
        "here is", "here's", "here are", "here you go", "below is", "below are", "the following is", "this is", "i have", "i've", "as requested", "hier ist", "hier sind", "im folgenden", "nachfolgend", "voici", "voilà", "ci-dessous",
        "aquí está", "aquí tienes", "aquí están", "a continuación", "ecco", "di seguito", "aqui está", "aqui estão", "a seguir", "hier is", "hier zijn", "hieronder",
    ];

    static Finding Judge(Subject subject)
    {
        var line = FirstLine(subject.Text);
        var plain = line.Replace('\u2019', '\'');
        var isPreamble = Array.Exists(Courtesies, c => Starts(plain, c) && (plain.Length == c.Length || plain[c.Length] is ',' or '!' or '.' or ':' or ';')) || plain.EndsWith(':') && Array.Exists(Announcements, a => Starts(plain, a));
        return isPreamble ? Finding.Fail($"expected the answer at once, found the preamble `{Printable.Short(line, 80)}`", Scorer.Quote(subject.Text)) : Finding.Pass;
    }

    static bool Starts(string line, string words) => line.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (line.Length == words.Length || !char.IsLetterOrDigit(line[words.Length]));

    static string FirstLine(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        var end = trimmed.IndexOf('\n');
        return (end < 0 ? trimmed : trimmed[..end]).Trim().Trim('*').Trim().ToString();
    }
}
