using GitAIOps.Agent.Approval;
using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.Messages;
using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;
using Microsoft.Extensions.Logging;

namespace GitAIOps.Agent.Living;

/// <summary>The one living message of each answer: kept first, then shown; what a platform missed is shown again by the pump.</summary>
internal sealed partial class LivingMessages(
    MessageStore messages,
    ExchangeStore exchanges,
    SavedCallStore calls,
    IEnumerable<IChannel> channels,
    TimeProvider clock,
    ILogger<LivingMessages> logger)
{
    // Two that edit the same message take turns; different messages hardly ever share a lock.
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The turn has begun; posts the message so that a crash can find it again.</summary>
    public Task BeginAsync(StoredExchange exchange, CancellationToken cancellationToken)
    {
        var working = new Reply.Working("Working on it");
        return KeepAsync(
            new(exchange.Marker, exchange.Delivery.Conversation, working, working, [], [], null), cancellationToken);
    }

    /// <summary>Tells what is being done; shown, not kept.</summary>
    public async Task ReportAsync(StoredExchange exchange, string doing, CancellationToken cancellationToken)
    {
        var message = await messages.FindAsync(exchange.Marker, cancellationToken);
        if (message is not null)
            await ShowAsync(message with { Reply = new Reply.Working(doing) }, cancellationToken);
    }

    /// <summary>The turn's end: keeps the answer and finishes the exchange in one transaction, then shows it.</summary>
    public async Task AnswerAsync(StoredExchange exchange, Answer answer, CancellationToken cancellationToken)
    {
        var (reply, buttons) = await ComposeAsync(
            exchange.Marker, exchange.Delivery.Conversation, answer.Reply, answer.Calls, cancellationToken);
        await KeepAsync(
            new(
                exchange.Marker, exchange.Delivery.Conversation, answer.Reply, reply, answer.Calls,
                [.. answer.Buttons, .. buttons], exchange.Sequence),
            cancellationToken);
    }

    /// <summary>Ends an exchange whose answer stands in another message.</summary>
    public Task FinishAsync(StoredExchange exchange, CancellationToken cancellationToken) =>
        exchanges.FinishAsync(exchange.Sequence, cancellationToken);

    /// <summary>Hangs a saved call below an answer, or takes it off.</summary>
    /// <param name="change">From the calls that hang there to those that shall.</param>
    public Task ChangeAsync(
        string marker,
        Func<IReadOnlyList<MessageCall>, IReadOnlyList<MessageCall>> change,
        long? finishes,
        CancellationToken cancellationToken) =>
        WithLockAsync(
            marker,
            async () =>
            {
                var message = await messages.FindAsync(marker, cancellationToken)
                    ?? throw new InvalidOperationException($"The message {marker} was never kept.");
                var hanging = change(message.Calls);
                var (reply, buttons) = await ComposeAsync(
                    marker, message.Conversation, message.Answer, hanging, cancellationToken);
                var kept = await messages.SaveAsync(
                    new(marker, message.Conversation, message.Answer, reply, hanging, buttons, finishes), cancellationToken);
                await ShowAsync(kept, cancellationToken);
            },
            cancellationToken);

    /// <summary>Every message that shows this saved call says what has become of it.</summary>
    public async Task RefreshAsync(string savedCall, CancellationToken cancellationToken)
    {
        foreach (var marker in await messages.ShowingAsync(savedCall, cancellationToken))
            await ChangeAsync(marker, hanging => hanging, null, cancellationToken);
    }

    /// <summary>Shows what a crash or a platform's failure left unshown.</summary>
    public async Task ShowUnshownAsync(IChannel channel, CancellationToken cancellationToken)
    {
        foreach (var stale in await messages.UnshownAsync(channel.Name, cancellationToken))
        {
            if (!channel.Serves(stale.Conversation))
                continue;
            await WithLockAsync(
                stale.Marker,
                async () =>
                {
                    var message = await messages.FindAsync(stale.Marker, cancellationToken);
                    if (message?.Revision == stale.Revision)
                        await ShowAsync(message, cancellationToken);
                },
                cancellationToken);
        }
    }

    private Task KeepAsync(MessageDraft draft, CancellationToken cancellationToken) =>
        WithLockAsync(
            draft.Marker,
            async () => await ShowAsync(await messages.SaveAsync(draft, cancellationToken), cancellationToken),
            cancellationToken);

    private async Task ShowAsync(StoredMessage message, CancellationToken cancellationToken)
    {
        var channel = channels.FirstOrDefault(candidate => candidate.Serves(message.Conversation));
        if (channel is null)
            return;
        try
        {
            var platformId = await channel.ShowAsync(
                new(message.Conversation, message.Marker, message.PlatformId), message.Reply, cancellationToken);
            await messages.ShownAsync(message.Marker, message.Revision, platformId, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The platform is away; the message is kept, and the pump shows it when the platform is back.
            LogNotShown(channel.Name, exception);
        }
    }

    private async Task<(Reply Reply, IReadOnlyList<StoredButton> Buttons)> ComposeAsync(
        string marker,
        ConversationId conversation,
        Reply answer,
        IReadOnlyList<MessageCall> hanging,
        CancellationToken cancellationToken)
    {
        var tail = new CallTail(marker, conversation, clock.GetUtcNow());
        foreach (var call in hanging)
        {
            if (await calls.FindAsync(call.SavedCall, cancellationToken) is { } stored)
                tail.Add(stored.Call, call.Token);
        }

        return (tail.Below(answer), tail.Buttons);
    }

    private async Task WithLockAsync(string marker, Func<Task> work, CancellationToken cancellationToken)
    {
        var turnstile = _locks[(uint)string.GetHashCode(marker, StringComparison.Ordinal) % _locks.Length];
        await turnstile.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            turnstile.Release();
        }
    }

    [LoggerMessage(121, LogLevel.Warning, "Kept a message that {Channel} could not show now")]
    private partial void LogNotShown(string channel, Exception exception);
}
