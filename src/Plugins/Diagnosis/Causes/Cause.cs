namespace GitAIOps.Plugins.Diagnosis.Causes;

/// <summary>What is known of a category, whatever the log; made of Matchers/Causes.yaml by the build.</summary>
internal sealed record Cause(
    string Category,
    string Coarse,
    string Title,
    string Explanation,
    bool? Intermittent,
    int? Minutes,
    bool Automatable,
    IReadOnlyList<Fix> Fixes);
