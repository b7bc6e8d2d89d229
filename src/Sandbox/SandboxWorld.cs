using System.Diagnostics.CodeAnalysis;
using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox;

/// <summary>What a sandbox GitLab holds: people, projects, pipelines. Time moves by the given clock alone.</summary>
/// <remarks>Safe to use from several threads, also while a <see cref="SandboxServer"/> serves it.</remarks>
public sealed class SandboxWorld(TimeProvider timeProvider)
{
    private readonly List<SandboxEffect> _effects = [];
    private readonly Dictionary<string, Token> _tokens = new(StringComparer.Ordinal);
    private readonly List<User> _users = [];
    private readonly List<Project> _projects = [];
    private long _lastPipeline;
    private long _lastJob;

    /// <summary>Every change that was asked for and performed, oldest first.</summary>
    public IReadOnlyList<SandboxEffect> Effects
    {
        get
        {
            lock (Gate)
                return [.. _effects];
        }
    }

    /// <summary>Troubles to come, route by route.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>Requests that one user, or everyone without a token, may make in a minute.</summary>
    public int RequestsPerMinute { get; set; } = 2000;

    internal Lock Gate { get; } = new();

    internal IReadOnlyList<User> Users => _users;

    internal IReadOnlyList<Project> Projects => _projects;

    internal DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <param name="token">What they sign in with; null for someone who never does.</param>
    /// <param name="name">Their display name; the user name when left out.</param>
    public SandboxWorld WithUser(
        string username, string? name = null, string? token = null, TokenScope scope = TokenScope.Api, bool bot = false)
    {
        lock (Gate)
        {
            var user = new User(_users.Count + 1, username, name ?? username, bot);
            _users.Add(user);
            if (token is not null)
                _tokens.Add(token, new(user, scope));
        }

        return this;
    }

    /// <param name="path">Group and name, as in <c>shop/api</c>.</param>
    public ProjectBuilder WithProject(
        string path, Visibility visibility = Visibility.Private, string description = "", TimeSpan? ago = null)
    {
        if (!path.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException($"A project's path is group/name; this is \"{path}\".", nameof(path));
        lock (Gate)
        {
            var project = new Project
            {
                Id = _projects.Count + 1,
                Path = path,
                Description = description,
                Visibility = visibility,
                CreatedAt = Now - (ago ?? TimeSpan.FromDays(90)),
            };
            _projects.Add(project);
            return new(this, project);
        }
    }

    internal long PipelineId(long? wanted) => _lastPipeline = Next(_lastPipeline, wanted);

    internal long JobId(long? wanted) => _lastJob = Next(_lastJob, wanted);

    internal User User(string username) =>
        _users.Find(user => user.Username == username)
        ?? throw new ArgumentException($"The sandbox has no user \"{username}\"; add them with WithUser first.");

    internal bool TryFindToken(string secret, [NotNullWhen(true)] out Token? token) =>
        _tokens.TryGetValue(secret, out token);

    internal Pipeline? FindPipeline(long id) =>
        _projects.SelectMany(project => project.Pipelines).FirstOrDefault(pipeline => pipeline.Id == id);

    internal void Performed(SandboxEffect effect) => _effects.Add(effect);

    private static long Next(long last, long? wanted) =>
        wanted is not { } id ? last + 1
        : id > last ? id
        : throw new ArgumentException($"Ids are given in ascending order; {id} comes after {last}.");
}
