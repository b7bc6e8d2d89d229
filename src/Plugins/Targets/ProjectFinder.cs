using GitAIOps.GitLab;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Targets;

/// <summary>Finds the project that a request means, among those the turn's person may read.</summary>
internal sealed class ProjectFinder(GitLabAccess access, CurrentTurn turn)
{
    private const int MostProjects = 20;
    private const int AtOnce = 6;

    /// <summary>The project said, else the conversation's, else the person's only one.</summary>
    /// <exception cref="ToolFailure">There is none, or it cannot be told which.</exception>
    public async Task<Project> FindAsync(string? said, CancellationToken cancellationToken)
    {
        if (Said(said) is { } path)
            return await GetAsync(path, cancellationToken);
        var known = await KnownAsync(cancellationToken);
        return known.Count == 1 ? known[0] : throw new ToolFailure(Which(known));
    }

    /// <summary>The project said, else the conversation's; null when neither says one.</summary>
    public string? Said(string? said) =>
        !string.IsNullOrWhiteSpace(said) ? said.Trim() : turn.Project;

    /// <summary>The projects that the person works on, the most recently active first; unlinked, the public ones.</summary>
    public async Task<IReadOnlyList<Project>> KnownAsync(CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(cancellationToken);
        try
        {
            return await client.Projects
                .ListAsync(membership: !client.IsAnonymous, MostProjects, cancellationToken)
                .ToListAsync(cancellationToken);
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, "your projects");
        }
    }

    /// <summary>Looks for something by its global id: in the conversation's project, then in the person's.</summary>
    /// <param name="asked">Markdown, as in <c>pipeline 42</c>.</param>
    /// <exception cref="ToolFailure">It is in none of them.</exception>
    public async Task<(Project Project, T Found)> SearchAsync<T>(
        string? said, string asked, Func<Project, CancellationToken, Task<T>> get, CancellationToken cancellationToken)
        where T : class
    {
        var (found, looked) = await LookAsync(said, asked, get, cancellationToken);
        return found ?? throw Missing(asked, looked);
    }

    /// <summary>As <see cref="SearchAsync"/>; null where it is in none of them.</summary>
    public async Task<(Project Project, T Found)?> TrySearchAsync<T>(
        string? said, string asked, Func<Project, CancellationToken, Task<T>> get, CancellationToken cancellationToken)
        where T : class =>
        (await LookAsync(said, asked, get, cancellationToken)).Found;

    private async Task<((Project, T)? Found, IReadOnlyList<Project> Looked)> LookAsync<T>(
        string? said, string asked, Func<Project, CancellationToken, Task<T>> get, CancellationToken cancellationToken)
        where T : class
    {
        if (!string.IsNullOrWhiteSpace(said))
        {
            var project = await GetAsync(said.Trim(), cancellationToken);
            return (await TryAsync(project, asked, get, cancellationToken) is { } only ? (project, only) : null, [project]);
        }

        var here = turn.Project is { } current ? await TryGetAsync(current, cancellationToken) : null;
        if (here is not null && await TryAsync(here, asked, get, cancellationToken) is { } near)
            return ((here, near), [here]);
        var known = await KnownAsync(cancellationToken);
        return (await AnyAsync(known, asked, get, cancellationToken), known);
    }

    private async Task<(Project, T)?> AnyAsync<T>(
        IReadOnlyList<Project> projects,
        string asked,
        Func<Project, CancellationToken, Task<T>> get,
        CancellationToken cancellationToken)
        where T : class
    {
        var gate = new Lock();
        (Project, T)? found = null;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var side = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = enough.Token };
        try
        {
            await Parallel.ForEachAsync(projects, side, async (project, stop) =>
            {
                if (await TryAsync(project, asked, get, stop) is not { } thing)
                    return;
                lock (gate)
                    found = (project, thing);
                await enough.CancelAsync();
            });
        }
        catch (OperationCanceledException) when (found is not null)
        {
            // Found, so the other projects need not answer.
        }
        catch (ToolFailure) when (found is not null)
        {
            // One of them could not; it is not needed either.
        }

        return found;
    }

    private async Task<Project> GetAsync(string path, CancellationToken cancellationToken) =>
        await TryGetAsync(path, cancellationToken)
        ?? throw new ToolFailure(
            Sentences.NotFound(
                $"the project {Markdown.Code(path)}", $"GitLab at {Markdown.Code(access.Address.Authority)}"));

    private async Task<Project?> TryGetAsync(string path, CancellationToken cancellationToken)
    {
        // A bare name is how people call a project that they work on.
        if (!path.Contains('/', StringComparison.Ordinal) && !path.All(char.IsAsciiDigit))
        {
            return (await KnownAsync(cancellationToken)).FirstOrDefault(
                project => project.PathWithNamespace.EndsWith($"/{path}", StringComparison.OrdinalIgnoreCase));
        }

        var client = await access.ReaderAsync(cancellationToken);
        try
        {
            return await client.Projects.GetAsync(path, cancellationToken);
        }
        catch (GitLabException failure) when (failure.Kind is FailureKind.NotFound)
        {
            return null;
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"the project {Markdown.Code(path)}");
        }
    }

    private async Task<T?> TryAsync<T>(
        Project project,
        string asked,
        Func<Project, CancellationToken, Task<T>> get,
        CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await get(project, cancellationToken);
        }
        // A project whose pipelines are for its members only answers 403; that is told as not found, too.
        catch (GitLabException failure) when (failure.Kind is FailureKind.NotFound or FailureKind.Forbidden)
        {
            return null;
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"{asked} in {Markdown.Code(project.PathWithNamespace)}");
        }
    }

    private ToolFailure Missing(string asked, IReadOnlyList<Project> looked) =>
        new(Sentences.NotFound(
            asked,
            looked.Count == 0
                ? $"GitLab at {Markdown.Code(access.Address.Authority)}, where you have no projects"
                : Spoken.List([.. looked.Select(project => Markdown.Code(project.PathWithNamespace))])));

    private string Which(IReadOnlyList<Project> known) =>
        known.Count == 0
            ? "I do not know which project you mean, and found none that you can see on GitLab at "
                + $"{Markdown.Code(access.Address.Authority)}. Say it as in `group/name`."
            : "Which project do you mean? Say it as in "
                + $"{Spoken.List([.. known.Select(project => Markdown.Code(project.PathWithNamespace))])}.";
}
