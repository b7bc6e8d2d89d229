using System.Collections.Concurrent;
using GitAIOps.Turns;

namespace GitAIOps.Bench.Turns;

/// <summary>A platform that costs nothing and tells when a conversation has its final answer.</summary>
internal sealed class CountingChannel : IChannel
{
    private readonly ConcurrentDictionary<ConversationId, TaskCompletionSource> _waiting = [];

    public string Name => "bench";

    public Task ExpectAsync(ConversationId conversation)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[conversation] = answer;
        return answer.Task;
    }

    public Task<string> ShowAsync(LivingMessage message, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.IsFinal && _waiting.TryRemove(message.Conversation, out var answer))
            answer.SetResult();
        return Task.FromResult(message.Marker);
    }
}
