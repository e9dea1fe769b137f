using Microsoft.Extensions.AI;

namespace LayerEvals;

/// <summary>Makes clients in code: implemented by a test project for configurations with <c>provider: code</c>, or to answer for any other.</summary>
public interface IChatClients
{
    /// <summary>The client of a configuration; null to leave it to the providers of LayerEvals.Models.</summary>
    IChatClient? For(ModelConfiguration model);
}

/// <summary>Registers the test project's own clients: <c>[assembly: ChatClients(typeof(MyClients))]</c>.</summary>
/// <param name="type">A type with a parameterless constructor that implements <see cref="IChatClients"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ChatClientsAttribute(Type type) : Attribute
{
    /// <summary>The type that makes the clients.</summary>
    public Type Type => type;
}
