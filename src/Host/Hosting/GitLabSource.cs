using GitAIOps.GitLab;
using GitAIOps.Plugins.Rights;
using GitAIOps.Sandbox;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;

namespace GitAIOps.Host.Hosting;

/// <summary>Which GitLab the product talks to: the configured one, else a sandbox of its own in this process.</summary>
internal sealed class GitLabSource : IAsyncDisposable
{
    private readonly SandboxServer? _sandbox;

    private GitLabSource(SandboxServer? sandbox) => _sandbox = sandbox;

    public bool IsSandbox => _sandbox is not null;

    public Uri? Sandbox => _sandbox?.Address;

    /// <param name="wantsSandbox">The sandbox even where a GitLab is configured.</param>
    public static async Task<GitLabSource> StartAsync(
        IConfiguration configuration, bool wantsSandbox, CancellationToken cancellationToken) =>
        wantsSandbox || string.IsNullOrEmpty(configuration[$"{GitLabOptions.Section}:{nameof(GitLabOptions.Url)}"])
            ? new(await SandboxServer.StartAsync(DemoGroup.Create(TimeProvider.System), 0, cancellationToken))
            : new(null);

    public void AddTo(IServiceCollection services)
    {
        services.AddGitLab();
        if (_sandbox is { } sandbox)
        {
            services.PostConfigure<GitLabOptions>(gitLab => (gitLab.Url, gitLab.Token) = (sandbox.Address.ToString(), null));
            services.AddSingleton(new Personas(
                [.. DemoGroup.Personas.Select(persona => new Persona(persona.Username, persona.Name, persona.Role))]));
            services.AddPersonaTokens(DemoGroup.Personas
                .Where(persona => persona.Token is not null)
                .ToDictionary(persona => persona.Username, persona => persona.Token!));
        }
        else
        {
            services.AddSingleton(provider => Owner(provider.GetRequiredService<IOptions<GitLabOptions>>().Value));
        }
    }

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Personas Owner(GitLabOptions gitLab) =>
        string.IsNullOrEmpty(gitLab.Token)
            ? new([new("visitor", "Visitor", "no token: reads what is public")])
            : new([new("owner", "You", "as the token's owner")]);
}
