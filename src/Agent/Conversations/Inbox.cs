using System.Threading.Channels;
using GitAIOps.Memory.Exchanges;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Conversations;

/// <summary>Commits what channels received; the pump wakes the conversations, so that no platform waits for a grain.</summary>
internal sealed class Inbox(ExchangeStore exchanges) : IInbox
{
    private readonly Channel<Delivery> _fresh = Channel.CreateUnbounded<Delivery>();

    /// <summary>What was accepted by this process, in order; for the pump alone.</summary>
    public IAsyncEnumerable<Delivery> FreshAsync(CancellationToken cancellationToken) =>
        _fresh.Reader.ReadAllAsync(cancellationToken);

    public async Task<bool> AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!await exchanges.AcceptAsync(delivery, cancellationToken))
            return false;
        _fresh.Writer.TryWrite(delivery);
        return true;
    }
}
