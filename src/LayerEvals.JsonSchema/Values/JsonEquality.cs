using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>Equality as JSON Schema has it: numbers by value, objects in any order; of a repeated name the last value counts.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonElement a, JsonElement b)
    {
        if (a.ValueKind != b.ValueKind) return false;
        return a.ValueKind switch
        {
            JsonValueKind.Number => NumbersEqual(a, b),
            JsonValueKind.String => TextsEqual(a, b),
            JsonValueKind.Array => ArraysEqual(a, b),
            JsonValueKind.Object => ObjectsEqual(a, b),
            _ => true,
        };
    }

    /// <summary>The same for equal values; random per process, so that no instance can be made to collide.</summary>
    public static int Hash(JsonElement value)
    {
        var hash = new HashCode();
        AddTo(ref hash, value);
        return hash.ToHashCode();
    }

    static bool NumbersEqual(JsonElement a, JsonElement b)
    {
        if (JsonMarshal.GetRawUtf8Value(a).SequenceEqual(JsonMarshal.GetRawUtf8Value(b))) return true;
        return ExactNumber.Of(a).ComparedWith(ExactNumber.Of(b)) == 0;
    }

    static bool TextsEqual(JsonElement a, JsonElement b)
    {
        if (InstanceText.Raw(a).SequenceEqual(InstanceText.Raw(b))) return true;
        if (!InstanceText.Raw(a).Contains((byte)'\\') && !InstanceText.Raw(b).Contains((byte)'\\')) return false;
        using var first = InstanceText.Of(a, stackalloc char[InstanceText.Usual]);
        using var second = InstanceText.Of(b, stackalloc char[InstanceText.Usual]);
        return first.Chars.SequenceEqual(second.Chars);
    }

    static bool ArraysEqual(JsonElement a, JsonElement b)
    {
        EnsureStack();
        if (a.GetArrayLength() != b.GetArrayLength()) return false;
        var others = b.EnumerateArray();
        foreach (var item in a.EnumerateArray())
        {
            others.MoveNext();
            if (!AreEqual(item, others.Current)) return false;
        }
        return true;
    }

    static bool ObjectsEqual(JsonElement a, JsonElement b)
    {
        EnsureStack();
        return SideBySide(a, b) ?? MembersEqual(a, b);
    }

    // Objects of one kind mostly have the same names in the same order. Null where that does not decide.
    static bool? SideBySide(JsonElement a, JsonElement b)
    {
        var (differ, others) = (false, b.EnumerateObject());
        foreach (var property in a.EnumerateObject())
        {
            if (!others.MoveNext()) return null;
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (!name.SequenceEqual(JsonMarshal.GetRawUtf8PropertyName(others.Current))) return null;
            if (differ || AreEqual(property.Value, others.Current.Value)) continue;
            // A later member of the same name would count instead of this one.
            if (IsRepeatedOrEscaped(a, name)) return null;
            differ = true;
        }
        return others.MoveNext() ? null : !differ;
    }

    static bool IsRepeatedOrEscaped(JsonElement value, ReadOnlySpan<byte> name)
    {
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            var other = JsonMarshal.GetRawUtf8PropertyName(property);
            if (other.Contains((byte)'\\')) return true;
            if (other.SequenceEqual(name)) count++;
        }
        return count > 1;
    }

    // Only the smaller object is turned into a table: the other one may be as large as its author likes.
    static bool MembersEqual(JsonElement a, JsonElement b)
    {
        if (a.GetPropertyCount() > b.GetPropertyCount()) (a, b) = (b, a);
        var few = JsonMembers.Of(a);
        var met = new Dictionary<string, JsonElement>(few.Count, StringComparer.Ordinal);
        foreach (var property in b.EnumerateObject())
        {
            if (!few.TryFind(property, out var name)) return false;
            met[name] = property.Value;
        }
        foreach (var (name, value) in few)
        {
            if (!met.TryGetValue(name, out var other) || !AreEqual(value, other)) return false;
        }
        return true;
    }

    static void AddTo(ref HashCode hash, JsonElement value)
    {
        hash.Add(value.ValueKind);
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                ExactNumber.Of(value).AddTo(ref hash);
                break;
            case JsonValueKind.String:
                using (var text = InstanceText.Of(value, stackalloc char[InstanceText.Usual])) hash.AddBytes(MemoryMarshal.AsBytes(text.Chars));
                break;
            case JsonValueKind.Array:
                EnsureStack();
                foreach (var item in value.EnumerateArray()) AddTo(ref hash, item);
                break;
            case JsonValueKind.Object:
                EnsureStack();
                hash.Add(ObjectHash(value));
                break;
        }
    }

    static int ObjectHash(JsonElement value)
    {
        if (!HasDistinctPlainNames(value)) return RepeatedNamesHash(value);
        var sum = 0;
        foreach (var property in value.EnumerateObject()) sum = unchecked(sum + MemberHash(property));
        return sum;
    }

    static int MemberHash(JsonProperty property)
    {
        using var name = InstanceText.OfName(property, stackalloc char[InstanceText.Usual]);
        return MemberHash(name.Chars, property.Value);
    }

    // Of a repeated name only the last member counts, so a table finds it.
    static int RepeatedNamesHash(JsonElement value)
    {
        var sum = 0;
        foreach (var (name, item) in JsonMembers.Of(value)) sum = unchecked(sum + MemberHash(name, item));
        return sum;
    }

    static int MemberHash(ReadOnlySpan<char> name, JsonElement value)
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(name));
        hash.Add(Hash(value));
        return hash.ToHashCode();
    }

    static bool HasDistinctPlainNames(JsonElement value)
    {
        const int few = 16;
        if (value.GetPropertyCount() > few) return false;
        foreach (var property in value.EnumerateObject())
        {
            if (IsRepeatedOrEscaped(value, JsonMarshal.GetRawUtf8PropertyName(property))) return false;
        }
        return true;
    }

    static void EnsureStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw EvaluationLimitException.TooDeep();
    }
}
