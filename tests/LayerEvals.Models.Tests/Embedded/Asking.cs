using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Embedded;

/// <summary>Asks a reader in one line.</summary>
internal static class Asking
{
    public static Task<string> Ask(string rules, string user) => Ask("reader-1", rules, user);

    public static Task<string> Ask(string version, string rules, string user) => Ask(version, null, new(ChatRole.System, rules), new(ChatRole.User, user));

    public static async Task<string> Ask(string version, ChatOptions? options, params ChatMessage[] messages)
    {
        using var reader = new EmbeddedReader(version);
        return (await reader.GetResponseAsync(messages, options, TestContext.Current.CancellationToken)).Text;
    }
}
