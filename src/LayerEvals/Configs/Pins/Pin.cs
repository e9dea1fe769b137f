namespace LayerEvals.Configs.Pins;

/// <summary>Holds the id that a vendor returned against the pin.</summary>
internal static class Pin
{
    /// <summary>Whether an answer of this id is one of the pinned model. An answer without an id says nothing against it, and recorded answers carry the ids that they were given.</summary>
    public static bool Holds(ModelConfiguration model, string? returned) =>
        returned is null || !IsHeld(model) || returned == model.Model || model.Version is { } version && returned == $"{model.Model}-{version}";

    /// <summary>Whether a configuration is held to its pin: only one that is asked.</summary>
    public static bool IsHeld(ModelConfiguration model) => model.Provider is not ("recorded" or "blessed");

    /// <summary>The pin as messages name it.</summary>
    public static string Shown(ModelConfiguration model) => Printable.Short(model.Version is { } version && !model.Model.EndsWith(version, StringComparison.Ordinal) ? $"{model.Model}-{version}" : model.Model, 80);
}
