namespace LayerEvals.JsonSchema;

/// <summary>A schema could not be compiled; <see cref="Problems"/> holds everything that is wrong with it.</summary>
public sealed class InvalidSchemaException : Exception
{
    /// <summary>An exception without a problem; only the framework asks for it.</summary>
    public InvalidSchemaException() : this([]) { }

    /// <summary>An exception with one problem at the root.</summary>
    /// <param name="message">The problem.</param>
    public InvalidSchemaException(string message) : this([new SchemaProblem("#", message)]) { }

    /// <summary>An exception with one problem at the root.</summary>
    /// <param name="message">The problem.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidSchemaException(string message, Exception innerException) : this([new SchemaProblem("#", message)], innerException) { }

    /// <summary>An exception with its problems, one per line of the message.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public InvalidSchemaException(IReadOnlyList<SchemaProblem> problems, Exception? innerException = null)
        : base(string.Join("\n", problems.Select(p => p.ToString())), innerException) => Problems = problems;

    /// <summary>Everything that is wrong with the schema.</summary>
    public IReadOnlyList<SchemaProblem> Problems { get; }
}
