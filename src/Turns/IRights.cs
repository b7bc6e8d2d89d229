namespace GitAIOps.Turns;

/// <summary>Who a person is on GitLab, and what they may do there. The default is nothing.</summary>
public interface IRights
{
    /// <summary>The GitLab user a person acts as; null when they are not linked.</summary>
    Task<LinkedUser?> WhoAsync(Person person, CancellationToken cancellationToken);

    /// <summary>The person's effective access level in a project (0, 5, 10, 15, 20, 30, 40, 50); 0 when not linked or not a member.</summary>
    /// <remarks>docs.gitlab.com/api/members: access_level</remarks>
    Task<int> AccessLevelAsync(Person person, string project, CancellationToken cancellationToken);
}

/// <summary>A GitLab user that a person acts as.</summary>
public sealed record LinkedUser(long Id, string Username, string Name);
