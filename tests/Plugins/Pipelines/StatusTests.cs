using GitAIOps.Plugins.Pipelines;
using GitAIOps.Sandbox;
using GitAIOps.Tests.Plugins.World;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Plugins.Pipelines;

public sealed class StatusTests
{
    [Fact]
    public async Task A_pipeline_is_found_with_no_project_said()
    {
        await using var world = await PluginWorld.StartAsync();

        var status = await world.AskAsync<PipelineStatus>("Pipelines-status", new() { ["pipeline"] = "42" });

        Assert.Equal(("shop/api", 42, "failed", "main"), (status.Project, status.Pipeline, status.Status, status.Ref));
    }

    [Fact]
    public async Task A_failed_pipeline_leads_with_what_failed_and_offers_the_cause()
    {
        await using var world = await PluginWorld.StartAsync();

        var card = (await world.AskAsync("Pipelines-status", new() { ["pipeline"] = "42" })).Card();

        Assert.Equal("Pipeline 42 on main failed: 1 of 4 jobs failed", card.Title);
        Assert.Equal(["Diagnosis-diagnose_pipeline", "Remediation-retry"], card.Functions());
    }

    [Fact]
    public async Task A_branch_means_its_newest_pipeline()
    {
        await using var world = await PluginWorld.StartAsync();

        var status = await world.AskAsync<PipelineStatus>(
            "Pipelines-status", new() { ["project"] = "shop/web", ["ref"] = "main" });

        Assert.Equal((43, "failed"), (status.Pipeline, status.Status));
    }

    [Fact]
    public async Task A_merge_request_means_its_newest_pipeline()
    {
        await using var world = await PluginWorld.StartAsync();
        var focus = Focus.Nothing with { Project = "shop/api", Pipeline = 42 };

        var status = await world.AskAsync<PipelineStatus>("Pipelines-status", new() { ["mr"] = "17" }, focus: focus);

        Assert.Equal((41, "order-expiry"), (status.Pipeline, status.Ref));
    }

    [Fact]
    public async Task A_merge_request_that_is_not_there_is_told()
    {
        await using var world = await PluginWorld.StartAsync();
        var focus = Focus.Nothing with { Project = "shop/api", Pipeline = 42 };

        var told = await world.FailureOfAsync("Pipelines-status", new() { ["mr"] = "99" }, focus: focus);

        Assert.StartsWith("I could not find the merge request !99", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_is_found_by_its_bare_name()
    {
        await using var world = await PluginWorld.StartAsync();

        var status = await world.AskAsync<PipelineStatus>("Pipelines-status", new() { ["project"] = "web" });

        Assert.Equal("shop/web", status.Project);
    }

    [Fact]
    public async Task The_conversation_says_which_pipeline()
    {
        await using var world = await PluginWorld.StartAsync();
        var focus = Focus.Nothing with { Project = "shop/web", Pipeline = 44 };

        var status = await world.AskAsync<PipelineStatus>("Pipelines-status", focus: focus);

        Assert.Equal((44, "running"), (status.Pipeline, status.Status));
    }

    [Fact]
    public async Task Somebody_unlinked_finds_what_is_public()
    {
        await using var world = await PluginWorld.StartAsync();

        var status = await world.AskAsync<PipelineStatus>("Pipelines-status", new() { ["pipeline"] = "42" }, who: "uma");

        Assert.Equal("shop/api", status.Project);
    }

    [Fact]
    public async Task Hidden_and_missing_are_told_alike()
    {
        await using var world = await PluginWorld.StartAsync();

        var hidden = await world.FailureOfAsync("Pipelines-status", new() { ["project"] = "shop/payments", ["pipeline"] = "45" });
        var missing = await world.FailureOfAsync("Pipelines-status", new() { ["project"] = "shop/paymenth", ["pipeline"] = "45" });

        Assert.Equal(missing, hidden.Replace("payments", "paymenth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hidden_pipeline_and_a_missing_one_are_told_alike()
    {
        await using var world = await PluginWorld.StartAsync();

        var hidden = await world.FailureOfAsync("Pipelines-status", new() { ["pipeline"] = "45" });
        var missing = await world.FailureOfAsync("Pipelines-status", new() { ["pipeline"] = "99" });

        Assert.Equal(missing, hidden.Replace("45", "99", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_was_looked_for_is_told()
    {
        await using var world = await PluginWorld.StartAsync();

        var told = await world.FailureOfAsync("Pipelines-status", new() { ["pipeline"] = "4711" });

        Assert.Contains("pipeline 4711", told, StringComparison.Ordinal);
        Assert.Contains("`shop/api`", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_projects_and_none_said_it_is_asked_which()
    {
        await using var world = await PluginWorld.StartAsync();

        var told = await world.FailureOfAsync("Pipelines-status");

        Assert.StartsWith("Which project do you mean?", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_from_outside_cannot_become_markup()
    {
        await using var world = await PluginWorld.StartAsync(gitLab => gitLab
            .WithProject("odd/one", Visibility.Public).WithPipeline(90)
            .WithJob("[click](http://evil.example) **now**", "test", CiStatus.Failed));

        var card = (await world.AskAsync("Pipelines-status", new() { ["project"] = "odd/one", ["pipeline"] = "90" })).Card();

        Assert.DoesNotContain("](http://evil", card.Words(), StringComparison.Ordinal);
    }
}
