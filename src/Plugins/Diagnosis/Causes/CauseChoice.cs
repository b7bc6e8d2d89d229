using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Ranking;
using GitAIOps.Plugins.Diagnosis.Reading;

namespace GitAIOps.Plugins.Diagnosis.Causes;

/// <summary>Names the cause that the ranked evidence speaks for.</summary>
internal sealed class CauseChoice(JobTimeline timeline, IReadOnlyList<Candidate> ranked, LogContext context)
{
    /// <summary>The evidence that the cause goes by; null when there is none.</summary>
    public Candidate? Lead { get; } = FindLead(ranked);

    public string? FailureReason => context.FailureReason ?? timeline.FailureReason;

    public string? Tool => Lead switch
    {
        null => null,
        { Matcher.Tool: "general" or "system" or "jvm" or "python" } => ToolOf(timeline.Command) ?? Lead.Matcher.Tool,
        _ => Lead.Matcher.Tool,
    };

    public Cause Cause => CauseTable.Of(Lead?.Category is { } known and not "unknown" ? known : CategoryOfReason());

    /// <summary>The cause as told to a person.</summary>
    public RootCause Tell(bool isEmpty, int overlongLines)
    {
        var cause = Cause;
        if (Lead is null && timeline.HasSucceeded)
        {
            const string Explanation = "The log ends well; nothing in it looks like a failure.";
            return new(cause.Category, cause.Coarse, "The job succeeded", Explanation, 0.9, null);
        }

        var explanation = isEmpty ? "The log is empty: the job wrote nothing, or its log was removed."
            : Lead is null && overlongLines > 0 ? $"{cause.Explanation} {overlongLines} lines were too long to be read as lines."
            : Explain(cause);
        return new(
            cause.Category, cause.Coarse, CauseTitle.Of(cause, Lead), explanation, Confidence(cause), cause.Intermittent);
    }

    // Nothing that only says "it failed" names a cause while something else does.
    private static Candidate? FindLead(IReadOnlyList<Candidate> ranked)
    {
        if (ranked.Count == 0)
            return null;
        var best = ranked[0];
        if (best.Category != "unknown")
            return best;
        return ranked.FirstOrDefault(other => other.Category is not "unknown" && other.Score >= best.Score * 0.72
            && other.Matcher.Role != MatcherRole.End) ?? best;
    }

    private string Explain(Cause cause)
    {
        var cut = timeline.IsCut ? " The runner cut the log, so its end is missing." : "";
        return cause.Explanation + cut;
    }

    private double Confidence(Cause cause)
    {
        if (Lead is null)
            return cause.Category == "unknown" ? 0.05 : 0.5;
        var isKnown = cause.Category is not ("unknown" or "script_error" or "build_failure");
        var rival = ranked.FirstOrDefault(other => CauseTable.Of(other.Category).Coarse != cause.Coarse && other.Category != "unknown"
            && other.Matcher.Role == MatcherRole.Cause);
        var margin = rival is null ? 1 : Math.Clamp((Lead.Score - rival.Score) * 4, 0, 1);
        return Math.Round(Math.Min(0.97, Lead.Score * (isKnown ? 0.8 + (0.22 * margin) : 0.5)), 2);
    }

    // docs.gitlab.com/api/jobs: failure_reason
    private string CategoryOfReason() => FailureReason switch
    {
        "job_execution_timeout" or "stuck_or_timeout_failure" => "job_timeout",
        "runner_system_failure" or "system_failure" or "runner_unsupported" or "stuck_or_timeout" or "scheduler_failure"
            or "no_matching_runner" => "runner_system_failure",
        "image_pull_failure" => "image_pull_failure",
        "missing_dependency_failure" => "artifact_failure",
        _ => timeline.IsCut ? "log_truncated" : "unknown",
    };

    private static string? ToolOf(string? command)
    {
        var words = command?.Split([' ', '\t', ';'], StringSplitOptions.RemoveEmptyEntries);
        var first = words?.FirstOrDefault(word => !word.Contains('=', StringComparison.Ordinal) && word is not ("sudo" or "time" or "exec" or "env"));
        if (first is null)
            return null;
        var name = first[(first.LastIndexOf('/') + 1)..];
        return name.Length is > 0 and <= 30 && char.IsAsciiLetter(name[0]) ? name : null;
    }
}
