using GitAIOps.GitLab.Reads;

namespace GitAIOps.Tests.GitLab;

public sealed class RequestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shop/api", "shop%2Fapi")]
    [InlineData("group/sub/app", "group%2Fsub%2Fapp")]
    [InlineData("  /shop/api/ ", "shop%2Fapi")]
    [InlineData("shop/c++ ?#&", "shop%2Fc%2B%2B%20%3F%23%26")]
    [InlineData("shop/../admin", "shop%2F..%2Fadmin")]
    [InlineData("..", "-")]
    [InlineData("", "-")]
    public async Task A_project_path_is_one_segment(string project, string segment)
    {
        await using var server = await Loopback.AnsweringJsonAsync("""{"id":1,"path_with_namespace":"shop/api"}""");

        await server.Client().Projects.GetAsync(project, Stop);

        Assert.Equal($"/api/v4/projects/{segment}", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Query_parts_are_escaped()
    {
        await using var server = await Loopback.AnsweringJsonAsync("[]");
        var after = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.FromHours(1));
        var query = new PipelineQuery("failed", "fix/a&b=c+d", after);

        await foreach (var _ in server.Client().Pipelines.ListAsync("shop/api", query, 20, Stop))
            Assert.Fail("There are none.");

        Assert.Equal(
            "/api/v4/projects/shop%2Fapi/pipelines?status=failed&ref=fix%2Fa%26b%3Dc%2Bd"
            + "&updated_after=2026-11-23T00%3A00%3A00Z&order_by=id&sort=desc&per_page=20",
            Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_token_is_sent_as_private_token()
    {
        await using var server = await Loopback.AnsweringJsonAsync("""{"id":1,"username":"dana"}""");

        await server.Client().Users.CurrentAsync(Stop);

        Assert.Equal(Worlds.Token, Assert.Single(server.Requests).Token);
    }

    [Fact]
    public async Task Without_a_token_none_is_sent()
    {
        await using var server = await Loopback.AnsweringJsonAsync("[]");

        await foreach (var _ in server.Client(token: null).Projects.ListAsync(membership: false, 5, Stop))
            Assert.Fail("There are none.");

        Assert.Null(Assert.Single(server.Requests).Token);
    }

    [Fact]
    public async Task A_relative_root_stays_in_the_address()
    {
        await using var server = await Loopback.AnsweringJsonAsync("""{"id":1,"username":"dana"}""");
        using var connection = Worlds.Connection($"{server.Url}/git");

        await new GitAIOps.GitLab.GitLabClient(connection, null).Users.CurrentAsync(Stop);

        Assert.Equal("/git/api/v4/user", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_retry_posts_and_returns_the_new_job()
    {
        await using var server = await Loopback.AnsweringAsync(
            201, "application/json", """{"id":901,"name":"unit","status":"pending"}""");

        var job = await server.Writer().Jobs.RetryAsync("shop/api", 815, Stop);

        Assert.Equal((901, "POST", "/api/v4/projects/shop%2Fapi/jobs/815/retry"), (job.Id, server.Requests.Single().Method, server.Requests.Single().Target));
    }
}
