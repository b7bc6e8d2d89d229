using System.Net;
using System.Text.Json;
using GitAIOps.Sandbox;

namespace GitAIOps.Tests.GitLab;

public sealed class SandboxStateTests
{
    private const string Pipeline = "projects/shop%2Fapi/pipelines/42";

    [Fact]
    public async Task A_retried_job_makes_way_for_a_new_one_in_the_same_pipeline()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        using var answer = await gitLab.PostAsync("projects/shop%2Fapi/jobs/815/retry", "dora");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var again = await SandboxClient.JsonOfAsync(answer);
        Assert.Equal(["pending", "unit-tests"], [Word(again, "status"), Word(again, "name")]);
        Assert.Equal(42, again.GetProperty("pipeline").GetProperty("id").GetInt64());
        var current = await JobsAsync(gitLab, "");
        Assert.DoesNotContain("815", current.Keys);
        Assert.Equal("failed", (await JobsAsync(gitLab, "?include_retried=true"))["815"]);
    }

    [Theory]
    [InlineData(0, "pending", "created", "running")]
    [InlineData(2, "running", "created", "running")]
    [InlineData(9, "success", "running", "running")]
    [InlineData(12, "success", "success", "success")]
    public async Task A_retry_runs_and_ends_and_what_was_skipped_runs_after_it(
        int seconds, string tests, string deploy, string pipeline)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        using var answer = await gitLab.PostAsync("projects/shop%2Fapi/jobs/815/retry");
        var id = (await SandboxClient.JsonOfAsync(answer)).GetProperty("id").GetRawText();

        gitLab.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var jobs = await JobsAsync(gitLab, "");
        Assert.Equal([tests, deploy], [jobs[id], jobs["816"]]);
        Assert.Equal(pipeline, Word(await gitLab.ReadAsync(Pipeline), "status"));
    }

    // GitLab: lib/gitlab/ci/status/composite.rb
    [Theory]
    [InlineData("Success Success", "success")]
    [InlineData("Success Skipped", "success")]
    [InlineData("Skipped Skipped", "skipped")]
    [InlineData("Success Failed Skipped", "failed")]
    [InlineData("Failed Canceled", "failed")]
    [InlineData("Success Canceled Skipped", "canceled")]
    [InlineData("Pending", "pending")]
    [InlineData("Success Pending", "running")]
    [InlineData("Success Running", "running")]
    [InlineData("Success Manual", "manual")]
    public async Task The_status_of_a_pipeline_follows_from_its_jobs(string jobs, string expected)
    {
        await using var gitLab = await SandboxClient.StartAsync(clock =>
        {
            var world = new SandboxWorld(clock).WithUser("ada", token: "sandbox-ada");
            var pipeline = world.WithProject("a/b", Visibility.Public).WithPipeline(1, ago: TimeSpan.Zero);
            foreach (var (number, status) in jobs.Split(' ').Index())
                pipeline.WithJob($"job-{number}", "test", Enum.Parse<CiStatus>(status));
            return world;
        });

        var pipeline = await gitLab.ReadAsync("projects/a%2Fb/pipelines/1");

        Assert.Equal(expected, Word(pipeline, "status"));
    }

    [Fact]
    public async Task A_failure_that_is_allowed_is_a_warning()
    {
        await using var gitLab = await SandboxClient.StartAsync(clock =>
        {
            var world = new SandboxWorld(clock).WithUser("ada", token: "sandbox-ada");
            world.WithProject("a/b", Visibility.Public).WithPipeline(1)
                .WithJob("build", "build", CiStatus.Success)
                .WithJob("lint", "test", CiStatus.Failed, configure: job => job.MayFail());
            return world;
        });

        var pipeline = await gitLab.ReadAsync("projects/a%2Fb/pipelines/1");

        Assert.Equal("success", Word(pipeline, "status"));
        Assert.Equal("passed with warnings", Word(pipeline.GetProperty("detailed_status"), "label"));
    }

    [Fact]
    public async Task A_retry_can_fail_again()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        using var answer = await gitLab.PostAsync("projects/shop%2Fapi/jobs/814/retry");
        var id = (await SandboxClient.JsonOfAsync(answer)).GetProperty("id").GetInt64();

        gitLab.Clock.Advance(TimeSpan.FromMinutes(1));

        var job = await gitLab.ReadAsync($"projects/shop%2Fapi/jobs/{id}");
        Assert.Equal(["failed", "script_failure"], [Word(job, "status"), Word(job, "failure_reason")]);
    }

    [Fact]
    public async Task A_pipeline_retry_runs_what_failed_and_nothing_else()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        using var answer = await gitLab.PostAsync($"{Pipeline}/retry", "max");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var effect = Assert.Single(gitLab.World.Effects);
        Assert.Equal((SandboxChange.PipelineRetried, "max", 42), (effect.What, effect.User, effect.Pipeline));
        Assert.Equal(2, effect.NewJobs.Count);
    }

    [Fact]
    public async Task Each_retry_is_one_effect_and_the_old_job_cannot_be_retried_again()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        using var first = await gitLab.PostAsync("projects/shop%2Fapi/jobs/815/retry", "dora");

        using var second = await gitLab.PostAsync("projects/shop%2Fapi/jobs/815/retry", "dora");

        Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);
        var effect = Assert.Single(gitLab.World.Effects);
        Assert.Equal((SandboxChange.JobRetried, "dora", 815L), (effect.What, effect.User, effect.Job));
        Assert.Equal(gitLab.Clock.GetUtcNow(), effect.At);
    }

    [Fact]
    public async Task A_canceled_pipeline_stands_still()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        using var answer = await gitLab.PostAsync("projects/shop%2Fweb/pipelines/44/cancel");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        gitLab.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("canceled", Word(await gitLab.ReadAsync("projects/shop%2Fweb/pipelines/44"), "status"));
    }

    [Fact]
    public async Task A_canceled_job_ends_its_pipeline()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        var running = (await gitLab.ReadAsync("projects/shop%2Fweb/jobs?scope=running"))[0].GetProperty("id");

        using var answer = await gitLab.PostAsync($"projects/shop%2Fweb/jobs/{running}/cancel");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("canceled", Word(await gitLab.ReadAsync("projects/shop%2Fweb/pipelines/44"), "status"));
        Assert.Equal(SandboxChange.JobCanceled, Assert.Single(gitLab.World.Effects).What);
    }

    [Fact]
    public async Task The_log_of_a_retry_grows_while_it_runs()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        using var answer = await gitLab.PostAsync("projects/shop%2Fapi/jobs/815/retry");
        var id = (await SandboxClient.JsonOfAsync(answer)).GetProperty("id").GetInt64();

        var pending = await gitLab.TraceAsync(id);
        gitLab.Clock.Advance(TimeSpan.FromSeconds(4));
        var running = await gitLab.TraceAsync(id);
        gitLab.Clock.Advance(TimeSpan.FromSeconds(8));
        var ended = await gitLab.TraceAsync(id);

        Assert.Equal("", pending);
        Assert.StartsWith(running, ended, StringComparison.Ordinal);
        Assert.DoesNotContain("Job succeeded", running, StringComparison.Ordinal);
        Assert.Contains("Job succeeded", ended, StringComparison.Ordinal);
    }

    private static string? Word(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static async Task<Dictionary<string, string?>> JobsAsync(SandboxClient gitLab, string query)
    {
        var jobs = await gitLab.ReadAsync($"{Pipeline}/jobs{query}");
        return jobs.EnumerateArray()
            .ToDictionary(job => job.GetProperty("id").GetRawText(), job => Word(job, "status"));
    }
}
