using LayerEvals.Scoring.Text;

namespace LayerEvals.Tests.Scoring.Text;

public sealed class TextRegionsTests
{
    [Theory]
    [InlineData("You have \"30 days\" to ask.", "\"30 days\"")]
    [InlineData("Sie haben „30 Tage“ Zeit.", "„30 Tage“")]
    [InlineData("Sie haben „30 Tage” Zeit.", "„30 Tage”")]
    [InlineData("Sie haben »30 Tage« Zeit.", "»30 Tage«")]
    [InlineData("Vous avez « 30 jours » pour cela.", "« 30 jours »")]
    [InlineData("The policy says “30 days”, no more.", "“30 days”")]
    [InlineData("It says 'the customer's 30 days', no more.", "'the customer's 30 days'")]
    [InlineData("It says ‘the customer’s 30 days’, no more.", "‘the customer’s 30 days’")]
    [InlineData("Es heißt ‚geht’s noch‘ und mehr.", "‚geht’s noch‘")]
    [InlineData("\"One\" and \"two\".", "\"One\"|\"two\"")]
    [InlineData("He said \"not 'found' there\".", "\"not 'found' there\"")]
    [InlineData("(\"30 days\")", "(\"30 days\")", 1)]
    [InlineData("{\"a\": \"b \\\" c\"}", "\"a\"|\"b \\\" c\"")]
    [InlineData("The \"rest is open. Then \"30 days\" is said.", "\"30 days\"")]
    public void A_quotation(string text, string regions, int trim = 0) => Marked(text, RegionKind.Quotation).ShouldBe(trim == 0 ? regions : regions[trim..^trim]);

    [Theory]
    [InlineData("It was not \"right\" to say \"go away\".", "\"go away\"")]
    [InlineData("It was not “right”, and `so` on.", "`so`")]
    [InlineData("\"Right\"", "")]
    public void A_single_word_is_stressed_and_not_quoted(string text, string regions) => string.Join('|', TextRegions.Of(text).ButStressed(text).Items.Select(r => text.Substring(r.Start, r.Length))).ShouldBe(regions);

    [Theory]
    [InlineData("The customer's 30 days aren't over.")]
    [InlineData("The customers' refunds and the dogs' food.")]
    [InlineData("Back in the '90s, dogs' food was cheap.")]
    [InlineData("'Tis the dogs' food.")]
    [InlineData("Om 's avonds en 't weekend van de honden' tijd.")]
    [InlineData("The customer’s 30 days aren’t over.")]
    [InlineData("A 5\" disc and a 7\" disc.")]
    [InlineData("A quotation \"that nobody closes.\n\nAnother paragraph\" goes on.")]
    [InlineData("- A bullet \"that nobody closes\n- another bullet\" goes on.")]
    [InlineData("")]
    public void No_quotation(string text) => TextRegions.Of(text).Items.ShouldBeEmpty();

    [Theory]
    [InlineData("Use `30 days` here.", "`30 days`")]
    [InlineData("Use ``a ` b`` here.", "``a ` b``")]
    [InlineData("One ` alone and `code`.", "` alone and `")]
    [InlineData("Use `say \"no\"` here.", "`say \"no\"`")]
    public void Inline_code(string text, string regions) => Marked(text, RegionKind.InlineCode).ShouldBe(regions);

    [Theory]
    [InlineData("Before\n```json\n{\"a\": 1}\n```\nafter", "```json\n{\"a\": 1}\n```\n")]
    [InlineData("Before\n~~~\ncode ``` code\n~~~\nafter", "~~~\ncode ``` code\n~~~\n")]
    [InlineData("````\n```\n````", "````\n```\n````")]
    [InlineData("Before\n```\nnobody closes \"this\"", "```\nnobody closes \"this\"")]
    public void A_fence(string text, string regions) => Marked(text, RegionKind.Fence).ShouldBe(regions);

    [Theory]
    [InlineData("It says:\n> 30 days\n> and \"no more\"\n\nSo 30 days.", "> 30 days\n> and \"no more\"\n")]
    [InlineData("> first\n\n> second", "> first\n|> second")]
    public void A_block_quote(string text, string regions) => Marked(text, RegionKind.BlockQuote).ShouldBe(regions);

    [Fact]
    public void Of_nested_regions_the_outermost_counts()
    {
        const string Text = "See \"the `code` there\" and „a 'b' c“.";

        var regions = TextRegions.Of(Text).Items;

        regions.Select(r => (r.Kind, Text.Substring(r.Start, r.Length))).ShouldBe([(RegionKind.Quotation, "\"the `code` there\""), (RegionKind.Quotation, "„a 'b' c“")]);
    }

    [Fact]
    public void Each_index_is_looked_up_as_a_plain_scan_finds_it()
    {
        const string Text = "a \"b\" `c` d\n> e\n\n```\nf\n```\n«g» h";
        var regions = TextRegions.Of(Text);

        regions.Items.Count.ShouldBe(5);
        for (var at = 0; at < Text.Length; at++)
        {
            var plain = regions.Items.Where(r => r.Start <= at && at < r.End).Select(r => (TextRegion?)r).SingleOrDefault();
            regions.At(at).ShouldBe(plain, $"index {at}");
            for (var length = 1; at + length <= Text.Length; length++)
                regions.Touch(at, length).ShouldBe(regions.Items.Any(r => r.Start < at + length && r.End > at), $"{length} from {at}");
        }
    }

    [Fact]
    public void Code_and_quotations_are_told_apart()
    {
        var regions = TextRegions.Of("`a` \"b\"").Items;

        regions.Select(r => r.IsCode).ShouldBe([true, false]);
    }

    // Each of these is quadratic for a reader that looks ahead from every mark: 1 MB of it would take minutes.
    [Theory]
    [InlineData("`")]
    [InlineData("` ")]
    [InlineData("`a``b```c")]
    [InlineData(" \"a")]
    [InlineData(" 'a")]
    [InlineData("„")]
    [InlineData("«»")]
    [InlineData("> \n")]
    [InlineData("```\n")]
    [InlineData("~~~a\n")]
    [InlineData("\\\"")]
    [InlineData("- \"\n")]
    public void A_text_of_a_megabyte_is_read_in_one_go(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        var regions = TextRegions.Of(text);

        regions.Items.Zip(regions.Items.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
    }

    static string Marked(string text, RegionKind kind) =>
        string.Join('|', TextRegions.Of(text).Items.Where(r => r.Kind == kind).Select(r => text.Substring(r.Start, r.Length)));
}
