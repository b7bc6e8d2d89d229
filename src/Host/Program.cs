using GitAIOps.Host.Commands;
using System.CommandLine;

var root = new RootCommand("The chat agent for teams on GitLab: checked answers, and buttons that act.")
{
    DiagnoseCommand.Create(),
    VersionCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
