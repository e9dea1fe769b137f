using LayerEvals.Tests.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering.Faults;

/// <summary>A scripted model that says it lies behind a network.</summary>
internal sealed class RemoteModel(ScriptedModel model) : DelegatingChatClient(model)
{
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("vendor", new Uri("https://vendor.invalid")) : null;
}
