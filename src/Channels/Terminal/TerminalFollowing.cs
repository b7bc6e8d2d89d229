namespace GitAIOps.Channels.Terminal;

/// <summary>Replies of which more will come by itself; each is waited for two minutes at most.</summary>
internal sealed class TerminalFollowing(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Wait> _waits = [];

    /// <summary>A reply took longer than it is waited for.</summary>
    public event Action? GivenUp;

    public bool Any
    {
        get
        {
            lock (_lock)
                return _waits.Values.Any(wait => !wait.IsOver);
        }
    }

    /// <summary>Takes in the reply as it stands now; a further edit does not prolong the wait.</summary>
    public void Take(string marker, bool isFollowed)
    {
        lock (_lock)
        {
            if (!isFollowed && _waits.Remove(marker, out var wait))
                wait.Timer.Dispose();
            else if (isFollowed && !_waits.ContainsKey(marker))
                _waits[marker] = new(time.CreateTimer(_ => GiveUp(marker), null, Longest, Timeout.InfiniteTimeSpan));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var wait in _waits.Values)
                wait.Timer.Dispose();
            _waits.Clear();
        }
    }

    private void GiveUp(string marker)
    {
        lock (_lock)
        {
            if (!_waits.TryGetValue(marker, out var wait))
                return;
            _waits[marker] = wait with { IsOver = true };
        }

        GivenUp?.Invoke();
    }

    private sealed record Wait(ITimer Timer, bool IsOver = false);
}
