using GitAIOps.Sandbox;

namespace GitAIOps.Tests.GitLab;

public sealed class SandboxSchemaTests
{
    private const string Api = "projects/shop%2Fapi";

    /// <summary>A request of every route whose answer has a schema: the route, the request, the schema.</summary>
    public static TheoryData<string, string, string> Described => new()
    {
        { "GET /user", "user", "user/basic.json" },
        { "GET /users", "users", "user/basic.json[]" },
        { "GET /users/:id", "users/1", "user/basic.json" },
        { "GET /projects/:id/members/all", $"{Api}/members/all", "members.json" },
        { "GET /projects/:id/pipelines", $"{Api}/pipelines", "pipeline/basic.json[]" },
        { "GET /projects/:id/pipelines/latest", $"{Api}/pipelines/latest", "pipeline/detail.json" },
        { "GET /projects/:id/pipelines/:pipeline_id", $"{Api}/pipelines/32", "pipeline/detail.json" },
        { "GET /projects/:id/pipelines/:pipeline_id/jobs", $"{Api}/pipelines/42/jobs", "job.json[]" },
        { "POST /projects/:id/pipelines/:pipeline_id/retry", $"{Api}/pipelines/42/retry", "pipeline/detail.json" },
        { "POST /projects/:id/pipelines/:pipeline_id/cancel", $"{Api}/pipelines/42/cancel", "pipeline/detail.json" },
        { "GET /projects/:id/jobs", $"{Api}/jobs?per_page=100", "job.json[]" },
        { "GET /projects/:id/jobs/:job_id", $"{Api}/jobs/816", "job.json" },
        { "POST /projects/:id/jobs/:job_id/retry", $"{Api}/jobs/815/retry", "job.json" },
        { "POST /projects/:id/jobs/:job_id/cancel", $"{Api}/jobs/815/cancel", "job.json" },
        { "GET /projects/:id/merge_requests", $"{Api}/merge_requests", "merge_request.json[]" },
        { "GET /projects/:id/merge_requests/:merge_request_iid", $"{Api}/merge_requests/17", "merge_request.json" },
        {
            "GET /projects/:id/merge_requests/:merge_request_iid/pipelines",
            $"{Api}/merge_requests/17/pipelines", "pipeline/basic.json[]"
        },
    };

    [Theory]
    [MemberData(nameof(Described))]
    public async Task An_answer_fits_GitLabs_schema(string route, string request, string schemaName)
    {
        SandboxSchemas.SkipWithoutFolder();
        var isList = schemaName.EndsWith("[]", StringComparison.Ordinal);
        var schema = await SandboxSchemas.LoadAsync(schemaName.TrimEnd('[', ']'), isList);
        await using var gitLab = await SandboxClient.OfDemoAsync();

        using var answer = await gitLab.SendAsync(new(route.Split(' ')[0]), request);

        Assert.Equal(SandboxSchemas.Endpoints()[SandboxSchemas.Anonymous(route)], (int)answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(body));
    }

    [Fact]
    public void These_routes_have_no_schema()
    {
        string[] expected =
        [
            "GET /version",
            "GET /projects",
            "GET /projects/:id",
            "GET /projects/:id/members/all/:user_id",
            "GET /projects/:id/pipelines/:pipeline_id/bridges",
            "GET /projects/:id/jobs/:job_id/trace",
        ];

        Assert.Equal(expected, SandboxServer.Routes.Except(Described.Select(row => row.Data.Item1)));
    }

    [Fact]
    public void Every_route_is_one_of_GitLabs()
    {
        SandboxSchemas.SkipWithoutFolder();
        var known = SandboxSchemas.Endpoints();

        var unknown = SandboxServer.Routes.Where(route => !known.ContainsKey(SandboxSchemas.Anonymous(route)));

        // docs.gitlab.com/api/members has it.
        Assert.Equal(["GET /projects/:id/members/all/:user_id"], unknown);
    }

    [Theory]
    [InlineData("job.json", $"{Api}/jobs/815", "failure_reason")]
    [InlineData("pipeline/detail.json", $"{Api}/pipelines/42", "iid project_id source web_url queued_duration name")]
    [InlineData(
        "merge_request.json",
        $"{Api}/merge_requests/17",
        "draft detailed_merge_status squash_commit_sha reference has_conflicts blocking_discussions_resolved "
        + "head_pipeline diff_refs")]
    public async Task Only_documented_fields_are_newer_than_the_schema(string schema, string request, string newer)
    {
        SandboxSchemas.SkipWithoutFolder();
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var answer = await gitLab.ReadAsync(request);

        var names = answer.EnumerateObject().Select(property => property.Name);
        Assert.Equal(newer.Split(' '), names.Except(SandboxSchemas.PropertiesOf(schema)));
    }

    [Fact]
    public async Task The_head_of_a_merge_request_is_what_its_newest_pipeline_ran_for()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var request = await gitLab.ReadAsync($"{Api}/merge_requests/17");

        Assert.Equal(
            request.GetProperty("sha").GetString(), request.GetProperty("head_pipeline").GetProperty("sha").GetString());
    }

    [Fact]
    public async Task A_project_and_a_bridge_have_the_fields_that_the_documentation_names()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var project = await gitLab.ReadAsync(Api);
        var bridge = (await gitLab.ReadAsync($"{Api}/pipelines/40/bridges"))[0];

        Assert.Equal(1, project.GetProperty("id").GetInt64());
        Assert.Equal("public", project.GetProperty("visibility").GetString());
        Assert.Equal("shop", project.GetProperty("namespace").GetProperty("full_path").GetString());
        Assert.Equal(38, bridge.GetProperty("downstream_pipeline").GetProperty("id").GetInt64());
        Assert.False(bridge.TryGetProperty("runner", out _));
    }
}
