using GitAIOps.Turns;

namespace GitAIOps.Plugins.Rights;

/// <summary>Whose GitLab token a person acts with.</summary>
public interface IActingTokens
{
    /// <returns>Null for a person who is not linked: they read what is public and change nothing.</returns>
    ValueTask<string?> FindAsync(Person person, CancellationToken cancellationToken);
}
