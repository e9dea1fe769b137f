using System.Collections.Frozen;

namespace LayerEvals.Models;

/// <summary>English forms that no suffix explains, and the word they belong to.</summary>
internal static class IrregularForms
{
    private const string Pairs = """
        kept keep lost lose paid pay bought buy sent send brought bring left leave began begin begun begin built build chose choose chosen choose
        broke break broken break stole steal stolen steal wrote write written write drove drive driven drive held hold sold sell lent lend spent spend
        taught teach wore wear worn wear tore tear torn tear froze freeze frozen freeze flew fly flown fly grew grow grown grow spoke speak spoken speak
        met meet ate eat eaten eat fell fall fallen fall felt feel forgot forget forgotten forget hid hide hidden hide rode ride ridden ride rose rise
        slept sleep stood stand swam swim thought think threw throw thrown throw woke wake won win hung hang led lead laid lay dealt deal fed feed
        children child people person men man women woman feet foot teeth tooth mice mouse halves half knives knife
        later late latest late earlier early earliest early longer long longest long higher high highest high lower low lowest low larger large largest large
        bound bind heard hear told tell found find shown show grown grow knew know known know drew draw drawn draw drank drink rang ring ran run sat sit
        caught catch sought seek struck strike swept sweep fought fight proven prove undid undo undone undo overslept oversleep understood understand
        older old oldest old cheaper cheap cheapest cheap died die dies die
        """;

    private static readonly FrozenDictionary<string, string> WordOfForm = ByForm();

    public static ReadOnlySpan<char> WordOf(ReadOnlySpan<char> form) =>
        WordOfForm.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var word) ? word : form;

    private static FrozenDictionary<string, string> ByForm()
    {
        var words = Pairs.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var forms = new Dictionary<string, string>();
        for (var number = 0; number + 1 < words.Length; number += 2) forms.TryAdd(words[number], words[number + 1]);
        return forms.ToFrozenDictionary();
    }
}
