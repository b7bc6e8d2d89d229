using System.Globalization;
using GitAIOps.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>One request, with what its endpoint asks of it.</summary>
internal sealed class Call(HttpContext http, SandboxWorld world, User? user)
{
    public HttpContext Http => http;

    public SandboxWorld World => world;

    /// <summary>Null for a request without a token.</summary>
    public User? User => user;

    public DateTimeOffset Now => world.Now;

    public Shapes Shapes { get; } = new($"{http.Request.Scheme}://{http.Request.Host}", world.Now);

    /// <exception cref="Refusal">401: there was no token.</exception>
    public User SignedIn() => user ?? throw Refusal.Unauthorized();

    /// <summary>The project of the path, brought up to date.</summary>
    /// <exception cref="Refusal">404: it does not exist, or the caller may not see it.</exception>
    public Project Project()
    {
        var id = Part("id");
        var project = world.Projects.FirstOrDefault(known =>
            string.Equals(known.Path, id, StringComparison.OrdinalIgnoreCase)
            || known.Id.ToString(CultureInfo.InvariantCulture) == id);
        if (project?.IsVisibleTo(user) != true)
            throw Refusal.NotFound("Project");
        var now = Now;
        project.Pipelines.ForEach(pipeline => PipelineRun.Settle(pipeline, now));
        return project;
    }

    /// <exception cref="Refusal">403: the caller sees the project, but not its pipelines.</exception>
    public Project ProjectWithPipelines()
    {
        var project = Project();
        return project.ShowsPipelinesTo(user) ? project : throw Refusal.Forbidden();
    }

    /// <exception cref="Refusal">403: the caller's access level is lower.</exception>
    public void Require(Project project, AccessLevel level)
    {
        if (project.LevelOf(user) < level)
            throw Refusal.Forbidden();
    }

    /// <summary>Writes down a change that the caller asked for.</summary>
    public void Performed(SandboxChange what, Pipeline pipeline, Job? job, IReadOnlyList<long> newJobs) =>
        world.Performed(new(
            Now, SignedIn().Username, what, pipeline.Project.Path, pipeline.Id, job?.Id, newJobs));

    public Pipeline Pipeline(Project project)
    {
        var id = Number("pipeline_id");
        return project.Pipelines.Find(pipeline => pipeline.Id == id) ?? throw Refusal.NotFound();
    }

    public Job Job(Project project)
    {
        var id = Number("job_id");
        return project.Jobs.FirstOrDefault(job => job.Id == id) ?? throw Refusal.NotFound();
    }

    /// <summary>A part of the path; ASP.NET Core leaves %2F in it as it was.</summary>
    public string Part(string name) => Uri.UnescapeDataString((string)http.Request.RouteValues[name]!);

    /// <exception cref="Refusal">400: it is not a number.</exception>
    public long Number(string name) =>
        long.TryParse(Part(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.Invalid(name, "is invalid");

    /// <summary>A query parameter; null when it is missing or empty.</summary>
    public string? Query(string name) =>
        http.Request.Query[name].LastOrDefault() is { Length: > 0 } value ? value : null;

    public bool Flag(string name) => Query(name) is "true" or "1" or "t" or "yes" or "on";

    /// <summary>A list, as <c>name[]=a&amp;name[]=b</c> or <c>name=a</c>.</summary>
    public IReadOnlyList<string> Queries(string name) =>
        [.. http.Request.Query[$"{name}[]"].Concat(http.Request.Query[name]).OfType<string>()];

    /// <exception cref="Refusal">400: it is not an instant.</exception>
    public DateTimeOffset? Instant(string name) =>
        Query(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw Refusal.Invalid(name, "is invalid");

    /// <summary>A choice; the first is the default.</summary>
    /// <exception cref="Refusal">400: the value is none of them.</exception>
    public string Choice(string name, params ReadOnlySpan<string> values) =>
        Query(name) is not { } value ? values[0]
        : values.Contains(value) ? value
        : throw Refusal.Invalid(name, "does not have a valid value");
}
