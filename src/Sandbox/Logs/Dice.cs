namespace GitAIOps.Sandbox.Logs;

/// <summary>Numbers that look thrown and are the same in every run.</summary>
internal sealed class Dice(string seed)
{
    // FNV-1a of the seed, then a linear congruential step per throw (Knuth, MMIX).
    private ulong _state = seed.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most)
    {
        _state = (_state * 6364136223846793005UL) + 1442695040888963407UL;
        return least + (int)((_state >> 33) % (ulong)(most - least + 1));
    }

    public T Of<T>(params IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    /// <summary>Hexadecimal digits.</summary>
    public string Hex(int digits) => string.Concat(Enumerable.Range(0, digits).Select(_ => $"{Between(0, 15):x}"));
}
