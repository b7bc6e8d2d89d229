using GitAIOps.GitLab;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Remediation;

/// <summary>Runs failed jobs again, once, and tells what becomes of them.</summary>
internal sealed class RetryEffect(GitLabAccess access, RetryRights rights, RetriedJobs retried) : IEffect
{
    public const string Name = "retry";

    public string Action => Name;

    public static bool MayRetry(string status) => status is CiStatus.Failed or CiStatus.Canceled;

    public async Task<Recheck> RecheckAsync(SavedCall call, Person presser, CancellationToken cancellationToken)
    {
        var wanted = RetryArguments.Read(call.Proposal);
        return await rights.RefusalAsync(presser, wanted.Project, cancellationToken) is { } refusal
            ? new Recheck.Refused(refusal)
            : await RecheckTargetAsync(call, wanted, presser, cancellationToken);
    }

    public async Task<Outcome> PerformAsync(SavedCall call, Press press, CancellationToken cancellationToken)
    {
        var wanted = RetryArguments.Read(call.Proposal);
        var writer = await access.WriterAsync(press, cancellationToken);
        try
        {
            if (!wanted.IsWholePipeline)
            {
                var job = await writer.Jobs.RetryAsync(wanted.Project, wanted.Jobs.Keys.Single(), cancellationToken);
                return RetriedJobs.Tell([job]);
            }

            await writer.Pipelines.RetryAsync(wanted.Project, wanted.Pipeline!.Value, cancellationToken);
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"a retry of {call.Proposal.Target} in {Markdown.Code(wanted.Project)}");
        }

        return await FirstLookAsync(wanted, press.By, cancellationToken);
    }

    public async Task<LookUp> LookUpAsync(SavedCall call, CancellationToken cancellationToken)
    {
        var wanted = RetryArguments.Read(call.Proposal);
        if (wanted.Pipeline is null)
            return new LookUp.CannotTell($"Look at {call.Proposal.Target} in {Markdown.Code(wanted.Project)}.");
        try
        {
            var found = await retried.FindAsync(wanted, Actor(call), call.IntentAt, cancellationToken);
            return found.Count == wanted.Jobs.Count ? new LookUp.Happened(RetriedJobs.Tell(found))
                : found.Count == 0 ? new LookUp.DidNotHappen()
                : new LookUp.CannotTell(
                    $"Of {Spoken.Count(wanted.Jobs.Count, "job")} {found.Count} ran again, so somebody else may have "
                    + $"retried. Look at {call.Proposal.Target} in {Markdown.Code(wanted.Project)}.");
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"what became of the retry of {call.Proposal.Target}");
        }
    }

    public async Task<Outcome> FollowAsync(SavedCall call, Outcome outcome, CancellationToken cancellationToken)
    {
        var wanted = RetryArguments.Read(call.Proposal);
        try
        {
            var jobs = RetriedJobs.Ids(outcome) is { Count: > 0 } ids
                ? await retried.GetAsync(wanted.Project, ids, Actor(call), cancellationToken)
                : await retried.FindAsync(wanted, Actor(call), call.IntentAt, cancellationToken);
            return jobs.Count == 0 ? outcome : RetriedJobs.Tell(jobs);
        }
        catch (GitLabException failure) when (IsLasting(failure.Kind))
        {
            var told = failure.Told(access, "the retried jobs");
            return outcome with
            {
                Sentence = $"The retry was sent. {told.Message}", Tone = Tone.Warning, IsFinal = true,
            };
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, "the retried jobs");
        }
    }

    // What will not be otherwise at the next look.
    private static bool IsLasting(FailureKind kind) =>
        kind is FailureKind.Unauthorized or FailureKind.Forbidden or FailureKind.NotFound;

    private static Person Actor(SavedCall call) => call.PressedBy ?? call.AskedBy;

    private async Task<Recheck> RecheckTargetAsync(
        SavedCall call, RetryArguments wanted, Person presser, CancellationToken cancellationToken)
    {
        try
        {
            var latest = await retried.LatestAsync(wanted, presser, cancellationToken);
            var standing = latest.Where(static job => MayRetry(job.Status)).Select(static job => job.Id).ToHashSet();
            var stands = wanted.IsWholePipeline
                ? standing.SetEquals(wanted.Jobs.Keys)
                : standing.IsSupersetOf(wanted.Jobs.Keys);
            return stands
                ? new Recheck.Ready()
                : new Recheck.Moved(
                    $"What failed in {call.Proposal.Target} is no longer what it was when this was offered. "
                    + "Nothing was retried; ask again to see how it stands.");
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"{call.Proposal.Target} in {Markdown.Code(wanted.Project)}");
        }
    }

    // The change is made, so a failure to look at it must not read as a refusal.
    private async Task<Outcome> FirstLookAsync(RetryArguments wanted, Person by, CancellationToken cancellationToken)
    {
        try
        {
            var jobs = await retried.FindAsync(wanted, by, since: null, cancellationToken);
            if (jobs.Count > 0)
                return RetriedJobs.Tell(jobs);
        }
        catch (GitLabException)
        {
            // Told below; the next look finds them.
        }

        return new(
            $"Retried {Spoken.Count(wanted.Jobs.Count, "job")} of pipeline {wanted.Pipeline}.",
            Tone.Neutral,
            IsFinal: false,
            new Dictionary<string, string>());
    }
}
