namespace GitAIOps.Channels.Terminal;

/// <summary>Replies of which more will come by itself; each is waited for two minutes at most.</summary>
internal sealed class TerminalFollowing(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Wait> _waits = [];

    /// <summary>The reply under this marker takes longer than it should be waited for.</summary>
    public event Action<string>? Overdue;

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
                _waits[marker] = new(time.CreateTimer(_ => Overdue?.Invoke(marker), null, Longest, Timeout.InfiniteTimeSpan));
        }
    }

    /// <summary>Waits no longer for it.</summary>
    /// <returns>False when it came meanwhile.</returns>
    public bool GiveUp(string marker)
    {
        lock (_lock)
        {
            if (!_waits.TryGetValue(marker, out var wait))
                return false;
            _waits[marker] = wait with { IsOver = true };
            return true;
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

    private sealed record Wait(ITimer Timer, bool IsOver = false);
}
