using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Agent.World;

/// <summary>A platform that remembers what it was shown.</summary>
public sealed class TestChannel : IChannel
{
    private readonly ConcurrentDictionary<string, List<Reply>> _shown = [];
    private readonly Channel<(LivingMessage Message, Reply Reply)> _edits =
        Channel.CreateUnbounded<(LivingMessage, Reply)>();

    public string Name => "test";

    /// <summary>Throws this many times before it shows again.</summary>
    public int AwayFor { get; set; }

    public Task<string> ShowAsync(LivingMessage message, Reply reply, CancellationToken cancellationToken)
    {
        if (AwayFor-- > 0)
            throw new HttpRequestException("The platform is away.");
        _shown.AddOrUpdate(message.Marker, _ => [reply], (_, replies) => [.. replies, reply]);
        _edits.Writer.TryWrite((message, reply));
        return Task.FromResult($"platform-{message.Marker}");
    }

    /// <summary>All that one message said, in order.</summary>
    public IReadOnlyList<Reply> Shown(string marker) => _shown[marker];

    /// <summary>How many different messages were posted.</summary>
    public int Posted => _shown.Count;

    /// <summary>Waits for the next reply that satisfies, whatever was shown before it.</summary>
    public async Task<(LivingMessage Message, Reply Reply)> NextAsync(
        Func<Reply, bool> satisfies, CancellationToken cancellationToken)
    {
        await foreach (var edit in EditsAsync(cancellationToken))
        {
            if (satisfies(edit.Reply))
                return edit;
        }

        throw new InvalidOperationException("No more edits.");
    }

    private async IAsyncEnumerable<(LivingMessage Message, Reply Reply)> EditsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _edits.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_edits.Reader.TryRead(out var edit))
                yield return edit;
        }
    }
}
