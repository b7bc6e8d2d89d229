using System.Text;
using GitAIOps.Plugins.Diagnosis.Ranking;
using GitAIOps.Plugins.Diagnosis.Reading;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis.Quoting;

/// <summary>Chooses the lines of the reduced log, the most telling first, until its size is used up.</summary>
internal sealed class ExcerptBuilder(long logBytes)
{
    private const int AlwaysAllowed = 4 * 1024;
    private const int Most = 64 * 1024;
    private readonly SortedDictionary<int, LogLine> _lines = [];
    private readonly long _budget = Math.Min(Most, Math.Max(AlwaysAllowed, logBytes / 5));

    /// <summary>UTF-8 bytes of the chosen lines, a line end each.</summary>
    public int Bytes { get; private set; }

    public IReadOnlyList<LogLine> Lines => [.. _lines.Values];

    /// <summary>Takes the lines that still fit.</summary>
    public void Add(IEnumerable<LogLine> lines)
    {
        foreach (var line in lines)
        {
            if (_lines.ContainsKey(line.Line))
                continue;
            if (Quote.Of(line) is not { } shown)
                continue;
            var bytes = Encoding.UTF8.GetByteCount(shown.Text) + 1;
            if (Bytes + bytes > _budget)
                continue;
            Bytes += bytes;
            _lines[line.Line] = shown;
        }
    }

    /// <summary>The reduced log of a scan.</summary>
    public static ExcerptBuilder From(LogScanner scan, IReadOnlyList<Candidate> ranked, long logBytes)
    {
        var excerpt = new ExcerptBuilder(logBytes);
        excerpt.Add(ranked.Select(candidate => candidate.Telling));
        if (scan.Timeline.CommandLine is { } command)
            excerpt.Add([command]);
        excerpt.Add(scan.Recent.Last(3, int.MaxValue));
        foreach (var candidate in ranked)
            excerpt.Add(candidate.After.Take(6));
        excerpt.Add(scan.Recent.Last(12, int.MaxValue));
        foreach (var candidate in ranked)
            excerpt.Add(candidate.After.Concat(candidate.Before));
        var others = scan.Candidates.All.OrderByDescending(candidate => candidate.Score).Take(400).ToList();
        excerpt.Add(others.Select(candidate => candidate.Telling));
        foreach (var candidate in others)
            excerpt.Add(candidate.After);
        excerpt.Add(scan.Recent.Last(80, int.MaxValue));
        return excerpt;
    }
}
