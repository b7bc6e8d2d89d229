using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Reading;

namespace GitAIOps.Plugins.Diagnosis.Ranking;

/// <summary>A line that may be evidence, with its block and the lines before it, as cleaned.</summary>
internal sealed class Candidate(int line, string text, int matcher, JobPhase phase, int step, ulong template)
{
    private static readonly Matcher LastWords = new("last-words", "gitlab-runner", "log_truncated", MatcherRole.Cause, 55);

    /// <summary>Lines of a block, the telling one counted.</summary>
    public const int LongestBlock = 15;

    public int Line { get; } = line;

    public string Text { get; } = text;

    public Matcher Matcher { get; } = matcher < 0 ? LastWords : MatcherTable.All[matcher];

    /// <summary>Of the table; -1 for the last line of a log that ends early, which no matcher took.</summary>
    public int MatcherNumber { get; } = matcher;

    public JobPhase Phase { get; } = phase;

    public int Step { get; } = step;

    public ulong Template { get; } = template;

    public List<LogLine> Before { get; set; } = [];

    public List<LogLine> After { get; } = [];

    /// <summary>The category, once a hint has said better.</summary>
    public string Category { get; set; } = matcher < 0 ? LastWords.Category : MatcherTable.All[matcher].Category;

    public int Weight { get; set; } = matcher < 0 ? LastWords.Weight : MatcherTable.All[matcher].Weight;

    /// <summary>0 to 1; set by the ranking.</summary>
    public double Score { get; set; }
}
