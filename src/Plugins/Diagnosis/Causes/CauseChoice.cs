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

        var confidence = CauseConfidence.Of(cause, Lead, ranked, timeline.Command);
        var explanation = isEmpty ? "The log is empty: the job wrote nothing, or its log was removed."
            : Lead is null && overlongLines > 0
            ? $"{cause.Explanation} {overlongLines} lines were too long to be read as lines."
            : Explain(cause);
        return new(
            cause.Category, cause.Coarse, CauseTitle.Of(cause, Lead), explanation, confidence, cause.Intermittent);
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
        var first = words?.FirstOrDefault(word => !word.Contains('=', StringComparison.Ordinal)
            && word is not ("sudo" or "time" or "exec" or "env"));
        if (first is null)
            return null;
        var name = first[(first.LastIndexOf('/') + 1)..];
        return name.Length is > 0 and <= 30 && char.IsAsciiLetter(name[0]) ? name : null;
    }
}
