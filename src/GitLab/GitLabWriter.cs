using GitAIOps.GitLab.Changes;
using GitAIOps.GitLab.Http;

namespace GitAIOps.GitLab;

/// <summary>Changes GitLab as the owner of a token; each call is sent once and never repeated.</summary>
public sealed class GitLabWriter
{
    public GitLabWriter(GitLabConnection connection, string token)
    {
        var sender = new GitLabSender(connection, token);
        Jobs = new JobChanges(sender);
        Pipelines = new PipelineChanges(sender);
    }

    public JobChanges Jobs { get; }

    public PipelineChanges Pipelines { get; }
}
