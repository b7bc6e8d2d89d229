using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Reads;

namespace GitAIOps.GitLab;

/// <summary>Reads GitLab as the owner of a token. Nothing here changes anything; <see cref="GitLabWriter"/> does.</summary>
/// <remarks>Every call throws <see cref="GitLabException"/> and nothing else, save when it is cancelled.</remarks>
public sealed class GitLabClient
{
    /// <param name="connection">Which GitLab.</param>
    /// <param name="token">As whom; null reads what is public.</param>
    public GitLabClient(GitLabConnection connection, string? token)
    {
        var sender = new GitLabSender(connection, token);
        IsAnonymous = sender.IsAnonymous;
        Projects = new ProjectsApi(sender);
        Pipelines = new PipelinesApi(sender);
        Jobs = new JobsApi(sender);
        Users = new UsersApi(sender);
        Members = new MembersApi(sender);
        MergeRequests = new MergeRequestsApi(sender);
    }

    public bool IsAnonymous { get; }

    public ProjectsApi Projects { get; }

    public PipelinesApi Pipelines { get; }

    public JobsApi Jobs { get; }

    public UsersApi Users { get; }

    public MembersApi Members { get; }

    public MergeRequestsApi MergeRequests { get; }
}
