using LayerEvals.Tool;

// The entry point: the one place of the tool that names the system's clock, console, folder and variables.
#pragma warning disable RS0030
var clock = TimeProvider.System;
#pragma warning restore RS0030
var terminal = new Terminal(Console.Out, Console.Error)
{
    In = Console.IsInputRedirected ? null : Console.In,
    IsInteractive = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
};
return (int)await CommandLine.InvokeAsync(args, new ToolHost(terminal, clock, Environment.CurrentDirectory) { Variables = Environment.GetEnvironmentVariable });
