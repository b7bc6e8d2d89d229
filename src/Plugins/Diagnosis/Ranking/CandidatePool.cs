using GitAIOps.Plugins.Diagnosis.Matching;

namespace GitAIOps.Plugins.Diagnosis.Ranking;

/// <summary>Keeps candidates in bounded memory: of each kind the first and the last ones, in each step anew.</summary>
internal sealed class CandidatePool
{
    private const int MostFirst = 16;
    private const int MostLast = 6;
    private const int MostTemplates = 20_000;
    private const int MostCandidates = 2_000;
    private const int MostCharacters = 6_000_000;

    private readonly List<Candidate> _kept = [];
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly int[] _firstInStep = new int[MatcherTable.Count];
    private readonly Queue<Candidate>[] _last = new Queue<Candidate>[MatcherTable.Count];
    private int _step;
    private long _characters;

    /// <summary>All that were kept, in the order of their lines.</summary>
    public IReadOnlyList<Candidate> All =>
        [.. _kept.Concat(_last.Where(queue => queue is not null).SelectMany(queue => queue))
            .OrderBy(candidate => candidate.Line)];

    /// <summary>How often a template was seen.</summary>
    public int Count(ulong template) => _counts.GetValueOrDefault(template, 1);

    public IEnumerable<ulong> Templates => _counts.Keys;

    public void Add(Candidate candidate)
    {
        var count = CountIn(candidate.Template);
        if (candidate.Step != _step)
            BeginStep(candidate.Step);
        if (_characters > MostCharacters)
            return;
        var matcher = candidate.MatcherNumber;
        if (count <= 3 && _firstInStep[matcher] < MostFirst)
        {
            _firstInStep[matcher]++;
            _characters += candidate.Text.Length;
            _kept.Add(candidate);
            return;
        }

        var queue = _last[matcher] ??= new();
        queue.Enqueue(candidate);
        if (queue.Count > MostLast)
            queue.Dequeue();
    }

    /// <summary>Whether a block line may still be kept.</summary>
    public bool TryKeep(LogLine line)
    {
        if (_characters > MostCharacters)
            return false;
        _characters += line.Text.Length;
        return true;
    }

    private int CountIn(ulong template)
    {
        if (_counts.TryGetValue(template, out var count))
            return _counts[template] = count + 1;
        if (_counts.Count < MostTemplates)
            _counts[template] = 1;
        return 1;
    }

    private void BeginStep(int step)
    {
        _step = step;
        Array.Clear(_firstInStep);
        if (_kept.Count <= MostCandidates)
            return;
        var best = _kept.OrderByDescending(candidate => candidate.Weight).Take(MostCandidates / 4)
            .Concat(_kept.TakeLast(MostCandidates / 4)).Distinct().OrderBy(candidate => candidate.Line).ToList();
        _kept.Clear();
        _kept.AddRange(best);
        _characters = _kept.Sum(candidate =>
            (long)candidate.Text.Length + candidate.After.Sum(line => line.Text.Length));
    }
}
