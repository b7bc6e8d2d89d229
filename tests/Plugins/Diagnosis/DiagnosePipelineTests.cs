using GitAIOps.Plugins.Diagnosis;
using GitAIOps.Sandbox;
using GitAIOps.Tests.Plugins.World;
using GitAIOps.Turns;
using Sample = GitAIOps.Sandbox.JobLog;

namespace GitAIOps.Tests.Plugins.Diagnosis;

public sealed class DiagnosePipelineTests
{
    [Fact]
    public async Task Pipeline_42_is_explained_with_the_lines_that_prove_it()
    {
        await using var world = await PluginWorld.StartAsync();

        var finding = await DiagnoseAsync(world, "42");

        var failure = Assert.Single(finding.Failures);
        Assert.Equal(("unit-tests", "test"), (failure.Name, failure.Cause.Coarse));
        Assert.NotEmpty(failure.Evidence);
    }

    [Fact]
    public async Task The_card_shows_the_telling_line_and_offers_to_act()
    {
        await using var world = await PluginWorld.StartAsync();

        var card = (await DiagnoseAsync(world, "42")).Card();

        Assert.Contains(card.Blocks.OfType<Block.Code>(), code => code.Lines.Any(line => line is { Telling: true, Number: > 0 }));
        Assert.Equal(["Retry failed jobs", "Show log excerpt"], card.Offers.Select(offer => offer.Label));
    }

    [Fact]
    public async Task A_job_that_may_fail_is_named_apart()
    {
        await using var world = await PluginWorld.StartAsync();

        var finding = await DiagnoseAsync(world, "42");

        Assert.Equal("code-style", Assert.Single(finding.Allowed).Name);
        Assert.Contains("Also failed, but may", finding.Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_reported_while_it_goes_on()
    {
        await using var world = await PluginWorld.StartAsync();

        await DiagnoseAsync(world, "42");

        Assert.Equal(["Reading the log of unit-tests"], world.Reports);
    }

    [Theory]
    [InlineData("30", "Pipeline 30 passed, so there is no failure to explain")]
    [InlineData("44", "Pipeline 44 is running; no job has failed")]
    [InlineData("37", "Pipeline 37 was canceled (Max Okafor had started it); no job had failed before")]
    [InlineData("32", "Pipeline 32 failed: its CI configuration could not be used")]
    [InlineData("41", "Pipeline 41 passed, so there is no failure to explain")]
    public async Task Where_no_job_failed_the_answer_is_plain(string pipeline, string title)
    {
        await using var world = await PluginWorld.StartAsync();

        var card = (await DiagnoseAsync(world, pipeline, who: "max")).Card();

        Assert.Equal((title, 0), (card.Title, card.Offers.Count));
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_read_is_quoted()
    {
        await using var world = await PluginWorld.StartAsync();

        var words = (await DiagnoseAsync(world, "32")).Card().Words().Replace("\\", "", StringComparison.Ordinal);

        Assert.Contains("needs 'build-image' job", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipeline_without_jobs_is_told()
    {
        await using var world = await PluginWorld.StartAsync(gitLab => Lab(gitLab).WithPipeline(90));

        var card = (await DiagnoseAsync(world, "90")).Card();

        Assert.EndsWith("and has no jobs", card.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_cause_is_said_once()
    {
        var log = "$ npm test\nnpm ERR! code ENOSPC\nnpm ERR! nospc ENOSPC: no space left on device, write\nERROR: Job failed: exit code 1\n";
        await using var world = await PluginWorld.StartAsync(gitLab => Lab(gitLab).WithPipeline(90)
            .WithJob("unit 1/2", "test", CiStatus.Failed, Sample.Of(log))
            .WithJob("unit 2/2", "test", CiStatus.Failed, Sample.Of(log)));

        var finding = await DiagnoseAsync(world, "90");

        Assert.Equal((2, 1), (finding.Failures.Count, finding.Causes.Count));
        Assert.Single(finding.Card().Blocks.OfType<Block.Code>());
    }

    [Fact]
    public async Task Without_a_log_GitLabs_reason_is_told()
    {
        await using var world = await PluginWorld.StartAsync(gitLab => Lab(gitLab).WithPipeline(90)
            .WithJob("unit", "test", CiStatus.Failed, configure: job => job.FailsBecause("runner_system_failure")));

        var finding = await DiagnoseAsync(world, "90");

        var failure = Assert.Single(finding.Failures);
        Assert.Equal("runner", failure.Cause.Coarse);
        Assert.Contains("Its log is empty", finding.Card().Words(), StringComparison.Ordinal);
        Assert.Contains("“runner system failure”", finding.Card().Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "You may not read its log")]
    [InlineData(404, "Its log is gone")]
    public async Task A_log_that_cannot_be_read_is_told(int status, string words)
    {
        await using var world = await PluginWorld.StartAsync();
        world.GitLab.Faults.On("GET /projects/:id/jobs/:job_id/trace").Answers(status, "{\"message\":\"no\"}");

        var card = (await DiagnoseAsync(world, "42")).Card();

        Assert.Contains(words, card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_the_runner_cut_is_told()
    {
        var log = "$ make\nworking\nJob's log exceeded limit of 4194304 bytes.\nJob execution will continue but no more output.\n";
        await using var world = await PluginWorld.StartAsync(gitLab => Lab(gitLab).WithPipeline(90)
            .WithJob("unit", "test", CiStatus.Failed, Sample.Of(log)));

        var card = (await DiagnoseAsync(world, "90")).Card();

        Assert.Contains("The runner cut its log", card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_pipeline_runs_what_failed_already_is_explained_and_no_retry_offered()
    {
        await using var world = await PluginWorld.StartAsync(gitLab => Lab(gitLab).WithPipeline(90)
            .WithJob("unit", "test", CiStatus.Failed, Sample.Of("$ make\nmake: *** [all] Error 2\nERROR: Job failed: exit code 2\n"))
            .WithJob("slow", "test", CiStatus.Running, configure: job => job.NeverEnds()));

        var card = (await DiagnoseAsync(world, "90")).Card();

        Assert.Contains("more jobs may fail", card.Words(), StringComparison.Ordinal);
        Assert.Equal(["Pipelines-log"], card.Functions());
    }

    [Fact]
    public async Task A_pipeline_that_failed_downstream_leads_there()
    {
        await using var world = await PluginWorld.StartAsync(gitLab => Lab(gitLab).WithPipeline(90)
            .WithTrigger("storefront", "test", downstreamPipeline: 43));

        var finding = await DiagnoseAsync(world, "90");

        Assert.Equal(43, finding.Downstream?.Pipeline);
        Assert.Equal("Why did 43 fail?", Assert.Single(finding.Card().Offers).Label);
    }

    private static ProjectBuilder Lab(SandboxWorld gitLab) =>
        gitLab.WithProject("lab/one").WithMember("dora", AccessLevel.Developer);

    private static Task<FailureFinding> DiagnoseAsync(PluginWorld world, string pipeline, string who = "dora") =>
        world.AskAsync<FailureFinding>("Diagnosis-diagnose_pipeline", new() { ["pipeline"] = pipeline }, who);
}
