using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GitAIOps.Plugins.Rights;

public static class RightsServices
{
    /// <summary>People act as the configured token's owner, at the page and the terminal; others read what is public.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services.TryAddSingleton<IActingTokens, OwnerToken>();
        services.TryAddScoped<CurrentTurn>();
        return services.AddScoped<GitLabAccess>().AddScoped<IRights, GitLabRights>();
    }

    /// <summary>Instead: every persona acts with a token of their own. The sandbox's way.</summary>
    /// <param name="byPersona">Tokens by <see cref="Persona.Id"/>; an unlinked persona is left out.</param>
    public static IServiceCollection AddPersonaTokens(
        this IServiceCollection services, IReadOnlyDictionary<string, string> byPersona) =>
        services.Replace(ServiceDescriptor.Singleton<IActingTokens>(new PersonaTokens(byPersona)));
}
