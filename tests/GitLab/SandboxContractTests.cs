using System.Reflection;
using System.Text;
using GitAIOps.GitLab;
using GitAIOps.GitLab.Reads;

namespace GitAIOps.Tests.GitLab;

/// <summary>Every call of the client, made against the sandbox.</summary>
public sealed class SandboxContractTests
{
    private const string Api = "shop/api";

    public static TheoryData<string, string> Calls => new()
    {
        { "Projects.GetAsync", "shop/api" },
        { "Projects.ListAsync", "shop/payments shop/web shop/api" },
        { "Pipelines.GetAsync", "failed" },
        { "Pipelines.LatestAsync", "42" },
        { "Pipelines.ListAsync", "42" },
        { "Pipelines.JobsAsync", "unit-tests:success unit-tests:failed build:success" },
        { "Pipelines.BridgesAsync", "38" },
        { "Jobs.GetAsync", "script_failure" },
        { "Jobs.ListAsync", "815 814 730 703" },
        { "Jobs.TraceAsync", "\e[0KRunning with gitlab-runner" },
        { "Users.CurrentAsync", "ada" },
        { "Users.GetAsync", "max" },
        { "Users.SearchAsync", "dora" },
        { "Members.GetAsync", "30" },
        { "MergeRequests.GetAsync", "41" },
        { "MergeRequests.ListAsync", "17 16 15" },
        { "MergeRequests.PipelinesAsync", "41" },
        { "Writer.Jobs.RetryAsync", "unit-tests pending" },
        { "Writer.Pipelines.RetryAsync", "42 running" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_is_answered_as_the_client_expects(string call, string expected)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        using var connection = Worlds.Connection(gitLab.Address.ToString());
        var cancellationToken = TestContext.Current.CancellationToken;

        var answer = call.StartsWith("Writer.", StringComparison.Ordinal)
            ? await ChangeAsync(new(connection, "sandbox-ada"), call, cancellationToken)
            : await ReadAsync(new(connection, "sandbox-ada"), call, cancellationToken);

        Assert.Equal(expected, answer);
    }

    [Fact]
    public void Every_call_of_the_client_is_here()
    {
        var all = CallsOf(typeof(GitLabClient), "").Concat(CallsOf(typeof(GitLabWriter), "Writer."));

        Assert.Equal(all.Order(), Calls.Select(row => row.Data.Item1).Order());
    }

    [Theory]
    [InlineData("sandbox-nobody", FailureKind.Unauthorized)]
    [InlineData("sandbox-gus", FailureKind.NotFound)]
    [InlineData("sandbox-rae", FailureKind.Forbidden)]
    [InlineData(null, FailureKind.NotFound)]
    public async Task A_refusal_is_understood(string? token, FailureKind expected)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        using var connection = Worlds.Connection(gitLab.Address.ToString());
        var client = new GitLabClient(connection, token);

        var refusal = await Assert.ThrowsAsync<GitLabException>(
            () => client.Pipelines.GetAsync("shop/payments", 45, TestContext.Current.CancellationToken));

        Assert.Equal(expected, refusal.Kind);
    }

    private static async Task<string> ReadAsync(
        GitLabClient client, string call, CancellationToken cancellationToken) =>
        call switch
        {
            "Projects.GetAsync" => (await client.Projects.GetAsync(Api, cancellationToken)).PathWithNamespace,
            "Projects.ListAsync" => await JoinAsync(
                client.Projects.ListAsync(true, 9, cancellationToken), project => project.PathWithNamespace),
            "Pipelines.GetAsync" => (await client.Pipelines.GetAsync(Api, 42, cancellationToken)).Status,
            "Pipelines.LatestAsync" => $"{(await client.Pipelines.LatestAsync(Api, null, cancellationToken)).Id}",
            "Pipelines.ListAsync" => await JoinAsync(
                client.Pipelines.ListAsync(Api, new PipelineQuery("failed", "main"), 9, cancellationToken),
                pipeline => pipeline.Id),
            "Pipelines.JobsAsync" => await JoinAsync(
                client.Pipelines.JobsAsync(Api, 41, true, 9, cancellationToken), job => $"{job.Name}:{job.Status}"),
            "Pipelines.BridgesAsync" => await JoinAsync(
                client.Pipelines.BridgesAsync(Api, 40, 9, cancellationToken), bridge => bridge.DownstreamPipeline?.Id),
            "Jobs.GetAsync" => (await client.Jobs.GetAsync(Api, 815, cancellationToken)).FailureReason!,
            "Jobs.ListAsync" => await JoinAsync(
                client.Jobs.ListAsync(Api, "failed", 9, cancellationToken), job => job.Id),
            "Jobs.TraceAsync" => await TextAsync(await client.Jobs.TraceAsync(Api, 815, 30, cancellationToken)),
            "Users.CurrentAsync" => (await client.Users.CurrentAsync(cancellationToken)).Username,
            "Users.GetAsync" => (await client.Users.GetAsync(2, cancellationToken)).Username,
            "Users.SearchAsync" => await JoinAsync(
                client.Users.SearchAsync("petrov", 9, cancellationToken), user => user.Username),
            "Members.GetAsync" => $"{(await client.Members.GetAsync(Api, 3, cancellationToken)).AccessLevel}",
            "MergeRequests.GetAsync" =>
                $"{(await client.MergeRequests.GetAsync(Api, 17, cancellationToken)).HeadPipeline?.Id}",
            "MergeRequests.ListAsync" => await JoinAsync(
                client.MergeRequests.ListAsync(Api, "opened", 9, cancellationToken), request => request.Iid),
            "MergeRequests.PipelinesAsync" => await JoinAsync(
                client.MergeRequests.PipelinesAsync(Api, 17, 9, cancellationToken), pipeline => pipeline.Id),
            _ => throw new ArgumentException($"How is {call} called?"),
        };

    private static async Task<string> ChangeAsync(
        GitLabWriter writer, string call, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case "Writer.Jobs.RetryAsync":
                var job = await writer.Jobs.RetryAsync(Api, 815, cancellationToken);
                return $"{job.Name} {job.Status}";
            case "Writer.Pipelines.RetryAsync":
                var pipeline = await writer.Pipelines.RetryAsync(Api, 42, cancellationToken);
                return $"{pipeline.Id} {pipeline.Status}";
            default:
                throw new ArgumentException($"How is {call} called?");
        }
    }

    private static IEnumerable<string> CallsOf(Type client, string prefix) =>
        from noun in client.GetProperties()
        where noun.PropertyType.IsClass
        from method in noun.PropertyType.GetMethods(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        select $"{prefix}{noun.Name}.{method.Name}";

    private static async Task<string> JoinAsync<T>(IAsyncEnumerable<T> rows, Func<T, object?> fact)
    {
        var facts = new List<object?>();
        await foreach (var row in rows)
            facts.Add(fact(row));
        return string.Join(' ', facts);
    }

    private static async Task<string> TextAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
