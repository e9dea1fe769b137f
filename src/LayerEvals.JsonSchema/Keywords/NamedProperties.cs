namespace LayerEvals.JsonSchema;

/// <summary>The properties that a schema names, numbered: their schemas, and which of them are required.</summary>
/// <param name="Names">The names.</param>
/// <param name="Nodes">The schemas by number; null for a name that is only required.</param>
/// <param name="Bits">A bit of its own for every name that is required, else 0.</param>
/// <param name="Required">All these bits.</param>
internal sealed record NamedProperties(NameTable Names, SchemaNode?[] Nodes, ulong[] Bits, ulong Required)
{
    /// <summary>So many required names have a bit.</summary>
    public const int MostRequired = 64;

    /// <param name="nodes">The schemas by name, in the schema's order, which documents tend to keep.</param>
    /// <param name="required">The required names, each once and at most <see cref="MostRequired"/>.</param>
    public static NamedProperties Of(Dictionary<string, SchemaNode> nodes, IReadOnlyList<string> required)
    {
        string[] names = [.. nodes.Keys, .. required.Where(r => !nodes.ContainsKey(r))];
        var bits = new ulong[names.Length];
        for (var i = 0; i < required.Count; i++) bits[Array.IndexOf(names, required[i])] = 1UL << i;
        return new NamedProperties(new NameTable(names), [.. names.Select(n => nodes.GetValueOrDefault(n))], bits, bits.Aggregate(0UL, (all, bit) => all | bit));
    }
}
