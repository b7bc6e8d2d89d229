using GitAIOps.Turns;

namespace GitAIOps.Tests.Channels.Terminal;

public sealed class ChatTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_is_delivered_and_its_answer_printed_before_the_end()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?");
        desk.Input.End();
        var talk = desk.RunAsync();

        var asked = await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await talk;

        var message = Assert.IsType<InboundMessage>(asked.Delivery);
        Assert.Equal(new ConversationId("terminal", "", "ada", "slot-1"), message.Conversation);
        Assert.Equal(new Person("terminal", "ada", "Ada Park"), message.From);
        Assert.Contains("Pipeline 42 failed: a type error in src/cart/total.ts stops the build", desk.Printed);
    }

    [Fact]
    public async Task Code_has_the_logs_own_numbers_and_marks_the_telling_lines()
    {
        var printed = await TerminalDesk.PrintedAsync(Replies.Failure);

        Assert.Matches(@"(?m)^ +1038 [|│] \$ npm run build", printed);
        Assert.Matches(@"(?m)^ +> 1042 [|│] src/cart/total\.ts\(17,23\): .* type 'LineItem\[\]'\.", printed);
        Assert.Contains("12 lines left out", printed);
    }

    [Fact]
    public async Task A_table_keeps_its_cells()
    {
        var printed = await TerminalDesk.PrintedAsync(Replies.Listing);

        Assert.Contains("feature/a-long-branch-name-of-a-feature", printed);
        Assert.Contains("Failed jobs", printed);
    }

    [Fact]
    public async Task Ctrl_C_stops_a_running_turn_and_the_second_one_leaves()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?");
        var talk = desk.RunAsync();
        await desk.Agent.NextAsync(Cancel);

        desk.Chat.Interrupt();
        var stop = await desk.Agent.NextAsync(Cancel);
        desk.Chat.Interrupt();
        await talk;

        Assert.True(Assert.IsType<InboundMessage>(stop.Delivery).IsStop);
        Assert.Equal(2, desk.Agent.Exchanges.Count);
    }

    [Fact]
    public async Task Ctrl_C_leaves_when_nothing_runs()
    {
        await using var desk = new TerminalDesk();
        var talk = desk.RunAsync();

        desk.Chat.Interrupt();
        await talk;

        Assert.Empty(desk.Agent.Exchanges);
    }

    [Fact]
    public async Task Stop_overtakes_what_it_stops()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?", "stop");
        var talk = desk.RunAsync();
        await desk.Agent.NextAsync(Cancel);

        var stop = await desk.Agent.NextAsync(Cancel);

        Assert.True(Assert.IsType<InboundMessage>(stop.Delivery).IsStop);
        await desk.LeaveAsync(talk);
    }

    [Fact]
    public async Task Exit_leaves_only_after_the_answer()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("is main green?", "exit", "never said");
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(Cancel);
        var wasLeft = talk.IsCompleted;

        await desk.Agent.ShowAsync(asked, Replies.NotFound, Cancel);
        await talk;

        Assert.False(wasLeft);
        Assert.Contains("There is no pipeline 4711 in shop/web", desk.Printed);
        Assert.Single(desk.Agent.Exchanges);
    }

    [Fact]
    public async Task A_question_that_a_crash_left_open_is_shown_with_its_answer()
    {
        var agent = new FakeAgent();
        await agent.AcceptAsync(Message("d1", "is main green?"), Cancel);
        await agent.AcceptAsync(Message("d2", "why did pipeline 42 fail?"), Cancel);
        await agent.ShowAsync(agent.Exchanges[0], Replies.NotFound, Cancel);
        await using var desk = new TerminalDesk(agent: agent);
        desk.Input.End();

        var talk = desk.RunAsync();
        await agent.ShowAsync(agent.Exchanges[1], Replies.Failure, Cancel);
        await talk;

        Assert.DoesNotContain("is main green?", desk.Printed);
        Assert.Matches("(?s)> why did pipeline 42 fail\\?.*Pipeline 42 failed:", desk.Printed);
    }

    [Fact]
    public async Task An_answer_that_came_before_anyone_looked_stands_below_its_question()
    {
        var agent = new FakeAgent();
        await agent.AcceptAsync(Message("d1", "why did pipeline 42 fail?"), Cancel);
        await using var desk = new TerminalDesk(agent: agent);
        await agent.ShowAsync(agent.Exchanges[0], Replies.Failure, Cancel);
        desk.Input.End();

        await desk.RunAsync();

        Assert.Matches("(?s)> why did pipeline 42 fail\\?.*Pipeline 42 failed:", desk.Printed);
    }

    [Fact]
    public async Task On_a_terminal_the_working_line_is_taken_back()
    {
        await using var desk = new TerminalDesk(isTerminal: true);
        desk.Input.Type("why did pipeline 42 fail?");
        desk.Input.End();
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, new Reply.Working(new string('x', 200)), Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Retried, Cancel);
        await talk;

        Assert.Matches(@"\.\.\. x{75}(\u001b\[0m)?\r\u001b\[2K", desk.Printed);
    }

    [Fact]
    public async Task Into_a_pipe_only_the_answer_is_printed()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?");
        desk.Input.End();
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, new Reply.Working("Reading the log of job build"), Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await talk;

        Assert.DoesNotContain("Reading the log", desk.Printed);
        Assert.DoesNotMatch("(?m) $", desk.Printed);
    }

    [Fact]
    public async Task Escape_sequences_from_outside_do_not_reach_the_terminal()
    {
        var printed = await TerminalDesk.PrintedAsync(new Reply.Said(
        [
            new Block.Title("a\u001b]0;owned\u0007", Tone.Bad),
            new Block.Text("b\u001b[2J"),
            new Block.Fields([new("c\u001b[1m", "d\u001b[1m")]),
            new Block.Code([new(1, "e\u001b[31m", true)], "f\u009b1m"),
            new Block.Table(["g\u001b[1m"], [["h\u001b[1m"]]),
            new Block.Actions([new("i\u001b[1m", ButtonStyle.Plain, "t")]),
        ]));

        Assert.DoesNotContain('\u001b', printed);
        Assert.DoesNotContain('\u009b', printed);
    }

    [Fact]
    public async Task It_serves_its_own_thread_only()
    {
        await using var desk = new TerminalDesk();

        Assert.True(desk.Agent.ShownOn!.Serves(TerminalDesk.Seat.Conversation));
        Assert.False(desk.Agent.ShownOn!.Serves(TerminalDesk.Seat.Conversation with { Thread = "slot-2" }));
    }

    private static InboundMessage Message(string delivery, string text) =>
        new(delivery, TerminalDesk.Seat.Conversation, TerminalDesk.Seat.Person, DateTimeOffset.UnixEpoch, text);
}
