using GitAIOps.Sandbox;
using GitAIOps.Tests.Plugins.World;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Plugins.Remediation;

public sealed class RetryEffectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dora")]
    [InlineData("ada")]
    public async Task A_developer_or_more_may(string who)
    {
        await using var world = await PluginWorld.StartAsync();
        var call = world.Call(await ProposeAsync(world));

        var recheck = await world.EffectAsync(effect => effect.RecheckAsync(call, PluginWorld.Person(who), Stop));

        Assert.IsType<Recheck.Ready>(recheck);
    }

    [Theory]
    [InlineData("rae", "has Reporter there")]
    [InlineData("gus", "has Guest there")]
    [InlineData("uma", "is not linked to a GitLab user")]
    public async Task Who_may_not_is_told_what_it_needs(string who, string words)
    {
        await using var world = await PluginWorld.StartAsync();
        var call = world.Call(await ProposeAsync(world));

        var recheck = await world.EffectAsync(effect => effect.RecheckAsync(call, PluginWorld.Person(who), Stop));

        Assert.Contains(words, Assert.IsType<Recheck.Refused>(recheck).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipeline")]
    [InlineData("job")]
    public async Task A_target_that_moved_is_not_retried(string kind)
    {
        await using var world = await PluginWorld.StartAsync();
        var call = world.Call(await ProposeAsync(world, kind));
        await world.PressAsync(call.Proposal, "max");

        var recheck = await world.EffectAsync(effect => effect.RecheckAsync(call, PluginWorld.Person("dora"), Stop));

        Assert.IsType<Recheck.Moved>(recheck);
    }

    [Fact]
    public async Task One_job_is_retried_once_as_the_presser()
    {
        await using var world = await PluginWorld.StartAsync();

        var outcome = await world.PressAsync(await ProposeAsync(world, "job"), "max");

        var effect = Assert.Single(world.GitLab.Effects);
        Assert.Equal(("max", SandboxChange.JobRetried, 815), (effect.User, effect.What, effect.Job));
        Assert.Equal($"{effect.NewJobs.Single()}", outcome.Facts["jobs"]);
    }

    [Fact]
    public async Task A_pipelines_failed_jobs_are_retried_in_one_change()
    {
        await using var world = await PluginWorld.StartAsync();

        var outcome = await world.PressAsync(await ProposeAsync(world));

        var effect = Assert.Single(world.GitLab.Effects);
        Assert.Equal((SandboxChange.PipelineRetried, 42, false), (effect.What, effect.Pipeline, outcome.IsFinal));
        Assert.Equal(2, outcome.Facts["jobs"].Split(',').Length);
    }

    [Fact]
    public async Task A_refusal_is_told_and_nothing_changes()
    {
        await using var world = await PluginWorld.StartAsync();
        var proposal = await ProposeAsync(world);

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => world.PressAsync(proposal, "rae"));

        Assert.Contains("does not let you", failure.Message, StringComparison.Ordinal);
        Assert.Empty(world.GitLab.Effects);
    }

    [Theory]
    [InlineData(401, "application/json", true)]
    [InlineData(403, "application/json", true)]
    [InlineData(404, "application/json", true)]
    [InlineData(409, "application/json", true)]
    [InlineData(422, "application/json", true)]
    [InlineData(429, "text/plain", true)]
    [InlineData(403, "text/html", false)]
    [InlineData(408, "text/plain", false)]
    [InlineData(500, "application/json", false)]
    [InlineData(502, "text/html", false)]
    [InlineData(200, "text/html", false)]
    public async Task A_refusal_is_told_from_what_is_not_known(int status, string contentType, bool isRefusal)
    {
        await using var world = await PluginWorld.StartAsync();
        var proposal = await ProposeAsync(world);
        world.GitLab.Faults.On("POST /projects/:id/pipelines/:pipeline_id/retry").Answers(status, "{}", contentType);

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => world.PressAsync(proposal));

        Assert.Equal(isRefusal, failure.IsRefusal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_no_refusal()
    {
        await using var world = await PluginWorld.StartAsync();
        var proposal = await ProposeAsync(world);
        world.GitLab.Faults.On("POST /projects/:id/pipelines/:pipeline_id/retry").BreaksAfterTheChange();

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => world.PressAsync(proposal));

        Assert.False(failure.IsRefusal);
    }

    [Fact]
    public async Task Somebody_unlinked_is_refused()
    {
        await using var world = await PluginWorld.StartAsync();
        var proposal = await ProposeAsync(world);

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => world.PressAsync(proposal, "uma"));

        Assert.True(failure.IsRefusal);
    }

    [Theory]
    [InlineData("pipeline", "POST /projects/:id/pipelines/:pipeline_id/retry")]
    [InlineData("job", "POST /projects/:id/jobs/:job_id/retry")]
    public async Task After_a_lost_answer_the_new_jobs_are_found(string kind, string route)
    {
        await using var world = await PluginWorld.StartAsync();
        var proposal = await ProposeAsync(world, kind);
        world.GitLab.Faults.On(route).BreaksAfterTheChange();
        await Assert.ThrowsAsync<ToolFailure>(() => world.PressAsync(proposal));

        var lookUp = await world.EffectAsync(effect => effect.LookUpAsync(world.Call(proposal), Stop));

        Assert.Equal(
            string.Join(',', Assert.Single(world.GitLab.Effects).NewJobs.Order()),
            string.Join(',', Assert.IsType<LookUp.Happened>(lookUp).Outcome.Facts["jobs"].Split(',').Order()));
    }

    [Fact]
    public async Task After_a_request_that_never_arrived_it_did_not_happen()
    {
        await using var world = await PluginWorld.StartAsync();
        var call = world.Call(await ProposeAsync(world));

        var lookUp = await world.EffectAsync(effect => effect.LookUpAsync(call, Stop));

        Assert.IsType<LookUp.DidNotHappen>(lookUp);
    }

    [Fact]
    public async Task When_only_some_jobs_ran_again_a_person_has_to_look()
    {
        await using var world = await PluginWorld.StartAsync();
        var call = world.Call(await ProposeAsync(world));
        await world.PressAsync(await ProposeAsync(world, "job"), "max");

        var lookUp = await world.EffectAsync(effect => effect.LookUpAsync(call, Stop));

        Assert.IsType<LookUp.CannotTell>(lookUp);
    }

    [Fact]
    public async Task A_retried_job_is_followed_to_its_end()
    {
        await using var world = await PluginWorld.StartAsync();
        var proposal = await ProposeAsync(world, "job");
        var begun = await world.PressAsync(proposal);
        world.Clock.Advance(TimeSpan.FromSeconds(4));
        var underway = await FollowAsync(world, proposal, begun);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var ended = await FollowAsync(world, proposal, underway);

        Assert.Equal((false, Tone.Neutral), (underway.IsFinal, underway.Tone));
        Assert.Contains("is running", underway.Sentence, StringComparison.Ordinal);
        Assert.Equal((true, Tone.Good), (ended.IsFinal, ended.Tone));
        Assert.Contains("passed after 7 s", ended.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_fails_again_says_so()
    {
        await using var world = await PluginWorld.StartAsync();
        var proposal = await world.AskAsync<Proposal>("Remediation-retry", new() { ["pipeline"] = "39" });
        var begun = await world.PressAsync(proposal, "max");
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var ended = await FollowAsync(world, proposal, begun);

        Assert.Equal((true, Tone.Bad), (ended.IsFinal, ended.Tone));
        Assert.Contains("failed again", ended.Sentence, StringComparison.Ordinal);
    }

    private static Task<Outcome> FollowAsync(PluginWorld world, Proposal proposal, Outcome outcome) =>
        world.EffectAsync(effect => effect.FollowAsync(world.Call(proposal), outcome, Stop));

    private static Task<Proposal> ProposeAsync(PluginWorld world, string kind = "pipeline") =>
        world.AskAsync<Proposal>("Remediation-retry", new() { [kind] = kind == "job" ? "815" : "42" });
}
