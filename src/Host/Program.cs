using System.CommandLine;
using GitAIOps.Host.Commands;
using GitAIOps.Plugins.Help;

var root = new RootCommand("The chat agent for teams on GitLab: checked answers, and buttons that act.")
{
    VersionCommand.Create(),
    RouteCommand.Create(new ServiceCollection().AddHelp()),
};

return await root.Parse(args).InvokeAsync();
