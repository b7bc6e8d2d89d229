using System.Runtime.CompilerServices;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>The model that needs no network: the router chooses the functions, templates say the rest.</summary>
internal sealed class BuiltinModel(Router router, CurrentTurn turn) : IChatCompletionService
{
    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<ChatMessageContent>>([Answer(chatHistory, kernel)]);
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var answer in await GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))
        {
            var streamed = new StreamingChatMessageContent(answer.Role, answer.Content);
            var calls = answer.Items.OfType<FunctionCallContent>().Select((call, index) => new StreamingFunctionCallUpdateContent(
                call.Id, $"{call.PluginName}-{call.FunctionName}", System.Text.Json.JsonSerializer.Serialize(call.Arguments), index));
            foreach (var call in calls)
                streamed.Items.Add(call);
            yield return streamed;
        }
    }

    private ChatMessageContent Answer(ChatHistory history, Kernel? kernel)
    {
        if (history.LastOrDefault(message => message.Role != AuthorRole.System) is not { } last)
            return Said("");
        return last.Role == AuthorRole.User
            ? Routed(last.Content ?? "", history.Count, kernel)
            : Said(Answers.Lead(history.Reverse().TakeWhile(IsResult).Sum(message => message.Items.Count)));
    }

    private ChatMessageContent Routed(string text, int position, Kernel? kernel)
    {
        var route = router.Route(text, turn.Focus);
        var answers = new Answers(router, kernel);
        if (route.Function is null)
            return Said(route.Reason == RouteReason.Conditional ? answers.OnlyTalk() : answers.NotUnderstood(text));

        var message = new ChatMessageContent(AuthorRole.Assistant, new ChatMessageContentItemCollection());
        var sentences = new List<string>();
        foreach (var request in route.Requests)
        {
            if (!answers.IsThere(request.Function!))
                sentences.Add(answers.NotThere(request.Function!));
            else if (request.Obstacle is { } obstacle)
                sentences.Add(obstacle);
            else if (request.Needs.Count > 0)
                sentences.Add(answers.Ask(request));
            else
                message.Items.Add(Call(request, $"builtin-{position}-{message.Items.Count}"));
        }

        if (sentences.Count > 0)
            message.Items.Insert(0, new TextContent(string.Join("\n\n", sentences.Distinct())));
        return message;
    }

    private static FunctionCallContent Call(Route request, string id)
    {
        var name = request.Function!.Split('-', 2);
        var arguments = new KernelArguments();
        foreach (var (argument, value) in request.Arguments)
            arguments[argument] = value;
        return new(name[1], name[0], id, arguments);
    }

    private static bool IsResult(ChatMessageContent message) =>
        message.Role == AuthorRole.Tool || message.Items.Any(item => item is FunctionResultContent);

    private static ChatMessageContent Said(string text) => new(AuthorRole.Assistant, text);
}
