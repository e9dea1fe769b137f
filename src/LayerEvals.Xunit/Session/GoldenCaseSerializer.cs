using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Xunit.Sdk;

namespace LayerEvals.Session;

/// <summary>Gives a row its identity: the set's file and the case's id, not its text, so that editing a prompt or moving a line leaves every test's id as it was.</summary>
public sealed class GoldenCaseSerializer : IXunitSerializer
{
    /// <inheritdoc/>
    public bool IsSerializable(Type type, object? value, [NotNullWhen(false)] out string? failureReason)
    {
        failureReason = value is GoldenCase ? null : "expected a golden case";
        return failureReason is null;
    }

    /// <inheritdoc/>
    public string Serialize(object value) => value is GoldenCase golden ? $"{golden.SetFile}\n{golden.Id}" : throw new ArgumentException("expected a golden case", nameof(value));

    /// <inheritdoc/>
    public object Deserialize(Type type, string serializedValue)
    {
        ArgumentNullException.ThrowIfNull(serializedValue);
        var parts = serializedValue.Split('\n');
        var project = EvalProject.Of(Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("expected an entry assembly, found none"));
        return project.ReadForDiscovery(parts[0]).FirstOrDefault(c => c.Id == parts[1])
            ?? throw new InvalidOperationException($"expected the case `{Printable.Short(parts[1])}` in {Printable.Short(parts[0])}, found none; build again to discover the cases anew");
    }
}
