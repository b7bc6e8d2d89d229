using GitAIOps.Plugins.Remediation;
using GitAIOps.Tests.Plugins.World;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Plugins.Remediation;

public sealed class RetryTests
{
    [Fact]
    public async Task A_failed_pipelines_jobs_are_pinned_in_the_proposal()
    {
        await using var world = await PluginWorld.StartAsync();

        var proposal = await world.AskAsync<Proposal>("Remediation-retry", new() { ["pipeline"] = "42" });

        Assert.Equal(
            ("retry", "shop/api", "pipeline 42", "814,815", "Retry 2 jobs"),
            (proposal.Action, proposal.Project, proposal.Target, proposal.Pin, proposal.ConfirmLabel));
        Assert.Empty(world.GitLab.Effects);
    }

    [Fact]
    public async Task The_preview_says_what_where_and_as_whom()
    {
        await using var world = await PluginWorld.StartAsync();

        var words = (await world.AskAsync("Remediation-retry", new() { ["pipeline"] = "42" })).Card().Words();

        Assert.All(["unit-tests", "815", "shop/api", "#42", "whoever confirms", "Developer"], part =>
            Assert.Contains(part, words.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_preview_names_nobody_since_other_threads_show_it_too()
    {
        await using var world = await PluginWorld.StartAsync();

        var words = (await world.AskAsync("Remediation-retry", new() { ["pipeline"] = "42" })).Card().Words();

        Assert.DoesNotContain("dora", words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("rae", "`@rae` has Reporter there. Ask a maintainer")]
    [InlineData("gus", "`@gus` has Guest there. Ask a maintainer")]
    [InlineData("uma", "Uma is not linked to a GitLab user")]
    public async Task Who_may_not_retry_is_offered_nothing_and_told_why(string who, string words)
    {
        await using var world = await PluginWorld.StartAsync();

        var refused = await world.AskAsync<RetryRefused>("Remediation-retry", new() { ["pipeline"] = "42" }, who);

        Assert.Contains(words, refused.Sentence, StringComparison.Ordinal);
        Assert.Contains("needs the Developer role", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_no_pipeline_has_means_the_job_and_the_preview_says_so()
    {
        await using var world = await PluginWorld.StartAsync();

        var proposal = await world.AskAsync<Proposal>("Remediation-retry", new() { ["pipeline"] = "815" });

        Assert.Equal("job 815", proposal.Target);
        Assert.Contains("no pipeline 815", proposal.Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_nothing_has_is_not_found()
    {
        await using var world = await PluginWorld.StartAsync();

        var told = await world.FailureOfAsync("Remediation-retry", new() { ["pipeline"] = "4711" });

        Assert.StartsWith("I could not find pipeline 4711", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_job_is_proposed_by_its_name()
    {
        await using var world = await PluginWorld.StartAsync();

        var proposal = await world.AskAsync<Proposal>(
            "Remediation-retry", new() { ["job"] = "unit-tests", ["pipeline"] = "42" });

        Assert.Equal(("job 815", "815", "Retry unit-tests"), (proposal.Target, proposal.Pin, proposal.ConfirmLabel));
    }

    [Theory]
    [InlineData("pipeline", "30", "passed, so there is nothing to retry")]
    [InlineData("pipeline", "44", "is running")]
    [InlineData("pipeline", "32", "Mend its CI configuration")]
    [InlineData("job", "813", "passed, so there is nothing to retry")]
    public async Task Where_nothing_can_be_retried_it_says_why(string argument, string id, string words)
    {
        await using var world = await PluginWorld.StartAsync();

        var nothing = await world.AskAsync<NothingToRetry>("Remediation-retry", new() { [argument] = id });

        Assert.Contains(words, nothing.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_was_run_again_leads_to_its_successor()
    {
        await using var world = await PluginWorld.StartAsync();
        var first = (await world.AskAsync<Proposal>("Remediation-retry", new() { ["job"] = "815" }));
        await world.PressAsync(first);

        var nothing = await world.AskAsync<NothingToRetry>("Remediation-retry", new() { ["job"] = "815" });

        Assert.Contains("It was run again", nothing.Sentence, StringComparison.Ordinal);
    }
}
