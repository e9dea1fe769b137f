using System.Reflection;
using Xunit.v3;

namespace LayerEvals.Framework;

/// <summary>xUnit's framework with concurrent rows for golden sets and gates as the last tests. The package's targets put it into the test assembly.</summary>
public sealed class EvalTestFramework : XunitTestFramework
{
    readonly string? configFile;

    /// <summary>As xUnit makes it.</summary>
    public EvalTestFramework()
    {
    }

    /// <summary>As xUnit makes it with a configuration file of its own.</summary>
    public EvalTestFramework(string? configFileName)
        : base(configFileName) => configFile = configFileName;

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new EvalExecutor(new XunitTestAssembly(assembly, configFile, assembly.GetName().Version));
    }
}
