using GitAIOps.GitLab;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;

namespace GitAIOps.Plugins.Rights;

/// <summary>The page and the terminal are at the token owner's own machine, so they act as them; nobody else does.</summary>
internal sealed class OwnerToken(IOptions<GitLabOptions> options) : IActingTokens
{
    internal static bool IsAtHome(Person person) => person.Channel is "web" or "terminal";

    public ValueTask<string?> FindAsync(Person person, CancellationToken cancellationToken) =>
        new(IsAtHome(person) && !string.IsNullOrWhiteSpace(options.Value.Token) ? options.Value.Token : null);
}
