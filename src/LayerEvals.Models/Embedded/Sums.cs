using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Works out the sum that a question spells out: "What is 17 + 25?", "17 percent of 200", "6 times 7 minus 2".</summary>
internal static partial class Sums
{
    private const int LongestQuestion = 500;

    public static string? Solve(string question, int mostOperations)
    {
        if (question.Length > LongestQuestion) return null;

        var match = Sum().Match(question);
        if (!match.Success) return null;

        var terms = new List<decimal>();
        var operators = new List<char>();
        foreach (Match token in Token().Matches(match.Value))
        {
            if (Quantity.Of(token.ValueSpan) is { } number) terms.Add(number);
            else operators.Add(OperatorOf(token.Value));
        }
        if (operators.Count > mostOperations || terms.Count != operators.Count + 1) return null;

        try
        {
            return Fold(terms, operators) is { } value ? Plain.Number(Math.Round(value, 10)) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Products first, then from left to right.
    private static decimal? Fold(List<decimal> terms, List<char> operators)
    {
        for (var number = 0; number < operators.Count;)
        {
            if (operators[number] is '+' or '-') { number++; continue; }
            if (operators[number] == '/' && terms[number + 1] == 0) return null;

            terms[number] = operators[number] switch
            {
                '*' => terms[number] * terms[number + 1],
                '/' => terms[number] / terms[number + 1],
                _ => terms[number] / 100 * terms[number + 1],
            };
            terms.RemoveAt(number + 1);
            operators.RemoveAt(number);
        }
        var total = terms[0];
        for (var number = 0; number < operators.Count; number++) total += operators[number] == '+' ? terms[number + 1] : -terms[number + 1];
        return total;
    }

    private static char OperatorOf(string word) => word.ToLowerInvariant() switch
    {
        "+" or "plus" or "and" => '+',
        "-" or "−" or "minus" or "less" => '-',
        "*" or "×" or "x" or "times" or "multiplied by" => '*',
        "/" or "÷" or "divided by" or "over" => '/',
        _ => '%',
    };

    private const string Operator = @"\+|plus|−|-|minus|\*|×|x|times|multiplied by|/|÷|divided by|% of|percent of|per cent of";

    [GeneratedRegex(@"(?<![\w.,])[0-9][0-9,.]{0,15}(?:\s?(?:" + Operator + @")\s?[0-9][0-9,.]{0,15}){1,12}(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"[0-9][0-9,.]{0,15}|" + Operator, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
