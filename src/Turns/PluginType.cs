namespace GitAIOps.Turns;

/// <summary>A class whose kernel functions the agent may call; made once for every turn, from the turn's services.</summary>
/// <param name="Name">The part before the dash in <c>Pipelines-status</c>.</param>
/// <param name="Type">Registered as a service.</param>
public sealed record PluginType(string Name, Type Type);
