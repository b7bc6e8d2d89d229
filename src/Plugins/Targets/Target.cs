using GitAIOps.GitLab.Models;

namespace GitAIOps.Plugins.Targets;

/// <summary>A pipeline and the project it was found in.</summary>
internal sealed record PipelineTarget(Project Project, Pipeline Pipeline);

/// <summary>A job and the project it was found in.</summary>
internal sealed record JobTarget(Project Project, Job Job);
