using System.Text;
using LayerEvals.GoldenSets;

namespace LayerEvals.Answering.Spending;

/// <summary>The tokens of an asking, all its turns together, before it is asked.</summary>
internal readonly record struct Tokens(double Input, double Output)
{
    public const double CharactersOfToken = 4;

    /// <summary>An answer's tokens where the configuration sets no limit: a guess of what is usual.</summary>
    public const int OfAnswer = 500;

    // A guess of what is rarely exceeded, models that think before they answer included.
    const int MostOfAnswer = 4096;

    // Roles and separators: vendors count 3 to 4 a message.
    const int OfMessage = 8;

    // What a request writes around a tool, in bytes.
    const int OfTool = 80;

    /// <summary>What is likely: a token for four characters, an answer of all of <c>max-output-tokens</c>.</summary>
    public static Tokens Likely(ModelConfiguration model, IReadOnlyList<GoldenTurn> messages, IReadOnlyList<GoldenTool> tools)
    {
        var likely = Of(messages, model.Sampling.MaxOutputTokens ?? OfAnswer, text => text.Length / CharactersOfToken);
        return likely with { Input = likely.Input + tools.Sum(t => Text(t).Length) / CharactersOfToken * Asks(messages) };
    }

    /// <summary>What is not exceeded: no tokenizer of bytes makes more tokens than there are bytes, and no answer is longer than <c>max-output-tokens</c>. Without that limit it is a guess.</summary>
    public static Tokens Most(Asking asking)
    {
        var schema = asking.Schema is { } offered ? Encoding.UTF8.GetByteCount(offered.Schema.GetRawText()) : 0;
        var messages = asking.Messages.SelectMany(OneByOne).ToList();
        var most = Of(messages, asking.Model.Sampling.MaxOutputTokens ?? MostOfAnswer, text => Encoding.UTF8.GetByteCount(text) + OfMessage);
        var tools = asking.Golden.Tools.Sum(t => Encoding.UTF8.GetByteCount(Text(t)) + OfTool);
        return most with { Input = most.Input + (schema + tools) * Asks(messages) };
    }

    // Each of a turn's scripted results may be called for by itself.
    static IEnumerable<GoldenTurn> OneByOne(GoldenTurn turn) => turn is { Role: ToolScript.Role, Text: { } text }
        ? Enumerable.Repeat(new GoldenTurn("assistant", null), Math.Max(0, ToolScript.Of(text).Results.Values.Sum(r => r.Count) - 1)).Prepend(turn)
        : [turn];

    // Schemas and tools are sent with every turn.
    static int Asks(IReadOnlyList<GoldenTurn> messages) => Math.Max(1, messages.Count(m => m.Text is null));

    static string Text(GoldenTool tool) => tool.Name + tool.Description + tool.Parameters;

    /// <summary>USD at a price.</summary>
    public double Usd(Price price) => (Input * price.Input + Output * Math.Max(price.Output, price.Reasoning ?? 0)) / 1e6;

    // Each asked turn sends all that came before it, the answers included.
    static Tokens Of(IReadOnlyList<GoldenTurn> messages, double answer, Func<string, double> tokensOf)
    {
        double before = 0, input = 0, output = 0;
        foreach (var turn in messages)
        {
            if (turn.Text is { } text) before += tokensOf(text);
            else Ask();
        }
        if (messages.Count == 0 || messages[^1].Text is not null) Ask();
        return new Tokens(input, output);

        void Ask()
        {
            input += before;
            output += answer;
            before += answer;
        }
    }
}
