using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LayerEvals.Reporting.Page;

/// <summary>HTML that is safe to write. It is made of our own literals; every text between them was encoded.</summary>
internal readonly record struct Markup
{
    readonly string? html;

    Markup(string html) => this.html = html;

    public static Markup None { get; }

    public bool IsEmpty => string.IsNullOrEmpty(html);

    /// <summary>Markup from an interpolated string: literals stay, holes are encoded.</summary>
    public static Markup Of(MarkupText text) => new(text.Finish());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(p => p.html)));

    /// <summary>A file of ours, as it is: a style sheet or a script.</summary>
    public static Markup OfOurs(string text) => new(text);

    public override string ToString() => html ?? "";
}

/// <summary>The interpolated string behind <see cref="Markup.Of"/>. A hole is a text from outside unless it is markup already: there is no way around the encoder.</summary>
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal readonly ref struct MarkupText(int literalLength, int formattedCount)
{
    // Letters of every script stay readable; what is markup, or invisible, does not.
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly System.Text.StringBuilder html = new(literalLength + 24 * formattedCount);

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(Markup markup) => html.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<Markup> parts) => html.Append(Markup.Join(parts).ToString());

    public void AppendFormatted(int number) => html.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(string? text) => html.Append(Encoder.Encode(Printable.Lines(text ?? "")));

    public string Finish() => html.ToString();
}
