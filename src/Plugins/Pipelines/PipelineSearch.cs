using System.Collections.Concurrent;
using GitAIOps.GitLab;
using GitAIOps.GitLab.Models;
using GitAIOps.GitLab.Reads;
using GitAIOps.Plugins.Rights;
using GitAIOps.Plugins.Targets;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>Looks for pipelines in one project, or in all those the person works on.</summary>
internal sealed class PipelineSearch(GitLabAccess access, ProjectFinder projects, TimeProvider time)
{
    private const int MostShown = 20;
    private const int AtOnce = 6;

    /// <exception cref="ToolFailure">The state or the time is not understood, or GitLab did not answer.</exception>
    public async Task<PipelineList> FindAsync(
        string? project, string? status, string? since, string? @ref, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = Status(status);
        var range = Range(since, now);
        var places = projects.Said(project) is null
            ? await projects.KnownAsync(cancellationToken)
            : [await projects.FindAsync(project, cancellationToken)];
        if (places.Count == 0)
            await projects.FindAsync(null, cancellationToken);
        var query = new PipelineQuery(state, @ref, range?.From, range?.To);
        var (found, looked) = await AllAsync(places, query, cancellationToken);
        return new(
            [.. looked.Select(place => place.PathWithNamespace)],
            state,
            @ref,
            range is null ? null : since!.Trim(),
            [.. found.OrderByDescending(one => one.UpdatedAt).ThenByDescending(one => one.Id).Take(MostShown)],
            found.Count > MostShown,
            now);
    }

    private static string? Status(string? words) =>
        string.IsNullOrWhiteSpace(words) || words.Trim().ToLowerInvariant() is "any" or "all"
            ? null
            : StatusWords.Parse(words)
                ?? throw new ToolFailure(
                    $"Pipelines are never {Markdown.Code(words)}. "
                    + "Say failed, passed, running, pending, canceled, skipped or manual.");

    private static TimeRange? Range(string? words, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(words)
            ? null
            : TimeRange.TryParse(words, now, out var range)
                ? range
                : throw new ToolFailure(
                    $"I do not understand the time {Markdown.Code(words)}. "
                    + "Say it as in “today”, “since Monday”, “last 2 weeks” or “2026-11-20”.");

    private async Task<(IReadOnlyCollection<ListedPipeline> Found, IReadOnlyList<Project> Looked)> AllAsync(
        IReadOnlyList<Project> places, PipelineQuery query, CancellationToken cancellationToken)
    {
        var closed = new ConcurrentBag<Project>();
        var client = await access.ReaderAsync(cancellationToken);
        var found = new ConcurrentBag<ListedPipeline>();
        var side = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(places, side, async (place, stop) =>
        {
            try
            {
                await foreach (var pipeline in client.Pipelines.ListAsync(place.Id, query, MostShown + 1, stop))
                    found.Add(Listed(place, pipeline));
            }
            catch (GitLabException failure) when (failure.Kind == FailureKind.Forbidden && places.Count > 1)
            {
                // Its pipelines are for its members only; the others still answer.
                closed.Add(place);
            }
            catch (GitLabException failure)
            {
                throw failure.Told(access, $"the pipelines of {Markdown.Code(place.PathWithNamespace)}");
            }
        });
        return closed.Count < places.Count
            ? (found, [.. places.Except(closed)])
            : throw new ToolFailure(
                $"None of your projects lets you see its pipelines: {Names(places)}. Ask a maintainer for access.");
    }

    private static string Names(IReadOnlyList<Project> places) =>
        Spoken.List([.. places.Select(place => Markdown.Code(place.PathWithNamespace))]);

    private static ListedPipeline Listed(Project place, Pipeline pipeline) =>
        new(
            pipeline.Id,
            place.PathWithNamespace,
            pipeline.Status,
            pipeline.Ref,
            pipeline.UpdatedAt ?? pipeline.CreatedAt,
            pipeline.WebUrl);
}
