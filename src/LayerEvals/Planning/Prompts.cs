using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Planning;

/// <summary>The prompts of one configuration that the golden sets of a plan use, by name.</summary>
internal sealed class Prompts(IReadOnlyDictionary<string, PromptFile> files)
{
    public PromptFile? this[string? name] => name is null ? null : files.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, PromptFile>> All => files;

    /// <summary>Reads the prompts that the sets name; every missing one is a problem at the set that needs it.</summary>
    public static Prompts Read(ModelConfiguration model, SourceFile config, IEnumerable<GoldenSets.GoldenSet> sets)
    {
        var files = new Dictionary<string, PromptFile>(StringComparer.Ordinal);
        // Recorded and blessed answers were asked elsewhere: where they bring no prompts, none are needed.
        if (model is { Provider: "recorded" or "blessed", PromptFolder: null }) return new Prompts(files);
        foreach (var set in sets.Where(s => s.Prompt is not null))
        {
            var name = set.Prompt!;
            if (files.ContainsKey(name)) continue;
            if (model.PromptFolder is null)
            {
                config.Error(ProblemIds.NoPrompt, model.Line, $"expected `prompts` in the model `{model.Name}`, found none, and {set.File.Shown} asks through the prompt `{Printable.Short(name, 60)}`", "write prompts: with the folder of its prompt files");
                return new Prompts(files);
            }
            if (Find(model, config, name) is { } file && PromptFile.Read(file) is { } prompt) files[name] = prompt;
        }
        return new Prompts(files);
    }

    static SourceFile? Find(ModelConfiguration model, SourceFile config, string name)
    {
        if (name.StartsWith('.') || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            config.Error(ProblemIds.NoPrompt, model.Line, $"expected a prompt's name of letters, digits, -, _ and . without its folder and ending, found `{Printable.Short(name, 60)}`", "correct `prompt` in the golden set");
            return null;
        }
        foreach (var extension in PromptFile.Extensions)
        {
            var path = Path.Combine(model.PromptFolder!, name + extension);
            if (File.Exists(path)) return new SourceFile(path, $"{model.PromptFolderShown}/{name}{extension}", config.Problems);
        }
        config.Error(ProblemIds.NoPrompt, model.Line, $"expected the prompt `{Printable.Short(name, 60)}` of the model `{model.Name}` at {model.PromptFolderShown}/{Printable.Short(name, 60)}.md, found none", "add the file, or correct `prompt` in the golden set or `prompts` in the model");
        return null;
    }
}
