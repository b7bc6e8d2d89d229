using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GitAIOps.GitLab;

namespace GitAIOps.Tests.GitLab;

public sealed class OddJsonTests : IAsyncLifetime
{
    private static readonly string[] Fields =
    [
        "id", "iid", "name", "status", "path_with_namespace", "title", "state", "source_branch", "target_branch", "username",
        "access_level", "created_at", "finished_at", "duration", "user", "pipeline", "head_pipeline", "allow_failure",
        "downstream_pipeline", "message", "error", "web_url",
    ];

    private (int Status, byte[] Body) _answer;
    private Loopback? _server;

    public async ValueTask InitializeAsync() =>
        _server = await Loopback.AnsweringAsync(context =>
        {
            context.Response.StatusCode = _answer.Status;
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(_answer.Body).AsTask();
        });

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    [Property(MaxTest = 200)]
    public Property Whatever_arrives_only_a_GitLabException_leaves() =>
        Prop.ForAll(Json().ToArbitrary(), Gen.Elements(200, 201, 400, 404, 422, 500).ToArbitrary(), (body, status) =>
        {
            _answer = (status, Encoding.UTF8.GetBytes(body));
            CallAllAsync().GetAwaiter().GetResult();
        });

    private static Gen<string> Json() =>
        Gen.Sized(size => Value(Math.Min(size, 12)));

    private static Gen<string> Value(int depth)
    {
        var leaves = Gen.OneOf(
            Gen.Elements("null", "true", "1e400", "-1", "9223372036854775808", "1.5", "\"x\"", "\"42\"", "\"\\ud800\"", "{", "]", ""),
            ArbMap.Default.GeneratorFor<string>().Select(text => JsonSerializer.Serialize(text)),
            Gen.Elements("\"2026-11-23T10:00:00Z\"", "\"failed\""));
        if (depth <= 1)
            return leaves;
        var inner = Value(depth / 3);
        var field = Gen.Elements(Fields).SelectMany(name => inner.Select(value => $"\"{name}\":{value}"));
        return Gen.OneOf(
            leaves,
            field.ListOf().Select(fields => $"{{{string.Join(',', fields)}}}"),
            inner.ListOf().Select(values => $"[{string.Join(',', values)}]"));
    }

    private async Task CallAllAsync()
    {
        using var connection = Worlds.Connection(_server!.Url);
        var client = new GitLabClient(connection, null);
        await OnlyGitLabExceptionAsync(() => client.Projects.GetAsync(1, default));
        await OnlyGitLabExceptionAsync(() => client.Pipelines.GetAsync(1, 1, default));
        await OnlyGitLabExceptionAsync(() => client.Jobs.GetAsync(1, 1, default));
        await OnlyGitLabExceptionAsync(() => client.Members.GetAsync(1, 1, default));
        await OnlyGitLabExceptionAsync(() => client.MergeRequests.GetAsync(1, 1, default));
        await OnlyGitLabExceptionAsync(async () =>
        {
            await foreach (var _ in client.Pipelines.BridgesAsync(1, 1, 10, default))
            {
            }
        });
    }

    private static async Task OnlyGitLabExceptionAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (GitLabException)
        {
            // The one exception of the room.
        }
    }
}
