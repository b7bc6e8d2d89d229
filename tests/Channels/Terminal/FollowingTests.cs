using GitAIOps.Turns;

namespace GitAIOps.Tests.Channels.Terminal;

public sealed class FollowingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_pipe_the_end_waits_for_what_became_of_a_change()
    {
        await using var desk = new TerminalDesk();
        var (asked, talk) = await ConfirmAsync(desk);
        desk.Input.End();

        await desk.Agent.ShowAsync(asked, Replies.UnderWay, Cancel);
        await desk.Agent.ShowAsync(asked, Replies.UnderWay, Cancel);
        var wasLeft = talk.IsCompleted;
        await desk.Agent.ShowAsync(asked, Replies.Done, Cancel);
        await talk;

        Assert.False(wasLeft);
        Assert.Contains("Retry 2 jobs: done", desk.Printed);
    }

    [Fact]
    public async Task From_a_pipe_the_next_line_waits_for_it_too()
    {
        await using var desk = new TerminalDesk();
        var (asked, talk) = await ConfirmAsync(desk);
        desk.Input.Type("is main green?");
        desk.Input.End();
        await desk.Agent.ShowAsync(asked, Replies.UnderWay, Cancel);
        desk.Time.Advance(TimeSpan.FromMinutes(2));

        var next = await desk.Agent.NextAsync(Cancel);
        var printed = desk.Printed;
        await desk.Agent.ShowAsync(next, Replies.Listing, Cancel);
        await talk;

        Assert.Contains("still under way on GitLab", printed);
        Assert.Equal("is main green?", Assert.IsType<InboundMessage>(next.Delivery).Text);
    }

    [Fact]
    public async Task After_two_minutes_it_says_that_the_change_goes_on_and_leaves()
    {
        await using var desk = new TerminalDesk();
        var (asked, talk) = await ConfirmAsync(desk);
        desk.Input.End();
        await desk.Agent.ShowAsync(asked, Replies.UnderWay, Cancel);

        desk.Time.Advance(TimeSpan.FromMinutes(1));
        var wasLeft = talk.IsCompleted;
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await talk;

        Assert.False(wasLeft);
        Assert.Contains("still under way on GitLab", desk.Printed);
    }

    [Fact]
    public async Task At_a_terminal_a_number_does_not_wait_for_it()
    {
        await using var desk = new TerminalDesk(isTerminal: true);
        var (asked, talk) = await ConfirmAsync(desk);
        var buttons = new Block.Actions([new("Show log excerpt", ButtonStyle.Plain, "log-815")]);
        var underWay = (Reply.Said)Replies.UnderWay;
        await desk.Agent.ShowAsync(asked, underWay with { Blocks = [buttons, .. underWay.Blocks] }, Cancel);
        desk.Input.Type("1");

        var press = await desk.Agent.NextAsync(Cancel);

        Assert.Equal("log-815", Assert.IsType<Decision>(press.Delivery).Token);
        desk.Chat.Interrupt();
        desk.Chat.Interrupt();
        await talk;
    }

    [Fact]
    public async Task Ctrl_C_does_not_wait_for_it()
    {
        await using var desk = new TerminalDesk();
        var (asked, talk) = await ConfirmAsync(desk);
        await desk.Agent.ShowAsync(asked, Replies.UnderWay, Cancel);

        desk.Chat.Interrupt();
        await talk;

        Assert.DoesNotContain(desk.Agent.Exchanges, exchange => exchange.Delivery is InboundMessage { IsStop: true });
    }

    private static async Task<(Exchange Asked, Task Talk)> ConfirmAsync(TerminalDesk desk)
    {
        desk.Input.Type("retry the failed jobs of pipeline 42", "1");
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Confirm, Cancel);
        await desk.Agent.NextAsync(Cancel);
        return (asked, talk);
    }
}
