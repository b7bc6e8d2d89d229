using GitAIOps.Tests.Agent.World;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Agent;

[Collection("One silo at a time")]
public sealed class ConversationTests
{
    [Fact]
    public async Task A_message_is_answered_with_the_findings_card()
    {
        await using var world = await AgentWorld.StartAsync();

        await world.SayAsync("look shop/api");
        var answer = await world.AnswerAsync();

        Assert.Equal("Saw shop/api\nfor Ada\n[Restart] [Look again]", AgentWorld.Words(answer));
    }

    [Fact]
    public async Task What_a_model_says_beside_its_calls_is_not_lost()
    {
        await using var world = await AgentWorld.StartAsync();

        await world.SayAsync("look a\nsay I cannot do the other thing yet.");

        await world.AnswerAsync("I cannot do the other thing yet.\nSaw a");
    }

    [Fact]
    public async Task A_repeated_delivery_is_answered_once()
    {
        await using var world = await AgentWorld.StartAsync();

        var first = await world.SayAsync("look a", deliveryId: "same");
        var second = await world.SayAsync("look a", deliveryId: "same");
        await world.AnswerAsync();
        await world.SayAsync("look b");
        await world.AnswerAsync("Saw b");

        Assert.True(first);
        Assert.False(second);
        Assert.Equal(2, world.Channel.Posted);
    }

    [Fact]
    public async Task Turns_of_one_thread_run_in_order()
    {
        await using var world = await AgentWorld.StartAsync();

        foreach (var what in new[] { "a", "b", "c", "d" })
            await world.SayAsync($"look {what}");

        foreach (var what in new[] { "a", "b", "c", "d" })
            Assert.StartsWith($"Saw {what}\n", AgentWorld.Words(await world.AnswerAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threads_run_side_by_side()
    {
        await using var world = await AgentWorld.StartAsync();
        var gate = new TaskCompletionSource();
        world.GitLab.Looking = (what, cancellationToken) =>
            what == "slow" ? gate.Task.WaitAsync(cancellationToken) : Task.CompletedTask;

        await world.SayAsync("look slow", thread: "one");
        await world.SayAsync("look quick", thread: "two");

        Assert.StartsWith("Saw quick", AgentWorld.Words(await world.AnswerAsync()), StringComparison.Ordinal);
        gate.SetResult();
        Assert.StartsWith("Saw slow", AgentWorld.Words(await world.AnswerAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ends_the_turn_that_runs()
    {
        await using var world = await AgentWorld.StartAsync();
        var began = new TaskCompletionSource();
        world.GitLab.Looking = (_, cancellationToken) =>
        {
            began.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        await world.SayAsync("look slow");
        await began.Task;

        await world.SayAsync("Stop!");

        Assert.Equal("Stopped, as asked. Nothing was changed.", AgentWorld.Words(await world.AnswerAsync()));
        Assert.Equal("Stopped.", AgentWorld.Words(await world.AnswerAsync()));
    }

    [Fact]
    public async Task Stop_also_ends_what_waits_behind_the_turn_that_runs()
    {
        await using var world = await AgentWorld.StartAsync();
        var began = new TaskCompletionSource();
        world.GitLab.Looking = (_, cancellationToken) =>
        {
            began.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        await world.SayAsync("look slow");
        await began.Task;
        await world.SayAsync("look behind");

        await world.SayAsync("stop");

        await world.AnswerAsync("Stopped, as asked.");
        await world.AnswerAsync("Stopped before it began, as asked.");
        await world.AnswerAsync("Stopped.");
    }

    [Fact]
    public async Task Stop_with_nothing_running_says_so()
    {
        await using var world = await AgentWorld.StartAsync();

        await world.SayAsync("stop");

        Assert.Equal("Nothing was running here.", AgentWorld.Words(await world.AnswerAsync()));
    }

    [Fact]
    public async Task A_turn_that_the_end_of_the_process_cut_off_is_answered_after_the_restart_in_the_same_message()
    {
        await using var world = await AgentWorld.StartAsync();
        var began = new TaskCompletionSource();
        world.GitLab.Looking = (_, cancellationToken) =>
        {
            began.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        await world.SayAsync("look slow");
        await began.Task;
        world.GitLab.Looking = null;

        await world.RestartAsync();
        var (message, _) = await world.Channel.NextAsync(
            reply => reply is Reply.Said, TestContext.Current.CancellationToken);

        Assert.Equal($"platform-{message.Marker}", message.PlatformId);
        Assert.Single(await world.Transcript.ReadAsync(AgentWorld.Thread(), 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_that_the_platform_missed_is_shown_later()
    {
        await using var world = await AgentWorld.StartAsync();
        world.Channel.AwayFor = 2;

        await world.SayAsync("look a");

        Assert.StartsWith("Saw a", AgentWorld.Words(await world.AnswerAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_function_is_told_in_a_sentence_and_the_conversation_goes_on()
    {
        await using var world = await AgentWorld.StartAsync();
        world.GitLab.Looking = (what, _) =>
            what == "bad" ? throw new InvalidOperationException("secret detail") : Task.CompletedTask;

        await world.SayAsync("look bad");
        var failed = Assert.IsType<Reply.Failed>(await world.AnswerAsync());
        await world.SayAsync("look good");

        Assert.DoesNotContain("secret detail", failed.Sentence, StringComparison.Ordinal);
        await world.AnswerAsync("Saw good");
    }

    [Fact]
    public async Task A_tool_failures_own_sentence_is_what_the_person_reads()
    {
        await using var world = await AgentWorld.StartAsync();
        world.GitLab.Looking = (_, _) => throw new ToolFailure("I looked for pipeline 7 in shop/api; it is not there.");

        await world.SayAsync("look bad");

        Assert.Equal(
            new Reply.Failed("I looked for pipeline 7 in shop/api; it is not there."), await world.AnswerAsync());
    }

    [Fact]
    public async Task A_model_that_calls_for_ever_is_stopped()
    {
        await using var world = await AgentWorld.StartAsync();
        world.Model.IsEndless = true;

        await world.SayAsync("look a");
        await world.AnswerAsync("more steps than one answer may take");

        Assert.Equal(8, world.Model.Asked);
    }

    [Fact]
    public async Task A_turn_that_is_cut_off_three_times_is_given_up_with_a_sentence()
    {
        await using var world = await AgentWorld.StartAsync();
        using var begun = new SemaphoreSlim(0);
        world.GitLab.Looking = (_, cancellationToken) =>
        {
            begun.Release();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        await world.SayAsync("look slow");

        for (var n = 0; n < 3; n++)
        {
            await begun.WaitAsync(TestContext.Current.CancellationToken);
            await world.RestartAsync();
        }

        await world.AnswerAsync("cut off each time");
    }
}
