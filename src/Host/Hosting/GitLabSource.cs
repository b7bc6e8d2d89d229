using GitAIOps.GitLab;
using GitAIOps.Memory;
using GitAIOps.Memory.SavedCalls;
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

    /// <param name="asked">The sandbox even where a GitLab is configured.</param>
    public static bool WantsSandbox(IConfiguration configuration, bool asked) =>
        asked || string.IsNullOrEmpty(configuration[$"{GitLabOptions.Section}:{nameof(GitLabOptions.Url)}"]);

    /// <param name="folder">Remembers the sandbox's port, so that links in old answers lead somewhere.</param>
    public static async Task<GitLabSource> StartAsync(
        bool wantsSandbox, DataFolder folder, CancellationToken cancellationToken)
    {
        if (!wantsSandbox)
            return new(null);
        var note = folder.File("sandbox.port");
        _ = int.TryParse(File.Exists(note) ? await File.ReadAllTextAsync(note, cancellationToken) : "", out var port);
        var server = await StartServerAsync(port, cancellationToken);
        await File.WriteAllTextAsync(note, $"{server.Address.Port}", cancellationToken);
        return new(server);
    }

    /// <summary>Each sandbox begins anew, so what was offered in an earlier one is over.</summary>
    public Task ForgetEarlierAsync(IServiceProvider provider, CancellationToken cancellationToken) =>
        IsSandbox
            ? provider.GetRequiredService<SavedCallStore>().AbandonAsync(
                new("The demo group was set up anew since; ask again.", Tone.Neutral, true, new Dictionary<string, string>()),
                cancellationToken)
            : Task.CompletedTask;

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

    private static async Task<SandboxServer> StartServerAsync(int port, CancellationToken cancellationToken)
    {
        var world = DemoGroup.Create(TimeProvider.System);
        try
        {
            return await SandboxServer.StartAsync(world, port, cancellationToken);
        }
        catch (IOException)
        {
            // Somebody else has the port by now; old links are the lesser loss.
            return await SandboxServer.StartAsync(world, 0, cancellationToken);
        }
    }

    private static Personas Owner(GitLabOptions gitLab) =>
        string.IsNullOrEmpty(gitLab.Token)
            ? new([new("visitor", "Visitor", "no token: reads what is public")])
            : new([new("owner", "the token's owner", "GITLAB__TOKEN")]);
}
