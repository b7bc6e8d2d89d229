using GitAIOps.Agent;
using GitAIOps.Memory;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Tests.Agent.World;

/// <summary>The whole agent between a test channel and a scripted GitLab, in a folder of its own.</summary>
public sealed class AgentWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private int _deliveries;
    private IHost _host = null!;

    private AgentWorld(DirectoryInfo folder) => _folder = folder;

    public TestGitLab GitLab { get; private init; } = new();

    public TestChannel Channel { get; private set; } = new();

    public ScriptedModel Model { get; } = new();

    public ShiftedClock Clock { get; } = new();

    public IInbox Inbox => _host.Services.GetRequiredService<IInbox>();

    public ITranscript Transcript => _host.Services.GetRequiredService<ITranscript>();

    public static async Task<AgentWorld> StartAsync()
    {
        var world = new AgentWorld(Directory.CreateTempSubdirectory("gitaiops-agent-"));
        await world.BootAsync();
        return world;
    }

    /// <summary>Ends the process, as it were, and starts another on the same folder.</summary>
    public async Task RestartAsync()
    {
        await EndAsync();
        Channel = new();
        await BootAsync();
    }

    public async Task EndAsync()
    {
        await _host.StopAsync(TestContext.Current.CancellationToken);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    public static ConversationId Thread(string thread = "t1") => new("test", "", "room", thread);

    public static Person Ada { get; } = new("test", "ada", "Ada");

    public async Task<bool> SayAsync(string text, string thread = "t1", string? deliveryId = null) =>
        await Inbox.AcceptAsync(
            new InboundMessage(NextId(deliveryId), Thread(thread), Ada, DateTimeOffset.UnixEpoch, text),
            TestContext.Current.CancellationToken);

    public async Task<bool> PressAsync(Button button, string thread = "t1", Person? by = null, string? deliveryId = null) =>
        await Inbox.AcceptAsync(
            new Decision(NextId(deliveryId), Thread(thread), by ?? Ada, DateTimeOffset.UnixEpoch, button.Token),
            TestContext.Current.CancellationToken);

    /// <summary>The next final reply of any message.</summary>
    public async Task<Reply> AnswerAsync() => (await Channel.NextAsync(reply => reply.IsFinal, TestContext.Current.CancellationToken)).Reply;

    /// <summary>The next reply that says these words.</summary>
    public async Task<Reply> AnswerAsync(string words) =>
        (await Channel.NextAsync(
            reply => reply.IsFinal && Words(reply).Contains(words, StringComparison.Ordinal),
            TestContext.Current.CancellationToken)).Reply;

    /// <summary>Everything that a reply says, as plain lines.</summary>
    public static string Words(Reply reply) =>
        reply switch
        {
            Reply.Working working => working.Doing,
            Reply.Failed failed => failed.Sentence,
            Reply.Said said => string.Join('\n', said.Blocks.Select(Words)),
            Reply.Asked asked => string.Join('\n', asked.Blocks.Select(Words)),
            _ => "",
        };

    public static Button Button(Reply reply, string label) =>
        (reply switch
        {
            Reply.Said said => said.Blocks,
            Reply.Asked asked => asked.Blocks,
            _ => [],
        }).OfType<Block.Actions>().SelectMany(actions => actions.Buttons).First(button => button.Label == label);

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _folder.Delete(recursive: true);
    }

    private async Task BootAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddMemory(new DataFolder(_folder.FullName));
        builder.AddAgent();
        builder.Services.AddSingleton<IChannel>(Channel);
        builder.Services.AddSingleton(GitLab);
        builder.Services.AddSingleton<IEffect>(GitLab);
        builder.Services.AddScoped<TestPlugin>();
        builder.Services.AddSingleton(new PluginType("Test", typeof(TestPlugin)));
        builder.Services.AddSingleton<IChatCompletionService>(Model);
        _host = builder.Build();
        await _host.Services.MigrateMemoryAsync(TestContext.Current.CancellationToken);
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    private string NextId(string? deliveryId) => deliveryId ?? $"d{Interlocked.Increment(ref _deliveries)}";

    private static string Words(Block block) =>
        block switch
        {
            Block.Title title => title.Words,
            Block.Text text => text.Markdown,
            Block.Actions actions => string.Join(' ', actions.Buttons.Select(button => $"[{button.Label}]")),
            _ => "",
        };
}
