using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Tests.Agent.World;

/// <summary>A model that reads "FUNCTION WHAT" lines as calls, and anything else as its own text.</summary>
public sealed class ScriptedModel : IChatCompletionService
{
    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    /// <summary>Calls the same function for ever.</summary>
    public bool IsEndless { get; set; }

    public int Asked { get; private set; }

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        CancellationToken cancellationToken = default)
    {
        Asked++;
        var last = chatHistory[^1];
        if (last.Role == AuthorRole.Tool && !IsEndless)
            return Said(new ChatMessageContent(AuthorRole.Assistant, ""));
        var text = chatHistory.Last(message => message.Role == AuthorRole.User).Content!;
        var reply = new ChatMessageContent(AuthorRole.Assistant, content: null);
        foreach (var line in text.Split('\n'))
        {
            if (line.Split(' ', 2) is [var function, var what] && function is "look" or "restart" or "vanish")
                reply.Items.Add(new FunctionCallContent(function, "Test", $"c{Asked}", new() { ["what"] = what }));
            else if (line.StartsWith("say ", StringComparison.Ordinal))
                reply.Content = line[4..];
        }

        if (!reply.Items.OfType<FunctionCallContent>().Any() && reply.Content is null)
            reply.Content = $"You said: {text}";
        return Said(reply);
    }

    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private static Task<IReadOnlyList<ChatMessageContent>> Said(ChatMessageContent reply) =>
        Task.FromResult<IReadOnlyList<ChatMessageContent>>([reply]);
}
