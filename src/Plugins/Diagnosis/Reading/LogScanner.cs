using System.Text;
using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Quoting;
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
    private static readonly byte[] KeyMask = Encoding.UTF8.GetBytes(Redaction.PrivateKeyMask);
    private readonly LineCleaner _cleaner = new();
    private readonly MatcherSet _seen = new();
    private readonly OpenBlock _block;
    private PrivateKeyLines _keys;
    private Candidate? _lastCause;

    public LogScanner() => _block = new(Candidates);

    public JobTimeline Timeline { get; } = new();

    public CandidatePool Candidates { get; } = new();

    public RecentLines Recent { get; } = new();

    /// <summary>Lines too long to be quoted.</summary>
    public int OverlongLines { get; private set; }

    /// <summary>Takes the next line.</summary>
    /// <param name="isWhole">
    /// Whether the line's beginning is there; what follows its last carriage return may be whole all the same.
    /// </param>
    public void Take(int number, ReadOnlySpan<byte> raw, bool isWhole)
    {
        var line = _cleaner.Clean(raw, out var hadReturn);
        var isMark = line.StartsWith("section_"u8);
        if ((hadReturn || isMark) && Timeline.TakeMarks(number, raw))
        {
            _block.Close();
            if (isMark)
                return;
        }

        if ((!isWhole && !hadReturn) || line.Length > LongestQuote)
        {
            OverlongLines++;
            _block.Close();
            return;
        }

        if ((_keys.IsInside || line.IndexOf("-----BEGIN "u8) >= 0) && _keys.Take(Encoding.UTF8.GetString(line)))
            line = raw = KeyMask;
        TakeQuotable(number, line, raw);
        Recent.Add(number, line, raw);
    }

    private void TakeQuotable(int number, ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw)
    {
        if (LiteralTable.Scan(line, _seen) && _seen.IsTelling)
        {
            TakeSaying(number, line, raw);
            return;
        }

        _seen.Clear();
        if (IsCommand(line, raw))
            TakeCommand(Line(number, line, raw), raw);
        else
            _block.GoOn(number, line, raw);
    }

    private static LogLine Line(int number, ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw) =>
        new(number, Encoding.UTF8.GetString(line)) { Proof = LineProof.Of(raw) };

    private static bool IsCommand(ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw) =>
        line.StartsWith("$ "u8) || line.IndexOf("##[group]Run "u8) >= 0 || raw.IndexOf("\u001b[32;1m$ "u8) >= 0
        || line.StartsWith("Post job cleanup"u8) || line.StartsWith("Running after"u8);

    private bool TakeCommand(LogLine line, ReadOnlySpan<byte> raw)
    {
        var words = LineWords.Of(line.Text);
        Timeline.TakeEnd(words);
        if (!Timeline.TakeCommand(line, words, raw.IndexOf("\u001b[32;1m$ "u8) >= 0))
            return false;
        _block.Close();
        return true;
    }

    private void TakeSaying(int number, ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw)
    {
        if (IsCommand(line, raw) && TakeCommand(Line(number, line, raw), raw))
        {
            _seen.Clear();
            return;
        }

        var words = LineWords.Of(Encoding.UTF8.GetString(line));
        Timeline.TakeEnd(words);
        for (var matcher = _seen.Take(); matcher >= 0; matcher = _seen.Take())
        {
            if (!MatcherTable.Pattern(matcher).IsMatch(words))
                continue;
            _seen.Clear();
            _block.GoOn(number, line, raw);
            TakeMatch(number, line, raw, words, matcher);
            return;
        }

        _block.GoOn(number, line, raw);
    }

    private void TakeMatch(int number, ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw, string words, int matcher)
    {
        switch (MatcherTable.All[matcher].Role)
        {
            case MatcherRole.Hint:
                TakeHint(number, words, matcher);
                return;
            case MatcherRole.Noise or MatcherRole.Key:
                return;
        }

        var template = LineTemplate.Hash(words);
        var candidate = new Candidate(Line(number, line, raw), matcher, Timeline.Phase, Timeline.Step, template);
        if (_block.Open(candidate))
            candidate.Before = Recent.Last(ContextLines, number);
        if (candidate.Matcher.Role == MatcherRole.Cause)
            _lastCause = candidate;
        Candidates.Add(candidate);
    }

    private void TakeHint(int number, string words, int matcher)
    {
        var hint = MatcherTable.All[matcher];
        if (_lastCause is null || number - _lastCause.Line > HintReach || _lastCause.Matcher.Tool != hint.Tool)
            return;
        _lastCause.Category = hint.Category;
        _lastCause.Weight = Math.Max(_lastCause.Weight, hint.Weight);
        var groups = MatcherTable.Pattern(matcher).Match(words).Groups;
        if (groups["test"] is { Success: true } test)
            _lastCause.Test ??= test.Value;
        if (groups["message"] is { Success: true } message)
            _lastCause.Message ??= message.Value;
    }
}
