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
            if (Find(model, config, set) is { } file && PromptFile.Read(file) is { } prompt) files[name] = prompt;
        }
        return new Prompts(files);
    }

    static SourceFile? Find(ModelConfiguration model, SourceFile config, GoldenSets.GoldenSet set)
    {
        var name = set.Prompt!; // only sets that have one need one
        if (name.StartsWith('.') || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            AtSet($"expected a prompt's name of letters, digits, -, _ and . without its folder and ending, found `{Printable.Short(name, 60)}`", "correct `prompt`");
            return null;
        }
        if (!Directory.Exists(model.PromptFolder))
        {
            config.Error(ProblemIds.NoPrompt, model.PromptFolderLine, $"expected the folder `{Printable.Short(model.PromptFolderShown ?? "", 80)}` with the prompts of the model `{model.Name}`, found none", "correct `prompts`, which is relative to this file, or add the folder");
            return null;
        }
        foreach (var extension in PromptFile.Extensions)
        {
            var path = Path.Combine(model.PromptFolder!, name + extension);
            if (File.Exists(path)) return new SourceFile(path, $"{model.PromptFolderShown}/{name}{extension}", config.Problems);
        }
        var near = NearFile.To(Path.Combine(model.PromptFolder, name + ".md"), name + ".md");
        AtSet($"expected the prompt `{Printable.Short(name, 60)}` of the model `{model.Name}` at {model.PromptFolderShown}/{Printable.Short(name, 60)}.md, found none",
            near is null ? "add the file, or correct `prompt`, or `prompts` in the model" : $"write `{Printable.Short(Path.GetFileNameWithoutExtension(near), 60)}`, or add the file");
        return null;

        void AtSet(string what, string advice) => config.Problems.Add(new Problem(ProblemIds.NoPrompt, set.File.Shown, set.PromptLine, what, advice));
    }
}
