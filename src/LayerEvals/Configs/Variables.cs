using System.Text.RegularExpressions;
using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>References <c>${NAME}</c> to environment variables: read in endpoint, key and headers only, so that a secret has few places to leak from.</summary>
internal static partial class Variables
{
    public static bool IsReference(string text) => Reference().Match(text) is { Success: true } match && match.Length == text.Length;

    /// <summary>Reports references where they are not read.</summary>
    public static void RefuseElsewhere(SourceFile file, Node node, string? key = null)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var entry in map.Entries)
                    if (entry.Key is not ("endpoint" or "key" or "headers")) RefuseElsewhere(file, entry.Value, entry.Key);
                break;
            case ListNode list:
                foreach (var item in list.Items) RefuseElsewhere(file, item, key);
                break;
            case TextNode text when Reference().IsMatch(text.Text):
                file.Error(ProblemIds.VariableNotRead, text.Line, $"expected ${{NAME}} only in endpoint, key and headers, found it in `{key}`", "write the value out");
                break;
        }
    }

    /// <summary>What the environment says for a configuration that is about to be asked; null after the variables that are not set were reported.</summary>
    public static Access? Resolve(SourceFile file, ModelConfiguration model, Func<string, string?> environment)
    {
        var before = file.Problems.Count;
        var hidden = new List<Secret>();
        var access = new Access(Filled("endpoint", model.Endpoint), Filled("key", model.KeyWritten) is { } key ? new Secret(key) : null,
            model.HeadersWritten.ToDictionary(h => h.Key, h => new Secret(Filled("headers", h.Value) ?? ""), StringComparer.OrdinalIgnoreCase));
        return file.Problems.Count > before ? null : access with { Hidden = hidden };

        string? Filled(string place, string? written) => written is null ? null : Reference().Replace(written, match =>
        {
            var name = match.Value[2..^1];
            if (environment(name) is { Length: > 0 } value)
            {
                hidden.Add(new Secret(value));
                return value;
            }
            file.Error(ProblemIds.VariableUnset, model.Line, $"expected the environment variable `{name}` for `{place}` of `{Printable.Short(model.Name, 40)}`, found it unset", "set it before the run");
            return "";
        });
    }

    /// <summary>The file's tree without the values of keys and headers.</summary>
    public static Node Masked(Node node, string? key = null) => node switch
    {
        MapNode map when key == "headers" => map with { Entries = [.. map.Entries.Select(e => e with { Value = Mask(e.Value) })] },
        MapNode map => map with { Entries = [.. map.Entries.Select(e => e with { Value = Masked(e.Value, e.Key) })] },
        ListNode list => list with { Items = [.. list.Items.Select(i => Masked(i, key))] },
        TextNode when key is "key" or "headers" => Mask(node),
        _ => node,
    };

    static Node Mask(Node node) => node is TextNode text && IsReference(text.Text) ? text : new TextNode("***", node.Line, IsQuoted: true);

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}")]
    private static partial Regex Reference();
}
