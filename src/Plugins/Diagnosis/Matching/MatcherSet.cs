using System.Numerics;

namespace GitAIOps.Plugins.Diagnosis.Matching;

/// <summary>A set of matchers by number, taken out in the table's order.</summary>
internal sealed class MatcherSet
{
    private readonly ulong[] _bits = new ulong[(MatcherTable.Count + 63) / 64];

    public void Add(int matcher) => _bits[matcher >> 6] |= 1UL << matcher;

    /// <summary>Whether it holds more than noise.</summary>
    public bool IsTelling
    {
        get
        {
            var telling = _bits[MatcherTable.FirstTelling >> 6] >> (MatcherTable.FirstTelling & 63);
            for (var i = (MatcherTable.FirstTelling >> 6) + 1; i < _bits.Length; i++)
                telling |= _bits[i];
            return telling != 0;
        }
    }

    /// <summary>Removes and returns the first; -1 when the set is empty.</summary>
    public int Take()
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            if (_bits[i] == 0)
                continue;
            var bit = BitOperations.TrailingZeroCount(_bits[i]);
            _bits[i] &= _bits[i] - 1;
            return (i << 6) + bit;
        }

        return -1;
    }

    public void Clear() => Array.Clear(_bits);
}
