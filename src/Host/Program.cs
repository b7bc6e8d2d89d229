using System.CommandLine;
using GitAIOps.Host;
using GitAIOps.Host.Commands;

var root = new RootCommand("The chat agent for teams on GitLab: checked answers, and buttons that act.")
{
    ServeCommand.Create(),
    ChatCommand.Create(),
    DiagnoseCommand.Create(),
    RouteCommand.Create(),
    VersionCommand.Create(),
};

return await CommandLine.RunAsync(root, args);
