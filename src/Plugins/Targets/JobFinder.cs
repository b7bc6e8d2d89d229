using System.Globalization;
using GitAIOps.GitLab;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Targets;

/// <summary>Finds the job that a request means, and the jobs of a pipeline.</summary>
internal sealed class JobFinder(GitLabAccess access, ProjectFinder projects, PipelineFinder pipelines)
{
    private const int MostJobs = 1000;

    /// <param name="job">Its id, or its name in the pipeline.</param>
    /// <param name="pipeline">Where a name is looked up; null means as in <see cref="PipelineFinder"/>.</param>
    /// <exception cref="ToolFailure">There is none that this person may see.</exception>
    public async Task<JobTarget> FindAsync(
        string? project, string job, long? pipeline, CancellationToken cancellationToken)
    {
        var said = job.Trim().TrimStart('#');
        if (!long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return await FindByNameAsync(project, said, pipeline, cancellationToken);
        var client = await access.ReaderAsync(cancellationToken);
        var (place, found) = await projects.SearchAsync(
            project,
            $"job {id}",
            (candidate, stop) => client.Jobs.GetAsync(candidate.Id, id, stop),
            cancellationToken);
        return new(place, found);
    }

    /// <summary>Null when this person can see no such job.</summary>
    public async Task<JobTarget?> TryFindAsync(string? project, long id, CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(cancellationToken);
        var found = await projects.TrySearchAsync(
            project,
            $"job {id}",
            (candidate, stop) => client.Jobs.GetAsync(candidate.Id, id, stop),
            cancellationToken);
        return found is var (place, job) ? new(place, job) : null;
    }

    /// <summary>The latest attempt of every job, in the order in which they were made.</summary>
    /// <param name="asked">Markdown, for the sentence when it cannot be read.</param>
    public async Task<IReadOnlyList<Job>> OfPipelineAsync(
        long project, long pipeline, string asked, CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(cancellationToken);
        try
        {
            var jobs = await client.Pipelines
                .JobsAsync(project, pipeline, includeRetried: false, MostJobs, cancellationToken)
                .ToListAsync(cancellationToken);
            return [.. jobs.OrderBy(static job => job.Id)];
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, asked);
        }
    }

    private async Task<JobTarget> FindByNameAsync(
        string? project, string name, long? pipeline, CancellationToken cancellationToken)
    {
        var target = await pipelines.FindAsync(project, pipeline, @ref: null, cancellationToken);
        var where = $"pipeline {target.Pipeline.Id} of {Markdown.Code(target.Project.PathWithNamespace)}";
        var jobs = await OfPipelineAsync(
            target.Project.Id, target.Pipeline.Id, $"the jobs of {where}", cancellationToken);
        var exact = jobs.Where(job => job.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        var alike = exact.Count > 0
            ? exact
            : [.. jobs.Where(job => job.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return alike.Count == 1 || exact.Count > 0
            ? new(target.Project, alike[^1])
            : throw new ToolFailure(Unclear(name, where, alike.Count == 0 ? jobs : alike));
    }

    private static string Unclear(string name, string where, IReadOnlyList<Job> candidates)
    {
        var asked = $"I looked for a job called {Markdown.Code(name)} in {where}";
        return candidates.Count == 0
            ? $"{asked}, which has no jobs. Say another pipeline, or the job's number."
            : $"{asked}. Say which one you mean: "
                + $"{Spoken.List([.. candidates.Select(job => Markdown.Code(job.Name))])}.";
    }
}
