using LayerEvals.Reporting.Page;

namespace LayerEvals.Tests.Reporting.Page;

public sealed class ModuleJoinTests
{
    static readonly Dictionary<string, string> Modules = new(StringComparer.Ordinal)
    {
        ["one"] = "export const half = 0.5;\nconst own = 1;\nexport function twice(x) {\n  return 2 * x;\n}\n",
        ["two"] = "import { half, twice } from \"./one.js\";\nconst own = 2;\nexport async function ask() {}\nexport class Asked {}\n",
        ["main"] = "import { Asked } from \"./two.js\";\nawait new Asked();\n",
    };

    [Fact]
    public void A_module_keeps_its_names_to_itself_and_gives_what_it_exports() => ModuleJoin.Of(["one", "two", "main"], name => Modules[name]).ShouldBe("""
        const oneModule = (() => {
        const half = 0.5;
        const own = 1;
        function twice(x) {
          return 2 * x;
        }
        return { half, twice };
        })();

        const twoModule = (() => {
        const { half, twice } = oneModule;
        const own = 2;
        async function ask() {}
        class Asked {}
        return { ask, Asked };
        })();

        const { Asked } = twoModule;
        await new Asked();

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void No_import_and_no_export_is_left_in_the_script_of_the_page()
    {
        foreach (var line in PageFiles.Script.Split('\n'))
        {
            line.ShouldNotStartWith("import ");
            line.ShouldNotStartWith("export ");
        }
        PageFiles.Script.ShouldNotContain("</script", Case.Insensitive);
        PageFiles.Script.ShouldNotContain("innerHTML");
        PageFiles.Script.ShouldNotContain("insertAdjacentHTML");
        PageFiles.Script.ShouldNotContain("http");
        PageFiles.Style.ShouldNotContain("http");
    }
}
