using System.ComponentModel;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;

namespace GitAIOps.Plugins.Help;

/// <summary>Says what the agent can be asked; registered in the kernel as <c>Agent</c>.</summary>
public sealed class HelpPlugin(IEnumerable<HelpTopic> topics)
{
    public const string Name = "Agent";

    [KernelFunction("help")]
    [Effect(Effect.Reads)]
    [Description("Says what the agent can be asked, with examples.")]
    public HelpFinding Help([Description("A word of what help is wanted with; left out for everything.")] string? topic = null)
    {
        var all = topics.DistinctBy(known => known.Function).ToList();
        var fitting = topic is null ? all : all.FindAll(known => IsAbout(known, topic));
        return new(fitting.Count > 0 ? fitting : all, fitting.Count > 0 ? null : topic);
    }

    private static bool IsAbout(HelpTopic known, string topic) =>
        topic.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('s')).Any(word =>
            word.Length > 2 && $"{known.Function} {known.Does} {known.Example}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
