using System.Globalization;
using GitAIOps.GitLab;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Targets;

/// <summary>Finds the pipeline that a request means.</summary>
internal sealed class PipelineFinder(GitLabAccess access, ProjectFinder projects, CurrentTurn turn)
{
    /// <summary>The pipeline said, else the newest of the branch said, else the conversation's, else the default branch's.</summary>
    /// <exception cref="ToolFailure">There is none that this person may see.</exception>
    public async Task<PipelineTarget> FindAsync(
        string? project, long? pipeline, string? @ref, CancellationToken cancellationToken)
    {
        var branch = string.IsNullOrWhiteSpace(@ref) ? null : @ref.Trim();
        var wanted = pipeline ?? (branch is null && SaysProjectOfTurn(project) ? turn.Focus.Pipeline : null);
        if (wanted is not { } id)
            return await NewestAsync(await projects.FindAsync(project, cancellationToken), branch, cancellationToken);
        var client = await access.ReaderAsync(cancellationToken);
        var (place, found) = await projects.SearchAsync(
            project,
            $"pipeline {id}",
            (candidate, stop) => client.Pipelines.GetAsync(candidate.Id, id, stop),
            cancellationToken);
        return new(place, found);
    }

    /// <summary>Null when this person can see no such pipeline.</summary>
    public async Task<PipelineTarget?> TryFindAsync(string? project, long id, CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(cancellationToken);
        var found = await projects.TrySearchAsync(
            project,
            $"pipeline {id}",
            (candidate, stop) => client.Pipelines.GetAsync(candidate.Id, id, stop),
            cancellationToken);
        return found is var (place, pipeline) ? new(place, pipeline) : null;
    }

    /// <summary>The newest pipeline of a merge request.</summary>
    /// <param name="iid">The number in its project, as in !17.</param>
    /// <exception cref="ToolFailure">There is none that this person may see.</exception>
    public async Task<PipelineTarget> OfMergeRequestAsync(
        string? project, long iid, CancellationToken cancellationToken)
    {
        var place = await projects.FindAsync(project, cancellationToken);
        var asked = $"the merge request !{iid} in {Markdown.Code(place.PathWithNamespace)}";
        var client = await access.ReaderAsync(cancellationToken);
        try
        {
            var head = (await client.MergeRequests.GetAsync(place.Id, iid, cancellationToken)).HeadPipeline
                ?? throw new ToolFailure($"No pipeline ran for {asked} yet.");
            // A merge request from a fork may run there.
            var owner = head.ProjectId is { } other && other != place.Id
                ? await projects.FindAsync(other.ToString(CultureInfo.InvariantCulture), cancellationToken)
                : place;
            return new(owner, head);
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, asked);
        }
    }

    private bool SaysProjectOfTurn(string? project) => projects.Said(project) == turn.Project;

    private async Task<PipelineTarget> NewestAsync(Project project, string? branch, CancellationToken cancellationToken)
    {
        var where = Markdown.Code(project.PathWithNamespace);
        var head = branch ?? project.DefaultBranch;
        var asked = head is null ? $"a pipeline in {where}" : $"a pipeline of {Markdown.Code(head)} in {where}";
        var client = await access.ReaderAsync(cancellationToken);
        try
        {
            var newest = await client.Pipelines
                .ListAsync(project.Id, new(Ref: head), most: 1, cancellationToken)
                .FirstOrDefaultAsync(cancellationToken);
            // The list leaves out why a configuration could not be read, and how long it took.
            return newest is null
                ? throw new ToolFailure(
                    $"I looked for {asked}, and there is none that you may see. Check the branch's name.")
                : new(project, await client.Pipelines.GetAsync(project.Id, newest.Id, cancellationToken));
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, asked);
        }
    }
}
