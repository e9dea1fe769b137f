using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>Kinds of values, one bit each, in the order of <see cref="JsonValueKind"/>.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Undefined = 1,
    Object = 2,
    Array = 4,
    String = 8,
    Number = 16,
    True = 32,
    False = 64,
    Null = 128,
    All = 255,
}
