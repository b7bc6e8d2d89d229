namespace GitAIOps.Evals;

/// <summary>Counts hits by figure.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Hits, int Of)> _counts = [];
    private readonly List<string> _order = [];

    public void Add(string figure, bool hit) => Add(figure, hit ? 1 : 0, 1);

    public void Add(string figure, int hits, int of)
    {
        if (!_counts.TryGetValue(figure, out var count))
            _order.Add(figure);
        _counts[figure] = (count.Hits + hits, count.Of + of);
    }

    public IReadOnlyDictionary<string, double> Figures =>
        _order.ToDictionary(figure => figure, figure => (double)_counts[figure].Hits / Math.Max(1, _counts[figure].Of));
}
