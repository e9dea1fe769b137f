using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema;

/// <summary>Compiles a pattern of ECMA-262 (with the flag <c>u</c>) into a .NET expression that means the same.</summary>
internal static class EcmaRegex
{
    /// <exception cref="PatternException">The text is no pattern.</exception>
    public static Regex Compile(string pattern, TimeSpan timeout)
    {
        var translator = new PatternTranslator(pattern);
        var translated = translator.Translate();
        // An expression without look-around and back-references is matched in linear time, whatever the text.
        if (!translator.NeedsBacktracking && TryCompile(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, timeout) is { } linear) return linear;
        return TryCompile(translated, RegexOptions.CultureInvariant, timeout) ?? throw new PatternException("it is too large");
    }

    static Regex? TryCompile(string translated, RegexOptions options, TimeSpan timeout)
    {
        try
        {
            return new Regex(translated, options, timeout);
        }
        catch (NotSupportedException)
        {
            return null;
        }
        catch (RegexParseException wrong)
        {
            throw new PatternException(wrong.Error.ToString());
        }
    }
}

/// <summary>A text is no pattern of ECMA-262; the message says why.</summary>
internal sealed class PatternException(string message) : Exception(message);
