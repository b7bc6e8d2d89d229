using System.ComponentModel;
using GitAIOps.Agent;
using GitAIOps.Memory;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Bench.Turns;

/// <summary>The real inbox, grains, loop, store and living messages around a model and a function that cost nothing.</summary>
internal sealed class EchoAgent : IAsyncDisposable
{
    private readonly IHost _host;

    private EchoAgent(IHost host) => _host = host;

    public IInbox Inbox => _host.Services.GetRequiredService<IInbox>();

    public static async Task<EchoAgent> StartAsync(string folder, IChannel channel)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMemory(new DataFolder(folder));
        builder.AddAgent();
        builder.Services.AddSingleton(channel);
        builder.Services.AddScoped<EchoPlugin>();
        builder.Services.AddSingleton(new PluginType("Echo", typeof(EchoPlugin)));
        builder.Services.AddSingleton<IChatCompletionService, EchoModel>();
        var host = builder.Build();
        await host.Services.MigrateMemoryAsync(CancellationToken.None);
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private sealed class EchoPlugin
    {
        [KernelFunction("say")]
        [Description("Says it again.")]
        [Effect(Effect.Reads)]
        public IFinding Say(string words) => new Echo(words);
    }

    private sealed record Echo(string Words) : IFinding
    {
        public Card Card() => new(Words, Tone.Neutral, [new Block.Text(Words)], []);
    }

    private sealed class EchoModel : IChatCompletionService
    {
        public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

        public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory,
            PromptExecutionSettings? executionSettings = null,
            Kernel? kernel = null,
            CancellationToken cancellationToken = default)
        {
            var reply = new ChatMessageContent(AuthorRole.Assistant, content: "");
            if (chatHistory[^1].Role == AuthorRole.User)
                reply.Items.Add(new FunctionCallContent("say", "Echo", "1", new() { ["words"] = chatHistory[^1].Content }));
            return Task.FromResult<IReadOnlyList<ChatMessageContent>>([reply]);
        }

        public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory,
            PromptExecutionSettings? executionSettings = null,
            Kernel? kernel = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
