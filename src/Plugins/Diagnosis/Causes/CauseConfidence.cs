using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Ranking;

namespace GitAIOps.Plugins.Diagnosis.Causes;

/// <summary>
/// How sure one may be of a cause, 0 to 0.97: by what leads, by its margin, and by what else speaks for it.
/// </summary>
internal static class CauseConfidence
{
    private const double Most = 0.97;
    private const double WithoutEvidence = 0.5;
    private const double Nothing = 0.05;

    // What such a line says is believed without a second one.
    private const int SpeaksForItself = 86;

    /// <param name="command">The one that was running when the job failed.</param>
    public static double Of(Cause cause, Candidate? lead, IReadOnlyList<Candidate> ranked, string? command)
    {
        if (lead is null)
            return cause.Category == "unknown" ? Nothing : WithoutEvidence;
        if (cause.Category is "unknown" or "script_error" or "build_failure")
            return Math.Round(lead.Score * 0.5, 2);
        var support = lead.IsIncidental ? 0.85 : IsSupported(cause, lead, ranked, command) ? 1 : 0.93;
        return Math.Round(Math.Min(Most, lead.Score * (0.8 + (0.22 * Margin(cause, lead, ranked))) * support), 2);
    }

    // 1 when nothing speaks for another class.
    private static double Margin(Cause cause, Candidate lead, IReadOnlyList<Candidate> ranked)
    {
        var rival = ranked.FirstOrDefault(other => other.Category != "unknown"
            && other.Matcher.Role == MatcherRole.Cause
            && CauseTable.Of(other.Category).Coarse != cause.Coarse);
        return rival is null ? 1 : Math.Clamp((lead.Score - rival.Score) * 4, 0, 1);
    }

    // A tool's line is believed of that tool, or when another line (a hint, too) says the same.
    private static bool IsSupported(Cause cause, Candidate lead, IReadOnlyList<Candidate> ranked, string? command) =>
        lead.Matcher.Weight >= SpeaksForItself
        || lead.Category != lead.Matcher.Category
        || (command is not null && Names(command, lead.Matcher.Tool))
        || ranked.Any(other => other.MatcherNumber != lead.MatcherNumber && other.Matcher.Role != MatcherRole.End
            && CauseTable.Of(other.Category).Coarse == cause.Coarse);

    private static bool Names(string command, string tool)
    {
        var first = tool.Split(' ')[0];
        return command.Split([' ', '\t', '/', ';', '"', '\''], StringSplitOptions.RemoveEmptyEntries).Contains(first);
    }
}
