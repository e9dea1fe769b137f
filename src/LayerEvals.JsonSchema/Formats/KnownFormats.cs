namespace LayerEvals.JsonSchema;

/// <summary>The formats that are asserted, by the draft that brought them.</summary>
internal static class KnownFormats
{
    /// <summary>The check of a format; null when the draft does not know it.</summary>
    public static FormatCheck? Find(string name, SchemaDraft draft) => name switch
    {
        "date-time" => TimeFormats.IsDateTime,
        "email" => EmailFormat.IsEmail,
        "hostname" => draft <= SchemaDraft.Draft6 ? HostnameFormat.IsPlainHostname : HostnameFormat.IsHostname,
        "ipv4" => AddressFormats.IsIpv4,
        "ipv6" => AddressFormats.IsIpv6,
        "uri" => UriFormat.IsUri,
        _ when draft >= SchemaDraft.Draft6 => SinceDraft6(name, draft),
        _ => null,
    };

    static FormatCheck? SinceDraft6(string name, SchemaDraft draft) => name switch
    {
        "uri-reference" => UriFormat.IsUriReference,
        "uri-template" => UriTemplateFormat.IsUriTemplate,
        "json-pointer" => PointerFormats.IsJsonPointer,
        _ when draft >= SchemaDraft.Draft7 => SinceDraft7(name, draft),
        _ => null,
    };

    static FormatCheck? SinceDraft7(string name, SchemaDraft draft) => name switch
    {
        "date" => TimeFormats.IsDate,
        "time" => TimeFormats.IsTime,
        "idn-email" => EmailFormat.IsIdnEmail,
        "idn-hostname" => HostnameFormat.IsIdnHostname,
        "iri" => UriFormat.IsIri,
        "iri-reference" => UriFormat.IsIriReference,
        "regex" => PointerFormats.IsRegex,
        "relative-json-pointer" => PointerFormats.IsRelativeJsonPointer,
        "duration" when draft >= SchemaDraft.Draft201909 => DurationFormat.IsDuration,
        "uuid" when draft >= SchemaDraft.Draft201909 => PointerFormats.IsUuid,
        _ => null,
    };
}
