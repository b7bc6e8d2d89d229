using GitAIOps.Tests.Agent.World;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Agent;

[Collection("One silo at a time")]
public sealed class ApprovalTests
{
    [Fact]
    public async Task A_change_asked_for_in_words_waits_for_a_press()
    {
        await using var world = await AgentWorld.StartAsync();

        await world.SayAsync("restart job");
        var asked = Assert.IsType<Reply.Asked>(await world.AnswerAsync());

        Assert.Equal("Restart job?\nAs you.\n[Restart job] [Not now]", AgentWorld.Words(asked));
        Assert.Equal(0, world.GitLab.Changes);
    }

    [Fact]
    public async Task A_press_does_it_once_and_the_same_message_says_what_became_of_it()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("look job");
        var answer = await world.AnswerAsync();
        await world.PressAsync(AgentWorld.Button(answer, "Restart"));
        var asked = await world.AnswerAsync("[Restart job]");

        await world.PressAsync(AgentWorld.Button(asked, "Restart job"));
        var done = await world.AnswerAsync("It is up.");

        Assert.Equal(1, world.GitLab.Changes);
        Assert.Equal(1, world.Channel.Posted);
        Assert.Equal(
            "Saw job\nfor Ada\n[Look again]\nRestart job: done\nIt is up.\nConfirmed by Ada.", AgentWorld.Words(done));
    }

    [Fact]
    public async Task Two_presses_at_once_do_it_once_and_the_second_is_told()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");

        await world.PressAsync(button);
        await world.PressAsync(button);
        await world.AnswerAsync("already confirmed by Ada");

        Assert.Equal(1, world.GitLab.Changes);
    }

    [Fact]
    public async Task Two_threads_share_one_call()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job", thread: "one");
        var first = AgentWorld.Button(await world.AnswerAsync(), "Restart job");
        await world.SayAsync("restart job", thread: "two");
        var second = AgentWorld.Button(await world.AnswerAsync(), "Restart job");

        await world.PressAsync(first, thread: "one");
        await world.AnswerAsync("It is up.");
        await world.PressAsync(second, thread: "two");
        await world.AnswerAsync("already confirmed by Ada");

        Assert.Equal(1, world.GitLab.Changes);
    }

    [Fact]
    public async Task A_button_of_another_conversation_is_explained()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job", thread: "one");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");

        await world.PressAsync(button, thread: "two");
        await world.AnswerAsync("That button belongs to another conversation");

        Assert.Equal(0, world.GitLab.Changes);
    }

    [Fact]
    public async Task An_unknown_button_is_explained()
    {
        await using var world = await AgentWorld.StartAsync();

        await world.PressAsync(new Button("?", ButtonStyle.Plain, "made-up"));

        await world.AnswerAsync("I don't know that button");
    }

    [Fact]
    public async Task Not_now_takes_the_question_away_and_changes_nothing()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("look job");
        await world.PressAsync(AgentWorld.Button(await world.AnswerAsync(), "Restart"));
        var asked = await world.AnswerAsync("[Not now]");

        await world.PressAsync(AgentWorld.Button(asked, "Not now"));
        var after = await world.AnswerAsync();

        Assert.Equal("Saw job\nfor Ada\n[Restart] [Look again]", AgentWorld.Words(after));
        Assert.Equal(0, world.GitLab.Changes);
    }

    [Fact]
    public async Task Somebody_who_may_not_is_refused_and_the_offer_stands()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");
        world.GitLab.Recheck = new Recheck.Refused("You need to be a Developer of shop/api.");

        await world.PressAsync(button);
        await world.AnswerAsync("You need to be a Developer");
        world.GitLab.Recheck = new Recheck.Ready();
        await world.PressAsync(button);
        await world.AnswerAsync("It is up.");

        Assert.Equal(1, world.GitLab.Changes);
    }

    [Fact]
    public async Task A_target_that_moved_on_is_not_changed()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");
        world.GitLab.Recheck = new Recheck.Moved("Somebody has restarted it.");

        await world.PressAsync(button);
        await world.AnswerAsync("Somebody has restarted it.");

        Assert.Equal(0, world.GitLab.Changes);
    }

    [Fact]
    public async Task GitLabs_refusal_is_told_in_its_words()
    {
        await using var world = await AgentWorld.StartAsync();
        world.GitLab.BeforeChange = () => throw new ToolFailure("GitLab said: 403 Job is not retryable.") { IsRefusal = true };
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");

        await world.PressAsync(button);

        await world.AnswerAsync("403 Job is not retryable");
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_not_sent_again()
    {
        await using var world = await AgentWorld.StartAsync();
        world.GitLab.AfterChange = () => throw new ToolFailure("GitLab did not answer.");
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");

        await world.PressAsync(button);
        await world.AnswerAsync("It is up.");

        Assert.Equal(1, world.GitLab.Changes);
        Assert.Equal(1, world.GitLab.LookUps);
    }

    [Fact]
    public async Task What_cannot_be_looked_up_is_handed_to_a_person()
    {
        await using var world = await AgentWorld.StartAsync();
        world.GitLab.AfterChange = () => throw new ToolFailure("GitLab did not answer.");
        world.GitLab.LookedUp = new LookUp.CannotTell("Please look at pipeline 42 yourself.");
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");

        await world.PressAsync(button);
        await world.AnswerAsync("Please look at pipeline 42 yourself.");

        Assert.Equal(1, world.GitLab.Changes);
    }

    [Fact]
    public async Task A_press_that_looks_while_another_carries_out_does_not_take_the_call_away()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job", thread: "one");
        var first = AgentWorld.Button(await world.AnswerAsync(), "Restart job");
        await world.SayAsync("restart job", thread: "two");
        var second = AgentWorld.Button(await world.AnswerAsync(), "Restart job");
        var looking = new TaskCompletionSource();
        var changed = new TaskCompletionSource();
        world.GitLab.Rechecking = async () =>
        {
            if (!looking.TrySetResult())
                return;
            await changed.Task;
            world.GitLab.Recheck = new Recheck.Moved("Its jobs are no longer the same.");
        };
        world.GitLab.AfterChange = () => changed.TrySetResult();

        await world.PressAsync(second, thread: "two");
        await looking.Task;
        await world.PressAsync(first, thread: "one");
        await world.AnswerAsync("already confirmed by Ada");

        Assert.Equal(1, world.GitLab.Changes);
    }

    [Fact]
    public async Task Stop_after_the_change_was_sent_does_not_say_that_nothing_changed()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");
        world.GitLab.AfterChange = () => world.SayAsync("stop").GetAwaiter().GetResult();

        await world.PressAsync(button);
        var done = await world.AnswerAsync("It is up.");

        Assert.Equal(1, world.GitLab.Changes);
        Assert.DoesNotContain("Nothing was changed", AgentWorld.Words(done), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_turn_broke_is_looked_up_later_and_told()
    {
        await using var world = await AgentWorld.StartAsync();
        world.GitLab.AfterChange = () => throw new InvalidOperationException("A bug after GitLab answered.");
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");

        await world.PressAsync(button);
        await world.AnswerAsync("It is up.");

        Assert.Equal(1, world.GitLab.Changes);
    }

    [Fact]
    public async Task An_offer_that_a_newer_one_replaced_says_so()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job", thread: "one");
        await world.AnswerAsync();
        world.GitLab.Pin = "2";

        await world.SayAsync("restart job", thread: "two");
        await world.AnswerAsync("A newer offer took its place");
    }

    [Fact]
    public async Task A_late_press_is_not_carried_out()
    {
        await using var world = await AgentWorld.StartAsync();
        await world.SayAsync("restart job");
        var button = AgentWorld.Button(await world.AnswerAsync(), "Restart job");
        world.Clock.Shift = TimeSpan.FromMinutes(15);

        await world.PressAsync(button);
        await world.AnswerAsync("offered too long ago");

        Assert.Equal(0, world.GitLab.Changes);
    }
}
