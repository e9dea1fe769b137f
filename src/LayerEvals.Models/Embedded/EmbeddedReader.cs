using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models;

/// <summary>A reader that answers by quoting: it needs no key, no weights and no network. It is not a language model.</summary>
/// <remarks>
/// It splits the sources, the passage or the record of the last user turn into sentences, ranks them against the question, and quotes the
/// best within the limits that the prompt sets; without enough evidence it says the prompt's not-found sentence. It knows no
/// facts, understands English word forms and a few phrasings of instructions, and reads instructions only from the system message and
/// the user's text outside sources. The same messages, options and seed give the same bytes. Safe for concurrent use.
/// </remarks>
public sealed class EmbeddedReader : IChatClient
{
    /// <summary>Characters that count as one token in the estimate of usage.</summary>
    private const int CharactersPerToken = 4;

    private readonly ReaderTraits traits;
    private readonly int seed;
    private readonly ChatClientMetadata metadata;
    private RulesRead? lastRules;

    /// <summary>Makes a reader of that version, one of <see cref="Versions"/>; the seed matters only above temperature 0.</summary>
    /// <exception cref="ArgumentException">The version is not one of <see cref="Versions"/>.</exception>
    public EmbeddedReader(string version, int seed = 0)
    {
        traits = ReaderTraits.All.FirstOrDefault(known => known.Version == version)
            ?? throw new ArgumentException($"The embedded reader has the versions {string.Join(" and ", Versions)}, not \"{version}\". Name one of them.", nameof(version));
        this.seed = seed;
        metadata = new ChatClientMetadata("embedded", defaultModelId: version);
    }

    /// <summary>The versions there are, oldest first.</summary>
    public static IReadOnlyList<string> Versions { get; } = [.. ReaderTraits.All.Select(known => known.Version)];

    /// <summary>
    /// Answers the last user turn. Usage is an estimate: one token per 4 characters (UTF-16 units) begun, over all messages for input and over the answer for output;
    /// <see cref="ChatOptions.MaxOutputTokens"/> cuts by the same measure. <see cref="ChatOptions.Seed"/> overrides the constructor's;
    /// a <see cref="ChatOptions.Temperature"/> above 0 lets near ties change places.
    /// </summary>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<ChatResponse>(cancellationToken) : Task.FromResult(Answer(messages, options));
    }

    /// <summary>Yields the text of <see cref="GetResponseAsync"/> in one update.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates()) yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType == typeof(ChatClientMetadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: there is nothing to let go of.</summary>
    public void Dispose()
    {
    }

    private ChatResponse Answer(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var conversation = Conversation.Of(messages, options);
        var text = Reply.To(conversation, RulesOf(conversation.Rules), options, (traits, seed));
        var (said, isCut) = Cut(text, options?.MaxOutputTokens);
        var (input, output) = (TokensOf(conversation.Characters), TokensOf(said.Length));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, said))
        {
            ModelId = traits.Version,
            FinishReason = isCut ? ChatFinishReason.Length : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output },
        };
    }

    // A run asks thousands of questions under one prompt, so the last reading of one is kept. Threads that race here read the same text to the same end.
    private Instructions RulesOf(string rules)
    {
        var last = Volatile.Read(ref lastRules);
        if (last is not null && last.Text == rules) return last.Instructions;

        var read = new RulesRead(rules, PromptReading.Of(rules));
        Volatile.Write(ref lastRules, read);
        return read.Instructions;
    }

    private static (string Text, bool IsCut) Cut(string text, int? mostTokens)
    {
        if (mostTokens is not { } most || TokensOf(text.Length) <= most) return (text, false);

        var length = (int)Math.Min(text.Length, (long)Math.Max(0, most) * CharactersPerToken);
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return (text[..length], true);
    }

    private static long TokensOf(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    private sealed record RulesRead(string Text, Instructions Instructions);
}
