using GitAIOps.GitLab;

namespace GitAIOps.Tests.GitLab;

public sealed class AnswerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"message":"404 Project Not Found"}""", "404 Project Not Found")]
    [InlineData("""{"message":{"ref":["is missing","is odd"]}}""", "ref is missing, is odd")]
    [InlineData("""{"error":"ref is invalid"}""", "ref is invalid")]
    [InlineData("""{"error":"insufficient_scope","error_description":"Needs more.","scope":"api"}""", "Needs more.")]
    [InlineData("""["one","two"]""", "one, two")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("Retry later\n", "Retry later")]
    [InlineData("", null)]
    [InlineData("""{"message":"\ud800"}""", "\"\\ud800\"")]
    public async Task What_GitLab_said_is_read_in_every_shape(string body, string? words)
    {
        await using var server = await Loopback.AnsweringAsync(400, "application/json", body);

        var refusal = await server.RefusalOfAProjectAsync();

        Assert.Equal(words, refusal.Words);
    }

    [Theory]
    [InlineData(400, FailureKind.Invalid)]
    [InlineData(401, FailureKind.Unauthorized)]
    [InlineData(403, FailureKind.Forbidden)]
    [InlineData(404, FailureKind.NotFound)]
    [InlineData(409, FailureKind.Conflict)]
    [InlineData(412, FailureKind.Conflict)]
    [InlineData(422, FailureKind.Invalid)]
    [InlineData(429, FailureKind.RateLimited)]
    [InlineData(500, FailureKind.ServerError)]
    [InlineData(502, FailureKind.ServerError)]
    public async Task A_status_says_what_went_wrong(int status, FailureKind kind)
    {
        await using var server = await Loopback.AnsweringAsync(status, "application/json", """{"message":"no"}""");

        var refusal = await server.RefusalOfAProjectAsync();

        Assert.Equal((kind, status, "GET", "projects/shop%2Fapi"), (refusal.Kind, (int)refusal.Status!, refusal.Method, refusal.Path));
    }

    [Theory]
    [InlineData(200, "text/html", "<html>Sign in</html>")]
    [InlineData(404, "text/html", "<html>Not here</html>")]
    [InlineData(200, "application/json", "<html>")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "[]")]
    [InlineData(200, "application/json", """{"id":1}""")]
    [InlineData(200, "application/json", """{"id":1,"path_with_namespace":null}""")]
    public async Task An_answer_that_is_not_GitLabs_is_told(int status, string contentType, string body)
    {
        await using var server = await Loopback.AnsweringAsync(status, contentType, body);

        var refusal = await server.RefusalOfAProjectAsync();

        Assert.Equal(FailureKind.NotGitLab, refusal.Kind);
    }

    [Fact]
    public async Task Unknown_fields_and_odd_times_are_let_pass()
    {
        await using var server = await Loopback.AnsweringJsonAsync(
            """
            {"id":"42","status":"failed","sha":"a1","new":{"x":[1]},"created_at":"2016-08-12 15:23:28 UTC",
             "updated_at":"2016-08-12T17:23:28.123+02:00","started_at":"soon","finished_at":{"a":1},"user":null}
            """);

        var pipeline = await server.Client().Pipelines.GetAsync(7, 42, Stop);

        Assert.Equal(
            (42, "2016-08-12T15:23:28.0000000+00:00", "2016-08-12T15:23:28.1230000+00:00", null, null),
            (pipeline.Id, pipeline.CreatedAt?.ToString("o"), pipeline.UpdatedAt?.ToString("o"), pipeline.StartedAt, pipeline.FinishedAt));
    }

    [Fact]
    public async Task A_moved_project_is_followed_for_a_read()
    {
        await using var server = await Loopback.AnsweringAsync(context =>
        {
            if (!context.Request.Path.Value!.EndsWith("old", StringComparison.Ordinal))
                return Loopback.SayAsync(context, 200, "application/json", """{"id":1,"path_with_namespace":"shop/new"}""");
            context.Response.Headers.Location = "/api/v4/projects/shop%2Fnew";
            return Loopback.SayAsync(context, 301, "application/json", """{"message":"Non GET methods are not allowed"}""");
        });

        var project = await server.Client().Projects.GetAsync("shop-old", Stop);

        Assert.Equal(
            ("shop/new", "/api/v4/projects/shop%2Fnew"),
            (project.PathWithNamespace, server.Requests.Last().Target));
    }

    [Fact]
    public async Task A_moved_project_is_not_followed_for_a_change()
    {
        await using var server = await Loopback.AnsweringAsync(context =>
        {
            context.Response.Headers.Location = "/api/v4/elsewhere";
            return Loopback.SayAsync(context, 301, "application/json", "{}");
        });

        var refusal = await Assert.ThrowsAsync<GitLabException>(() => server.Writer().Pipelines.RetryAsync(1, 42, Stop));

        Assert.Equal((FailureKind.Moved, 1), (refusal.Kind, server.Requests.Count));
    }

    [Fact]
    public async Task A_redirect_to_another_server_is_not_followed()
    {
        await using var other = await Loopback.AnsweringJsonAsync("{}");
        await using var server = await Loopback.AnsweringAsync(context =>
        {
            context.Response.Redirect($"{other.Url}/api/v4/projects/1");
            return Task.CompletedTask;
        });

        var refusal = await server.RefusalOfAProjectAsync();

        Assert.Equal((FailureKind.NotGitLab, 0), (refusal.Kind, other.Requests.Count));
    }
}
