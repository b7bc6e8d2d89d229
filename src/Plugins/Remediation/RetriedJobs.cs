using System.Globalization;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Pipelines;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Remediation;

/// <summary>The jobs that a retry made: finds them in GitLab, and says how they stand.</summary>
internal sealed class RetriedJobs(GitLabAccess access)
{
    private const int MostJobs = 1000;
    private const string IdsFact = "jobs";

    // Ours and GitLab's clock may differ by so much.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>The latest attempt of every job of the pipeline; the pinned jobs alone when it is not known.</summary>
    public async Task<IReadOnlyList<Job>> LatestAsync(
        RetryArguments wanted, Person by, CancellationToken cancellationToken)
    {
        if (wanted.Pipeline is not { } pipeline)
            return await GetAsync(wanted.Project, [.. wanted.Jobs.Keys], by, cancellationToken);
        var client = await access.ReaderAsync(by, cancellationToken);
        return await client.Pipelines
            .JobsAsync(wanted.Project, pipeline, includeRetried: false, MostJobs, cancellationToken)
            .ToListAsync(cancellationToken);
    }

    /// <summary>For each pinned job the newest attempt after it; none where there is none.</summary>
    /// <param name="since">Earlier attempts, less a little for the clocks, do not count; null counts all.</param>
    public async Task<IReadOnlyList<Job>> FindAsync(
        RetryArguments wanted, Person by, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(wanted, by, cancellationToken);
        return
        [
            .. wanted.Jobs
                .Select(pinned => latest
                    .Where(job => job.Name == pinned.Value && job.Id > pinned.Key && IsSince(job, since))
                    .MaxBy(static job => job.Id))
                .OfType<Job>(),
        ];
    }

    public async Task<IReadOnlyList<Job>> GetAsync(
        string project, IReadOnlyList<long> ids, Person by, CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(by, cancellationToken);
        var jobs = new List<Job>();
        foreach (var id in ids)
            jobs.Add(await client.Jobs.GetAsync(project, id, cancellationToken));
        return jobs;
    }

    public static IReadOnlyList<long> Ids(Outcome outcome) =>
        outcome.Facts.TryGetValue(IdsFact, out var ids)
            ? [.. ids.Split(',').Select(static id => long.Parse(id, CultureInfo.InvariantCulture))]
            : [];

    /// <summary>How new jobs stand; final once all have ended.</summary>
    public static Outcome Tell(IReadOnlyList<Job> jobs)
    {
        var isFinal = jobs.All(static job => CiStatus.IsEnded(job.Status));
        var tone = jobs.Any(static job => job.Status == CiStatus.Failed) ? Tone.Bad
            : !isFinal ? Tone.Neutral
            : jobs.All(static job => job.Status == CiStatus.Success) ? Tone.Good
            : Tone.Warning;
        return new(
            string.Join(" ", jobs.Select(Sentence)),
            tone,
            isFinal,
            new Dictionary<string, string>
            {
                [IdsFact] = string.Join(',', jobs.Select(static job => job.Id.ToString(CultureInfo.InvariantCulture))),
            });
    }

    private static bool IsSince(Job job, DateTimeOffset? since) =>
        since is not { } intent || job.CreatedAt is not { } created || created >= intent - Skew;

    private static string Sentence(Job job)
    {
        var link = RetryCall.Link(job.Name, job.WebUrl);
        var took = job.Duration is { } seconds && CiStatus.IsEnded(job.Status)
            ? $" after {Spoken.Duration(seconds)}"
            : "";
        return job.Status switch
        {
            CiStatus.Success => $"{link} passed{took}.",
            CiStatus.Failed => $"{link} failed again{took}.",
            _ => $"{link} {StatusWords.Verb(job.Status)}{took}.",
        };
    }
}
