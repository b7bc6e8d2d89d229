using System.CommandLine;

namespace GitAIOps.Host.Commands;

internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Prints the version.");
        command.SetAction(_ => Console.WriteLine(typeof(VersionCommand).Assembly.GetName().Version));
        return command;
    }
}
