using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Reads;

/// <remarks>docs.gitlab.com/api/users</remarks>
public sealed class UsersApi
{
    private readonly GitLabSender _sender;

    internal UsersApi(GitLabSender sender) => _sender = sender;

    /// <summary>The token's owner.</summary>
    public Task<User> CurrentAsync(CancellationToken cancellationToken) =>
        _sender.GetAsync(ApiPath.Of($"user"), GitLabJson.Default.User, cancellationToken);

    public Task<User> GetAsync(long user, CancellationToken cancellationToken) =>
        _sender.GetAsync(ApiPath.Of($"users/{user}"), GitLabJson.Default.User, cancellationToken);

    /// <summary>Users whose name, user name or public e-mail match.</summary>
    public IAsyncEnumerable<User> SearchAsync(string words, int most, CancellationToken cancellationToken) =>
        _sender.ListAsync(
            ApiPath.Of($"users").With("search", words), GitLabJson.Default.UserArray, most, cancellationToken);
}
