using GitAIOps.GitLab;
using GitAIOps.Plugins;
using GitAIOps.Plugins.Rights;
using GitAIOps.Sandbox;
using GitAIOps.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.SemanticKernel;

namespace GitAIOps.Tests.Plugins.World;

/// <summary>The capabilities before a sandbox GitLab, called by the names that the model uses.</summary>
internal sealed class PluginWorld : IAsyncDisposable
{
    private readonly SandboxServer? _server;
    private readonly ServiceProvider _services;

    private PluginWorld(SandboxWorld gitLab, FakeTimeProvider clock, SandboxServer? server, ServiceProvider services) =>
        (GitLab, Clock, _server, _services) = (gitLab, clock, server, services);

    public static DateTimeOffset Noon { get; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public SandboxWorld GitLab { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>What people were told while it worked.</summary>
    public List<string> Reports { get; } = [];

    /// <summary>The demo group at a Wednesday's noon, then as a test wants it.</summary>
    public static async Task<PluginWorld> StartAsync(Action<SandboxWorld>? with = null)
    {
        var clock = new FakeTimeProvider(Noon);
        var world = DemoGroup.Create(clock);
        with?.Invoke(world);
        var server = await SandboxServer.StartAsync(world);
        return new(world, clock, server, Services(server.Address.AbsoluteUri, clock));
    }

    /// <summary>A world whose GitLab does not answer.</summary>
    public static PluginWorld WithoutServer(string url)
    {
        var clock = new FakeTimeProvider(Noon);
        return new(DemoGroup.Create(clock), clock, null, Services(url, clock));
    }

    public static Person Person(string id) => new("web", id, char.ToUpperInvariant(id[0]) + id[1..]);

    /// <summary>Calls a function as the router would: every argument as text.</summary>
    public async Task<IFinding> AskAsync(
        string function, Dictionary<string, string>? arguments = null, string who = "dora", Focus? focus = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var turn = scope.ServiceProvider.GetRequiredService<CurrentTurn>();
        turn.Begin(Person(who), focus ?? Focus.Nothing, (said, _) =>
        {
            lock (Reports)
                Reports.Add(said);
            return Task.CompletedTask;
        });
        var (plugin, name) = (function.Split('-')[0], function.Split('-')[1]);
        var kernel = new Kernel(scope.ServiceProvider);
        var type = _services.GetServices<PluginType>().Single(known => known.Name == plugin).Type;
        kernel.Plugins.AddFromObject(scope.ServiceProvider.GetRequiredService(type), plugin);
        var values = new KernelArguments();
        foreach (var (key, value) in arguments ?? [])
            values[key] = value;
        var result = await kernel.InvokeAsync(plugin, name, values, TestContext.Current.CancellationToken);
        return result.GetValue<IFinding>()!;
    }

    public async Task<T> AskAsync<T>(
        string function, Dictionary<string, string>? arguments = null, string who = "dora", Focus? focus = null)
        where T : IFinding =>
        Assert.IsType<T>(await AskAsync(function, arguments, who, focus));

    public async Task<string> FailureOfAsync(
        string function, Dictionary<string, string>? arguments = null, string who = "dora", Focus? focus = null) =>
        (await Assert.ThrowsAsync<ToolFailure>(() => AskAsync(function, arguments, who, focus))).Message;

    /// <summary>Runs what is driven by a press, in a scope of its own.</summary>
    public async Task<T> EffectAsync<T>(Func<IEffect, Task<T>> call)
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetServices<IEffect>().Single(effect => effect.Action == "retry"));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private static ServiceProvider Services(string url, TimeProvider clock)
    {
        // Waits would be on a clock that nobody advances, so reads are not tried again here.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{GitLabOptions.Section}:Url"] = url,
            [$"{GitLabOptions.Section}:RetrySeconds"] = "0",
        });
        var tokens = DemoGroup.Personas
            .Where(persona => persona.Token is not null)
            .ToDictionary(persona => persona.Username, persona => persona.Token!);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration.Build())
            .AddSingleton(clock)
            .AddLogging()
            .AddGitLab()
            .AddPlugins()
            .AddPersonaTokens(tokens)
            .BuildServiceProvider(validateScopes: true);
    }
}
