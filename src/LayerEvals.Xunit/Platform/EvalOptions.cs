using LayerEvals.Configs;
using LayerEvals.Planning;
using LayerEvals.Session;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace LayerEvals.Platform;

/// <summary>The options of an eval suite. Each has an environment variable, for a solution in which other projects would not know the option.</summary>
internal sealed class EvalOptions : ICommandLineOptionsProvider
{
    const string Config = "evals-config";
    const string ShardName = "evals-shard";
    const string Output = "evals-output";
    const string Recordings = "evals-recordings";

    public string Uid => "LayerEvals.Options";

    public string Version => Runs.RunManifest.Version;

    public string DisplayName => "LayerEvals";

    public string Description => "Options of the eval suite";

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
    [
        new(Config, "The configuration file of the run (or LAYEREVALS_CONFIG).", ArgumentArity.ExactlyOne, isHidden: false),
        new(ShardName, "Run one slice of the plan, such as 2/4 (or LAYEREVALS_SHARD).", ArgumentArity.ExactlyOne, isHidden: false),
        new(Output, "The folder for run folders (or LAYEREVALS_OUTPUT).", ArgumentArity.ExactlyOne, isHidden: false),
        new(Recordings, "What recordings are for: off, auto, record or replay (or LAYEREVALS_RECORDINGS).", ArgumentArity.ExactlyOne, isHidden: false),
    ];

    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) =>
        commandOption.Name == ShardName && Shard.Parse(arguments[0]) is null
            ? ValidationResult.InvalidTask($"--{ShardName}: expected a slice such as 2/4, found `{Printable.Short(arguments[0], 40)}`")
            : commandOption.Name == Config && !File.Exists(arguments[0])
                ? ValidationResult.InvalidTask($"--{Config}: expected a configuration file, found none at `{Printable.Short(arguments[0], 120)}`")
                : commandOption.Name == Recordings && RecordingSettings.Parse(arguments[0]) is null
                    ? ValidationResult.InvalidTask($"--{Recordings}: expected one of {string.Join(", ", RecordingSettings.Words)}, found `{Printable.Short(arguments[0], 40)}`")
                    : ValidationResult.ValidTask;

    // The only callback that runs before discovery too: --list-tests has to see the shard.
    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions)
    {
        var settings = EvalSettings.FromEnvironment();
        EvalSettings.Use(settings with
        {
            Config = Value(commandLineOptions, Config) ?? settings.Config,
            Shard = Value(commandLineOptions, ShardName) ?? settings.Shard,
            Output = Value(commandLineOptions, Output) ?? settings.Output,
            Recordings = Value(commandLineOptions, Recordings) ?? settings.Recordings,
        });
        return ValidationResult.ValidTask;
    }

    static string? Value(ICommandLineOptions options, string name) => options.TryGetOptionArgumentList(name, out var arguments) ? arguments[0] : null;
}
