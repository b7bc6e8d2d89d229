using GitAIOps.GitLab;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Rights;

/// <summary>The one door to GitLab: reads as the turn's person, changes against a press only.</summary>
internal sealed class GitLabAccess(CurrentTurn turn, GitLabConnection connection, IActingTokens tokens)
{
    /// <summary>Where GitLab is, for sentences.</summary>
    public Uri Address => connection.Address;

    /// <summary>Reads as the person of the current turn.</summary>
    public Task<GitLabClient> ReaderAsync(CancellationToken cancellationToken) =>
        ReaderAsync(turn.Person, cancellationToken);

    public async Task<GitLabClient> ReaderAsync(Person person, CancellationToken cancellationToken) =>
        new(connection, await tokens.FindAsync(person, cancellationToken));

    /// <summary>Changes as the person who pressed.</summary>
    /// <exception cref="ToolFailure">They are not linked to a GitLab user.</exception>
    public async Task<GitLabWriter> WriterAsync(Press press, CancellationToken cancellationToken) =>
        await tokens.FindAsync(press.By, cancellationToken) is { } token
            ? new GitLabWriter(connection, token)
            : throw new ToolFailure(Sentences.NotLinked(press.By)) { IsRefusal = true };
}
