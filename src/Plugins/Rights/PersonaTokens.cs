using GitAIOps.Turns;

namespace GitAIOps.Plugins.Rights;

/// <summary>In the sandbox: each persona that the page and the terminal may pick has a token of their own.</summary>
/// <param name="byPersona">Tokens by <see cref="Persona.Id"/>; an unlinked persona is left out.</param>
internal sealed class PersonaTokens(IReadOnlyDictionary<string, string> byPersona) : IActingTokens
{
    public ValueTask<string?> FindAsync(Person person, CancellationToken cancellationToken) =>
        new(OwnerToken.IsAtHome(person) ? byPersona.GetValueOrDefault(person.Id) : null);
}
