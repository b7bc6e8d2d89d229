using System.Security.Cryptography;
using System.Text;
using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox;

/// <summary>Fills one project of a <see cref="SandboxWorld"/>.</summary>
public sealed class ProjectBuilder
{
    private readonly SandboxWorld _world;
    private readonly Project _project;

    internal ProjectBuilder(SandboxWorld world, Project project) => (_world, _project) = (world, project);

    public long Id => _project.Id;

    public ProjectBuilder WithMember(string username, AccessLevel level)
    {
        lock (_world.Gate)
            _project.Members[_world.User(username)] = level;
        return this;
    }

    /// <summary>Pipelines and logs are for reporters and above only (GitLab: public pipelines switched off).</summary>
    public ProjectBuilder WithPipelinesForMembersOnly()
    {
        lock (_world.Gate)
            _project.HasPublicJobs = false;
        return this;
    }

    /// <summary>Adds a pipeline; its status follows from the jobs that it is given.</summary>
    /// <param name="id">Global and ascending; the next one when left out.</param>
    /// <param name="by">Who caused it; the first user of the world when left out.</param>
    /// <param name="ago">How long before now it was created; 30 minutes when left out.</param>
    /// <param name="title">The title of its commit.</param>
    public PipelineBuilder WithPipeline(
        long? id = null,
        string @ref = "main",
        string? by = null,
        TimeSpan? ago = null,
        string title = "Change something",
        string source = "push")
    {
        lock (_world.Gate)
        {
            var user = by is null ? _world.Users[0] : _world.User(by);
            var created = _world.Now - (ago ?? TimeSpan.FromMinutes(30));
            var number = _world.PipelineId(id);
            var pipeline = new Pipeline
            {
                Id = number,
                Iid = _project.Pipelines.Count + 1,
                Project = _project,
                Ref = @ref,
                User = user,
                Commit = new(Sha($"pipeline {number}"), Sha($"before {number}"), title, user, created.AddMinutes(-1)),
                CreatedAt = created,
                TouchedAt = created,
                Source = source,
            };
            _project.Pipelines.Add(pipeline);
            return new(_world, pipeline);
        }
    }

    /// <summary>Adds a merge request; pipelines of its source branch are its pipelines.</summary>
    /// <param name="iid">Its number within the project: the 17 of !17.</param>
    /// <param name="state"><c>opened</c>, <c>merged</c> or <c>closed</c>.</param>
    public ProjectBuilder WithMergeRequest(
        long iid,
        string title,
        string sourceBranch,
        string author,
        string? reviewer = null,
        string state = "opened",
        string description = "",
        TimeSpan? ago = null)
    {
        lock (_world.Gate)
        {
            var request = new MergeRequest
            {
                Id = (_project.Id * 1000) + iid,
                Iid = iid,
                Project = _project,
                Title = title,
                Description = description,
                SourceBranch = sourceBranch,
                Author = _world.User(author),
                CreatedAt = _world.Now - (ago ?? TimeSpan.FromDays(1)),
                FirstSha = Sha($"head of {_project.Path} {sourceBranch}"),
                State = state,
            };
            if (reviewer is not null)
                request.Reviewers.Add(_world.User(reviewer));
            _project.MergeRequests.Add(request);
        }

        return this;
    }

    // 40 hexadecimal digits, the same in every run.
    private static string Sha(string of) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 20));
}
