using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;

namespace GitAIOps.Channels.Web;

/// <summary>
/// Carries what is shown to every page that watches the conversation. A page reads the whole state whenever its
/// stream opens, so nothing is kept for those who are away.
/// </summary>
internal sealed class WebStream(IOptions<WebOptions> options, TimeProvider time)
{
    public const string Reply = "reply";
    public const string Refetch = "refetch";
    public const string Beat = "beat";

    private const int MostRemembered = 64;

    private readonly ConcurrentDictionary<ConversationId, ConcurrentDictionary<Watcher, byte>> _watchers = new();
    private readonly OrderedDictionary<(ConversationId, string), Reply> _remembered = [];
    private readonly Lock _memory = new();

    public bool IsWatched(ConversationId conversation) => _watchers.ContainsKey(conversation);

    /// <summary>Hands an event to every watcher, never waiting for one.</summary>
    public void Publish(ConversationId conversation, string kind, string html = "")
    {
        if (!_watchers.TryGetValue(conversation, out var watchers))
            return;
        foreach (var (watcher, _) in watchers)
            watcher.Offer(new(html, kind));
    }

    /// <summary>Keeps what was shown last, for a page that is read before the transcript says so too.</summary>
    public void Remember(ConversationId conversation, string marker, Reply reply)
    {
        lock (_memory)
        {
            _remembered.Remove((conversation, marker));
            _remembered.Add((conversation, marker), reply);
            if (_remembered.Count > MostRemembered)
                _remembered.RemoveAt(0);
        }
    }

    /// <summary>The reply as shown last by this process; null when that is long ago or never was.</summary>
    public Reply? Latest(ConversationId conversation, string marker)
    {
        lock (_memory)
            return _remembered.GetValueOrDefault((conversation, marker));
    }

    /// <summary>Events of a conversation until cancelled, the first one at once.</summary>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync(
        ConversationId conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = new Watcher();
        Add(conversation, watcher);
        try
        {
            var period = options.Value.Heartbeat;
            await using var heart = time.CreateTimer(_ => watcher.Offer(new("", Beat)), null, period, period);
            yield return new("", Beat) { ReconnectionInterval = TimeSpan.FromSeconds(1) };
            await foreach (var item in watcher.Waiting.ReadAllAsync(cancellationToken))
                yield return item;
        }
        finally
        {
            Remove(conversation, watcher);
        }
    }

    private void Add(ConversationId conversation, Watcher watcher)
    {
        lock (_watchers)
            _watchers.GetOrAdd(conversation, _ => new())[watcher] = 0;
    }

    private void Remove(ConversationId conversation, Watcher watcher)
    {
        lock (_watchers)
        {
            if (_watchers.TryGetValue(conversation, out var watchers)
                && watchers.TryRemove(watcher, out _) && watchers.IsEmpty)
                _watchers.TryRemove(conversation, out _);
        }
    }

    /// <summary>
    /// One open page. One that does not keep up loses its backlog and is told to read the state again.
    /// </summary>
    private sealed class Watcher
    {
        private const int MostWaiting = 32;

        private readonly Channel<SseItem<string>> _waiting =
            Channel.CreateBounded<SseItem<string>>(MostWaiting);

        public ChannelReader<SseItem<string>> Waiting => _waiting.Reader;

        public void Offer(SseItem<string> item)
        {
            if (_waiting.Writer.TryWrite(item) || item.EventType == Beat)
                return;
            while (_waiting.Reader.TryRead(out _))
            {
            }

            _waiting.Writer.TryWrite(new("", Refetch));
        }
    }
}
