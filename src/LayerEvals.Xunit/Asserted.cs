namespace LayerEvals;

/// <summary>What the assertions on an answer share: an answer that did not come, or came empty, holds nothing.</summary>
internal static class Asserted
{
    /// <summary>What is found where no answer came.</summary>
    public static string NoAnswer(Answer answer) => $"no answer came: {Printable.Short(answer.Error ?? "", 300)}";

    /// <summary>Fails where no answer came.</summary>
    public static void Came(Answer answer, string wanted)
    {
        if (!answer.Came) throw new AnswerAssertionException($"{wanted}, and {NoAnswer(answer)}");
    }

    /// <summary>Fails where the answer that came is empty.</summary>
    public static void NotEmpty(bool isEmpty, string wanted)
    {
        if (isEmpty) throw new AnswerAssertionException($"{wanted}, and it is empty");
    }

    /// <summary>Fails with a message; null where there is none and the assertion holds.</summary>
    public static void Holds(string? message)
    {
        if (message is not null) throw new AnswerAssertionException(message);
    }
}
