namespace GitAIOps.Turns;

/// <summary>A capability's kernel plugin, as its room registers it; the agent builds one per turn.</summary>
/// <param name="Name">The part before the dash in <c>Diagnosis-diagnose_pipeline</c>.</param>
/// <param name="Type">A scoped service whose kernel functions return <see cref="IFinding"/>.</param>
public sealed record PluginType(string Name, Type Type);
