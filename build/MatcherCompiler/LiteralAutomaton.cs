using System.Text;

namespace GitAIOps.Build.MatcherCompiler;

/// <summary>All literals as one automaton (Aho and Corasick, 1975) over UTF-8 with ASCII folded, as tables.</summary>
internal sealed class LiteralAutomaton
{
    // A literal's head is enough to look closer, and keeps the table small enough for a processor's cache.
    private const int LongestHead = 10;

    /// <summary>Entries of a row; a power of two, so that a row is found by a shift.</summary>
    public const int RowShift = 6;

    private readonly List<int[]> _next = [];
    private readonly List<SortedSet<int>> _outputs = [];
    private readonly byte[] _classes = new byte[256];
    private int _classCount = 1;

    public LiteralAutomaton(IReadOnlyList<IReadOnlyList<string>> literals)
    {
        var heads = literals.Select(all => all.Select(Head).ToList()).ToList();
        foreach (var letter in heads.SelectMany(all => all).SelectMany(head => head).Distinct().Order())
            AddClass(letter);
        if (_classCount > 1 << RowShift)
            throw new InvalidDataException($"The literals use {_classCount} different bytes; {1 << RowShift} fit.");
        NewState();
        for (var owner = 0; owner < heads.Count; owner++)
        {
            foreach (var head in heads[owner])
                Insert(head, owner);
        }

        Complete();
    }

    public IReadOnlyList<byte> Classes => _classes;

    /// <summary>A row for each state, those that say something last; the entries are rows.</summary>
    /// <param name="firstSaying">The first row that says something.</param>
    /// <param name="outputs">For each saying row, the owners of the literals seen.</param>
    public IReadOnlyList<int> Table(out int firstSaying, out IReadOnlyList<IReadOnlyCollection<int>> outputs)
    {
        var order = Enumerable.Range(0, _next.Count).OrderBy(state => _outputs[state].Count > 0).ToList();
        var row = new int[order.Count];
        for (var i = 0; i < order.Count; i++)
            row[order[i]] = i;
        firstSaying = order.Count(state => _outputs[state].Count == 0);
        outputs = [.. order.Where(state => _outputs[state].Count > 0).Select(state => _outputs[state])];
        return [.. order.SelectMany(state => Row(state, row))];
    }

    private IEnumerable<int> Row(int state, int[] row) =>
        _next[state].Select(next => row[next]).Concat(Enumerable.Repeat(0, (1 << RowShift) - _classCount));

    private static byte[] Head(string literal)
    {
        var folded = Encoding.UTF8.GetBytes(literal.ToLowerInvariant());
        return folded.Length > LongestHead ? folded[..LongestHead] : folded;
    }

    private void AddClass(byte letter)
    {
        _classes[letter] = (byte)_classCount;
        if (char.IsAsciiLetterLower((char)letter))
            _classes[letter - 'a' + 'A'] = (byte)_classCount;
        _classCount++;
    }

    private int NewState()
    {
        var next = new int[_classCount];
        Array.Fill(next, -1);
        _next.Add(next);
        _outputs.Add([]);
        return _next.Count - 1;
    }

    private void Insert(byte[] head, int owner)
    {
        var state = 0;
        foreach (var letter in head)
        {
            var letterClass = _classes[letter];
            if (_next[state][letterClass] < 0)
                _next[state][letterClass] = NewState();
            state = _next[state][letterClass];
        }

        _outputs[state].Add(owner);
    }

    // Breadth first: where no literal goes on, go where the longest proper suffix goes.
    private void Complete()
    {
        var suffix = new int[_next.Count];
        var queue = new Queue<int>();
        for (var c = 0; c < _classCount; c++)
        {
            if (_next[0][c] < 0)
                _next[0][c] = 0;
            else
                queue.Enqueue(_next[0][c]);
        }

        while (queue.TryDequeue(out var state))
        {
            _outputs[state].UnionWith(_outputs[suffix[state]]);
            for (var c = 0; c < _classCount; c++)
            {
                var onward = _next[suffix[state]][c];
                if (_next[state][c] < 0)
                {
                    _next[state][c] = onward;
                    continue;
                }

                suffix[_next[state][c]] = onward;
                queue.Enqueue(_next[state][c]);
            }
        }
    }
}
