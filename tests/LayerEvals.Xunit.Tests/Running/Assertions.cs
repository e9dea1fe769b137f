namespace LayerEvals.Running;

/// <summary>Assertions on an answer without a run around them.</summary>
internal static class Assertions
{
    public static Answer Of(string text) => new() { Case = "set/case", Configuration = "new", Text = text };

    public static Answer NotCome(string error) => Of("") with { Error = error };

    /// <summary>What a failed assertion says.</summary>
    public static string Said(Action assertion)
    {
        try
        {
            assertion();
            return "holds";
        }
        catch (AnswerAssertionException e)
        {
            return e.Message;
        }
    }
}
