namespace LayerEvals.Models;

/// <summary>What can be answered from the question alone: a sum, or a look at a list that it names.</summary>
internal static class Bare
{
    public static string? Answer(Reading reading)
    {
        if (reading.Passages.Count > 0 || reading.Record.Count > 0) return null;
        return Sums.Solve(reading.Question.Text, reading.Traits.Operations) ?? ListedItems.Answer(reading.Question.Text);
    }
}
