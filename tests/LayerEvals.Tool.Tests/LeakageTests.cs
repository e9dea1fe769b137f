using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class LeakageTests
{
    const string Set = """
        id: desk
        layer: retrieval
        checks: [{words: {max: 50}}]
        cases:
          - {id: refund, input: How long do I have to ask for a refund of the ticket?, split: dev}
          - {id: fee, input: 'What does it cost to change the name on a booking?', split: holdout}
          - {id: bags, input: How many bags may I take on board without paying extra?}
          - {id: pets, input: May my dog travel with me?}
          - {id: why, input: Why?}
        """;

    [Fact]
    public async Task Cases_whose_words_stand_in_the_data_are_listed_with_the_line_and_the_words()
    {
        using var desk = new Desk();
        desk.Folder.Write("desk.yaml", Set);
        desk.Folder.Write("tuned.jsonl", """
            {"messages":[{"role":"user","content":"how long do I have to ask for a refund, of the ticket"},{"role":"assistant","content":"30 days"}]}
            {"messages":[{"role":"user","content":"Hello! What does it cost to change the name \u001b[31m?"},{"role":"assistant","content":"40 EUR"}]}
            {"messages":[{"role":"user","content":"May my dog travel with me? And how long do I have to ask for it?"},{"role":"assistant","content":"Yes."}]}

            """);
        desk.Folder.Write("other.jsonl", "{\"prompt\":\"Write a poem.\",\"completion\":\"No.\"}\n");

        var found = await desk.TypeAsync("leakage", "desk.yaml", "--training", "tuned.jsonl");
        var longer = await desk.TypeAsync("leakage", "desk.yaml", "--training", "tuned.jsonl", "--words", "12");
        var none = await desk.TypeAsync("leakage", "desk.yaml", "--training", "other.jsonl");

        Approve.Text($"$ layerevals leakage desk.yaml --training tuned.jsonl\n{found}\n\n$ layerevals leakage desk.yaml --training tuned.jsonl --words 12\n{longer}\n\n$ layerevals leakage desk.yaml --training other.jsonl\n{none}\n");
    }

    [Fact]
    public async Task What_cannot_be_looked_through_is_refused()
    {
        using var desk = new Desk();
        desk.Folder.Write("desk.yaml", Set);
        desk.Folder.Write("broken.jsonl", "{\"prompt\":\"a\"}\n{\"prompt\":\n[]\n");

        await desk.RefusedAsync(4, "leakage", "desk.yaml", "--training", "gone.jsonl");
        await desk.RefusedAsync(4, "leakage", "gone.yaml", "--training", "broken.jsonl");
        await desk.RefusedAsync(4, "leakage", "desk.yaml", "--training", "broken.jsonl");
        await desk.RefusedAsync(4, "leakage", "desk.yaml", "--training", "broken.jsonl", "--words", "3");
        await desk.RefusedAsync(4, "leakage", "desk.yaml");

        Approve.Text(desk.Refusals);
    }
}
