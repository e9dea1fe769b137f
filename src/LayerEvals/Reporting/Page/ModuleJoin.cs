using System.Text.RegularExpressions;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// Joins ES modules to one. Each becomes a function that gives what it exports, and an import takes from it: names keep their scope. Understood are
/// <c>import { a, b } from "./name.js";</c> on one line, and <c>export</c> before a function, a class or a const.
/// </summary>
internal static partial class ModuleJoin
{
    /// <param name="names">The modules, each after those that it imports. The last is not wrapped: it may await.</param>
    /// <param name="read">The text of a module.</param>
    public static string Of(IReadOnlyList<string> names, Func<string, string> read) =>
        string.Concat(names.Select((name, i) => i == names.Count - 1 ? Plain(read(name)) : Wrapped(name, read(name))));

    static string Wrapped(string name, string module)
    {
        var exported = string.Join(", ", Export().Matches(module).Select(m => m.Groups["name"].Value));
        return $"const {name}Module = (() => {{\n{Plain(module)}return {{ {exported} }};\n}})();\n\n";
    }

    static string Plain(string module) => Export().Replace(Import().Replace(module, "const {${names}} = ${module}Module;"), "${what}${name}");

    [GeneratedRegex("""^import \{(?<names>[^}]*)\} from "\./(?<module>\w+)\.js";$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();

    [GeneratedRegex("""^export (?<what>(async )?(function|class|const) )(?<name>\w+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Export();
}
