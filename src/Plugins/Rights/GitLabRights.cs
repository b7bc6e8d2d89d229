using GitAIOps.GitLab;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Rights;

/// <summary>Asks GitLab who a person is there, and what they may do.</summary>
internal sealed class GitLabRights(GitLabAccess access) : IRights
{
    public async Task<LinkedUser?> WhoAsync(Person person, CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(person, cancellationToken);
        if (client.IsAnonymous)
            return null;
        try
        {
            var user = await client.Users.CurrentAsync(cancellationToken);
            return new(user.Id, user.Username, user.Name ?? user.Username);
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, "your GitLab user");
        }
    }

    public async Task<int> AccessLevelAsync(Person person, string project, CancellationToken cancellationToken)
    {
        if (await WhoAsync(person, cancellationToken) is not { } user)
            return 0;
        var client = await access.ReaderAsync(person, cancellationToken);
        try
        {
            var member = await client.Members.GetAsync(project, user.Id, cancellationToken);
            return member.IsActive ? member.AccessLevel : 0;
        }
        catch (GitLabException failure) when (failure.Kind == FailureKind.NotFound)
        {
            return 0;
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"your role in {Markdown.Code(project)}");
        }
    }
}
