using GitAIOps.GitLab.Models;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>A job that failed, and why.</summary>
/// <param name="FailureReason">GitLab's word for it: <c>script_failure</c> ...</param>
/// <param name="Evidence">Best first, three blocks at most.</param>
/// <param name="Fingerprint">Equal causes share it.</param>
/// <param name="Command">What was running when it failed, secrets masked; null when the log does not show it.</param>
/// <param name="Note">Plain text: what keeps the log from telling all; null when nothing does.</param>
internal sealed record FailedJob(
    long Id,
    string Name,
    string? Stage,
    string? WebUrl,
    string? FailureReason,
    RootCause Cause,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Fix> Fixes,
    string Fingerprint,
    string? Tool,
    string? Command,
    int? ExitCode,
    string? Note)
{
    private const int MostEvidence = 3;

    public static FailedJob Of(Job job, Diagnosis diagnosis, string? note) =>
        new(
            job.Id,
            job.Name,
            job.Stage,
            job.WebUrl,
            job.FailureReason,
            diagnosis.RootCause,
            [.. diagnosis.Evidence.Take(MostEvidence)],
            diagnosis.Fixes,
            diagnosis.Fingerprint,
            diagnosis.Log.Tool,
            diagnosis.Log.Command,
            diagnosis.Log.ExitCode,
            note);
}

/// <summary>A job by its name and number.</summary>
internal sealed record NamedJob(long Id, string Name, string? WebUrl)
{
    public static NamedJob Of(Job job) => new(job.Id, job.Name, job.WebUrl);
}
