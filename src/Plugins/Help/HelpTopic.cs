namespace GitAIOps.Plugins.Help;

/// <summary>What one kernel function is for, told by its capability's own services.</summary>
/// <param name="Function">As in <c>Pipelines-log</c>.</param>
/// <param name="Does">An imperative: "show a job's log".</param>
/// <param name="Example">How people ask for it.</param>
public sealed record HelpTopic(string Function, string Does, string Example);
