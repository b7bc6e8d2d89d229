namespace GitAIOps.Channels.Terminal;

/// <summary>Deliveries that still wait for an answer, and the replies any of which would be it.</summary>
internal sealed class TerminalPending
{
    private readonly Lock _lock = new();
    private readonly List<HashSet<string>> _waiting = [];

    public bool Any
    {
        get
        {
            lock (_lock)
                return _waiting.Count > 0;
        }
    }

    /// <summary>Something waits for a reply under this marker.</summary>
    public HashSet<string> Add(string marker)
    {
        lock (_lock)
        {
            HashSet<string> markers = [marker];
            _waiting.Add(markers);
            return markers;
        }
    }

    /// <summary>A reply under this marker would be an answer as well.</summary>
    public void Widen(HashSet<string> waiting, string marker)
    {
        lock (_lock)
            waiting.Add(marker);
    }

    public void Answered(string marker)
    {
        lock (_lock)
            _waiting.RemoveAll(markers => markers.Contains(marker));
    }
}
