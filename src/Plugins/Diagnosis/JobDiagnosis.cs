using GitAIOps.GitLab;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>Streams the logs of failed jobs through the diagnosis; without a log GitLab's own reason stands.</summary>
internal sealed class JobDiagnosis(GitLabAccess access, CurrentTurn turn)
{
    private const int AtOnce = 3;
    private const long MostBytes = 512L * 1024 * 1024;

    /// <exception cref="ToolFailure">GitLab did not answer.</exception>
    public async Task<IReadOnlyList<FailedJob>> DiagnoseAsync(
        Project project, IReadOnlyList<Job> jobs, CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(cancellationToken);
        var failures = new FailedJob[jobs.Count];
        var side = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, jobs.Count), side, async (at, stop) =>
        {
            var job = jobs[at];
            var which = jobs.Count == 1 ? "" : $" ({at + 1} of {jobs.Count})";
            await turn.ReportAsync($"Reading the log of {job.Name}{which}", stop);
            failures[at] = await DiagnoseAsync(client, project, job, stop);
        });
        return failures;
    }

    private async Task<FailedJob> DiagnoseAsync(
        GitLabClient client, Project project, Job job, CancellationToken cancellationToken)
    {
        var context = new LogContext(job.Name, job.FailureReason);
        try
        {
            await using var trace = await client.Jobs.TraceAsync(project.Id, job.Id, MostBytes, cancellationToken);
            var diagnosis = await LogDiagnosis.DiagnoseAsync(trace, context, cancellationToken);
            return FailedJob.Of(job, diagnosis, Note(job, diagnosis.Log));
        }
        catch (GitLabException failure) when (failure.Kind is FailureKind.Forbidden or FailureKind.NotFound)
        {
            var diagnosis = await LogDiagnosis.DiagnoseAsync(Stream.Null, context, cancellationToken);
            var why = failure.Kind == FailureKind.Forbidden ? "You may not read its log" : "Its log is gone";
            return FailedJob.Of(job, WithoutLog(diagnosis), $"{why}; {Reason(job)}");
        }
        catch (GitLabException failure)
        {
            var where = Markdown.Code(project.PathWithNamespace);
            throw failure.Told(access, $"the log of {Markdown.Code(job.Name)} ({job.Id}) in {where}");
        }
    }

    // An empty stream stands for a log that was not read; what it says of emptiness is not known then.
    private static Diagnosis WithoutLog(Diagnosis diagnosis) =>
        diagnosis with { RootCause = diagnosis.RootCause with { Explanation = "The cause is not known from a log." } };

    private static string? Note(Job job, LogFacts log) =>
        log.Bytes == 0 ? $"Its log is empty; {Reason(job)}"
        : log.IsCut ? $"The runner cut its log for its size; {Reason(job)}"
        : log.Bytes >= MostBytes ? "Its log is longer than 512 MB; only its beginning was read."
        : null;

    private static string Reason(Job job) =>
        job.FailureReason is { } reason
            ? $"GitLab gives the reason “{reason.Replace('_', ' ')}”."
            : "GitLab gives no reason of its own.";
}
