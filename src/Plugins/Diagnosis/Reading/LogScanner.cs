using System.Text;
using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Ranking;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>Goes over a log once, line by line, and keeps what may be evidence.</summary>
internal sealed class LogScanner
{
    /// <summary>Bytes. Longer lines are counted and never quoted.</summary>
    public const int LongestQuote = 16 * 1024;

    private const int ContextLines = 4;
    private const int HintReach = 40;
    private readonly LineCleaner _cleaner = new();
    private readonly MatcherSet _seen = new();
    private PrivateKeyLines _keys;
    private Candidate? _open;
    private Candidate? _lastCause;

    public JobTimeline Timeline { get; } = new();

    public CandidatePool Candidates { get; } = new();

    public RecentLines Recent { get; } = new();

    /// <summary>Lines too long to be quoted.</summary>
    public int OverlongLines { get; private set; }

    /// <summary>Takes the next line.</summary>
    /// <param name="isWhole">Whether the line's beginning is there; what follows its last carriage return may be whole all the same.</param>
    public void Take(int number, ReadOnlySpan<byte> raw, bool isWhole)
    {
        var line = _cleaner.Clean(raw, out var hadReturn);
        if (hadReturn)
            Timeline.TakeMarks(number, raw);
        if ((!isWhole && !hadReturn) || line.Length > LongestQuote)
        {
            OverlongLines++;
            _open = null;
            return;
        }

        if (_keys.IsInside || line.IndexOf("-----BEGIN "u8) >= 0)
        {
            if (_keys.Take(Encoding.UTF8.GetString(line)))
                line = Encoding.UTF8.GetBytes(Redaction.PrivateKeyMask);
        }

        if (LiteralTable.Scan(line, _seen) && _seen.IsTelling)
        {
            TakeSaying(number, line, raw);
            Recent.Add(number, line);
            return;
        }

        _seen.Clear();
        if (IsCommand(line, raw))
            TakeCommand(number, Encoding.UTF8.GetString(line), raw);
        else
            GoOn(number, line, null);
        Recent.Add(number, line);
    }

    private static bool IsCommand(ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw) =>
        line.StartsWith("$ "u8) || line.IndexOf("##[group]Run "u8) >= 0 || raw.IndexOf("\u001b[32;1m$ "u8) >= 0
        || line.StartsWith("Post job cleanup"u8) || line.StartsWith("Running after"u8);

    private bool TakeCommand(int number, string text, ReadOnlySpan<byte> raw)
    {
        var words = LineWords.Of(text);
        Timeline.TakeEnd(words);
        if (!Timeline.TakeCommand(new(number, text), words, raw.IndexOf("\u001b[32;1m$ "u8) >= 0))
            return false;
        _open = null;
        return true;
    }

    private void TakeSaying(int number, ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(line);
        var words = LineWords.Of(text);
        if (IsCommand(line, raw) && TakeCommand(number, text, raw))
        {
            _seen.Clear();
            return;
        }

        Timeline.TakeEnd(words);
        for (var matcher = _seen.Take(); matcher >= 0; matcher = _seen.Take())
        {
            if (!MatcherTable.Pattern(matcher).IsMatch(words))
                continue;
            _seen.Clear();
            TakeMatch(number, line, text, words, matcher);
            return;
        }

        GoOn(number, line, text);
    }

    private void TakeMatch(int number, ReadOnlySpan<byte> line, string text, string words, int matcher)
    {
        switch (MatcherTable.All[matcher].Role)
        {
            case MatcherRole.Hint:
                TakeHint(number, matcher);
                GoOn(number, line, text);
                return;
            case MatcherRole.Noise or MatcherRole.Key:
                GoOn(number, line, text);
                return;
        }

        GoOn(number, line, text);
        var candidate = new Candidate(number, text, matcher, Timeline.Phase, Timeline.Step, LineTemplate.Hash(words));
        if (_open is null || candidate.Weight >= _open.Weight)
        {
            candidate.Before = Recent.Last(ContextLines, number);
            _open = candidate;
        }

        if (candidate.Matcher.Role == MatcherRole.Cause)
            _lastCause = candidate;
        Candidates.Add(candidate);
    }

    private void TakeHint(int number, int matcher)
    {
        if (_lastCause is null || number - _lastCause.Line > HintReach || _lastCause.Matcher.Tool != MatcherTable.All[matcher].Tool)
            return;
        _lastCause.Category = MatcherTable.All[matcher].Category;
        _lastCause.Weight = Math.Max(_lastCause.Weight, MatcherTable.All[matcher].Weight);
    }

    // A block ends at an empty line, or when it is long enough.
    private void GoOn(int number, ReadOnlySpan<byte> line, string? text)
    {
        if (_open is null)
            return;
        var isFull = number - _open.Line >= Candidate.LongestBlock;
        if (isFull || line.Trim(" \t"u8).IsEmpty)
        {
            _open = null;
            return;
        }

        var quote = new LogLine(number, text ?? Encoding.UTF8.GetString(line));
        if (Candidates.TryKeep(quote))
            _open.After.Add(quote);
        else
            _open = null;
    }
}
