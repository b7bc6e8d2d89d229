using System.Net;
using GitAIOps.Sandbox;

namespace GitAIOps.Tests.GitLab;

public sealed class SandboxRightsTests
{
    [Theory]
    [InlineData("GET", "user", null, 401, "401 Unauthorized")]
    [InlineData("GET", "user", "nobody", 401, "401 Unauthorized")]
    [InlineData("GET", "version", null, 401, "401 Unauthorized")]
    [InlineData("GET", "projects/shop%2Fapi/jobs/815/trace", null, 401, "401 Unauthorized")]
    [InlineData("GET", "projects/shop%2Fpayments", "dora", 404, "404 Project Not Found")]
    [InlineData("GET", "projects/shop%2Fpayments", null, 404, "404 Project Not Found")]
    [InlineData("GET", "projects/shop%2Fnothing", "ada", 404, "404 Project Not Found")]
    [InlineData("GET", "projects/shop%2Fpayments/pipelines", "rae", 403, "403 Forbidden")]
    [InlineData("GET", "projects/shop%2Fapi/pipelines/9999", "ada", 404, "404 Not found")]
    [InlineData("GET", "projects/shop%2Fweb/pipelines/42", "ada", 404, "404 Not found")]
    [InlineData("GET", "projects/shop%2Fapi/pipelines/latest?ref=gone", "ada", 403, "403 Forbidden")]
    [InlineData("GET", "projects/shop%2Fapi/jobs?scope[]=odd", "ada", 400, "Scope contains invalid value(s)")]
    [InlineData("GET", "projects/shop%2Fapi/members/all/6", "ada", 404, "404 Not found")]
    [InlineData("POST", "projects/shop%2Fapi/jobs/815/retry", null, 401, "401 Unauthorized")]
    [InlineData("POST", "projects/shop%2Fapi/jobs/815/retry", "rae", 403, "403 Forbidden")]
    [InlineData("POST", "projects/shop%2Fapi/pipelines/42/retry", "gus", 403, "403 Forbidden")]
    [InlineData("POST", "projects/shop%2Fapi/jobs/816/retry", "dora", 403, "403 Forbidden - Job is not retryable")]
    public async Task A_refusal_is_worded_as_on_GitLab(
        string method, string path, string? user, int status, string message)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        using var answer = await gitLab.SendAsync(new(method), path, user);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(message, (await SandboxClient.JsonOfAsync(answer)).GetProperty("message").GetString());
        Assert.Empty(gitLab.World.Effects);
    }

    [Theory]
    [InlineData(null, "shop/api")]
    [InlineData("gus", "shop/web shop/api")]
    [InlineData("rae", "shop/payments shop/web shop/api")]
    public async Task Projects_are_listed_to_those_who_may_see_them(string? user, string expected)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var projects = await gitLab.ReadAsync("projects?order_by=id", user);

        Assert.Equal(
            expected.Split(' '),
            projects.EnumerateArray().Select(project => project.GetProperty("path_with_namespace").GetString()));
    }

    [Fact]
    public async Task Every_persona_with_a_token_is_who_they_say()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var linked = DemoGroup.Personas.Where(persona => persona.Token is not null).Select(persona => persona.Username);
        var signedIn = new List<string?>();
        foreach (var username in linked)
            signedIn.Add((await gitLab.ReadAsync("user", username)).GetProperty("username").GetString());

        Assert.Equal(["ada", "max", "dora", "rae", "gus"], signedIn);
        Assert.Equal("uma", DemoGroup.Personas.Single(persona => persona.Token is null).Username);
    }

    [Fact]
    public async Task A_read_token_changes_nothing()
    {
        await using var gitLab = await SandboxClient.StartAsync(clock =>
        {
            var world = new SandboxWorld(clock).WithUser("ada", token: "sandbox-ada", scope: TokenScope.ReadApi);
            world.WithProject("a/b").WithMember("ada", AccessLevel.Owner)
                .WithPipeline(1).WithJob("build", "build", CiStatus.Failed);
            return world;
        });

        using var answer = await gitLab.PostAsync("projects/a%2Fb/jobs/1/retry");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("insufficient_scope", (await SandboxClient.JsonOfAsync(answer)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait_in_plain_text()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        gitLab.World.RequestsPerMinute = 1;
        using var first = await gitLab.GetAsync("user");

        using var second = await gitLab.GetAsync("user");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("text/plain", second.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(60), second.Headers.RetryAfter?.Delta);
    }
}
