using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Reading;

namespace GitAIOps.Plugins.Diagnosis.Ranking;

/// <summary>A line that may be evidence, with its block and the lines before it, as cleaned.</summary>
internal sealed class Candidate(LogLine telling, int matcher, JobPhase phase, int step, ulong template)
{
    /// <summary>Lines of a block, the telling one counted.</summary>
    public const int LongestBlock = 15;

    private static readonly Matcher LastWords =
        new("last-words", "gitlab-runner", "log_truncated", MatcherRole.Cause, 55, BlockShape.Line);

    public LogLine Telling { get; } = telling;

    public int Line => Telling.Line;

    public string Text => Telling.Text;

    public Matcher Matcher { get; } = matcher < 0 ? LastWords : MatcherTable.All[matcher];

    /// <summary>Of the table; -1 for the last line of a log that ends early, which no matcher took.</summary>
    public int MatcherNumber { get; } = matcher;

    public JobPhase Phase { get; } = phase;

    public int Step { get; } = step;

    public ulong Template { get; } = template;

    public List<LogLine> Before { get; set; } = [];

    public List<LogLine> After { get; } = [];

    /// <summary>The block: the telling line and what follows, without empty lines at its end.</summary>
    public IEnumerable<LogLine> Block =>
        After.Take(After.FindLastIndex(static line => !LineWords.AreNone(line.Text)) + 1).Prepend(Telling);

    /// <summary>The category, once a hint has said better.</summary>
    public string Category { get; set; } = matcher < 0 ? LastWords.Category : MatcherTable.All[matcher].Category;

    public int Weight { get; set; } = matcher < 0 ? LastWords.Weight : MatcherTable.All[matcher].Weight;

    /// <summary>The failed test, where a hint names it.</summary>
    public string? Test { get; set; }

    /// <summary>What went wrong, where a hint says it better.</summary>
    public string? Message { get; set; }

    /// <summary>Whether such a line comes up by the way where something else fails; set by the ranking.</summary>
    public bool IsIncidental { get; set; }

    /// <summary>0 to 1; set by the ranking.</summary>
    public double Score { get; set; }
}
