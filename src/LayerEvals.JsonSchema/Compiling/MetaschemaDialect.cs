using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>Reads the dialect of a metaschema: its draft, and the vocabularies that it declares.</summary>
internal static class MetaschemaDialect
{
    // A metaschema of a metaschema of a metaschema: nobody needs more.
    const int LongestChain = 8;

    /// <summary>The dialect that an address names; null with a problem when it names none.</summary>
    public static Dialect? Of(string address, Func<string, JsonElement?> find, out string? problem)
    {
        problem = null;
        JsonElement? declared = null;
        var next = address;
        for (var i = 0; i < LongestChain; i++)
        {
            if (Metaschemas.DraftOf(next) is { } draft) return Declared(draft, declared, out problem);
            if (find(next) is not { } metaschema) break;
            var members = JsonMembers.Of(metaschema);
            if (declared is null && members.TryGetValue("$vocabulary", out var vocabulary)) declared = vocabulary;
            if (members.Text("$schema") is not { } own) break;
            next = own;
        }
        problem = $"{Printable.Short(address, longest: 200)} is neither a known draft nor a registered document; expected one of draft 4, 6, 7, 2019-09 and 2020-12";
        return null;
    }

    static Dialect? Declared(SchemaDraft draft, JsonElement? vocabulary, out string? problem)
    {
        problem = null;
        if (vocabulary is not { ValueKind: JsonValueKind.Object } declared || draft < SchemaDraft.Draft201909) return Dialect.Of(draft);

        var vocabularies = Vocabularies.Core;
        var assertsFormat = false;
        foreach (var entry in declared.EnumerateObject())
        {
            var name = InstanceText.NameOf(entry);
            var known = Named(name, draft);
            vocabularies |= known;
            assertsFormat |= name.EndsWith("/format-assertion", StringComparison.Ordinal) && known != Vocabularies.None;
            assertsFormat |= draft == SchemaDraft.Draft201909 && known == Vocabularies.Format && entry.Value.ValueKind == JsonValueKind.True;
            if (known != Vocabularies.None || entry.Value.ValueKind != JsonValueKind.True) continue;
            problem = $"the vocabulary {Printable.Short(name, longest: 200)} is required and not known";
            return null;
        }
        return new Dialect(draft, vocabularies, assertsFormat);
    }

    static Vocabularies Named(string name, SchemaDraft draft)
    {
        var prefix = draft == SchemaDraft.Draft201909 ? "https://json-schema.org/draft/2019-09/vocab/" : "https://json-schema.org/draft/2020-12/vocab/";
        if (!name.StartsWith(prefix, StringComparison.Ordinal)) return Vocabularies.None;
        return name[prefix.Length..] switch
        {
            "core" => Vocabularies.Core,
            "applicator" when draft == SchemaDraft.Draft201909 => Vocabularies.Applicator | Vocabularies.Unevaluated,
            "applicator" => Vocabularies.Applicator,
            "validation" => Vocabularies.Validation,
            "unevaluated" => Vocabularies.Unevaluated,
            "format" or "format-annotation" or "format-assertion" => Vocabularies.Format,
            "content" => Vocabularies.Content,
            "meta-data" => Vocabularies.MetaData,
            _ => Vocabularies.None,
        };
    }
}
