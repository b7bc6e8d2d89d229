using GitAIOps.Turns;

namespace GitAIOps.Tests.Channels.Terminal;

public sealed class ChoiceTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Buttons_are_numbered()
    {
        var printed = await TerminalDesk.PrintedAsync(Replies.Failure);

        Assert.Contains("  [1] Retry failed jobs\n  [2] Show log excerpt\n", printed);
    }

    [Fact]
    public async Task A_question_has_the_numbers_for_itself()
    {
        var printed = await TerminalDesk.PrintedAsync(Replies.FailureToConfirm);

        Assert.Contains("  [1] Retry 2 jobs\n  [2] Leave it\n", printed);
        Assert.DoesNotContain("] Show log excerpt", printed);
    }

    [Fact]
    public async Task The_first_number_after_a_question_confirms_it()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?", "1", "1");
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, Replies.FailureToConfirm, Cancel);

        var press = await desk.Agent.NextAsync(Cancel);

        Assert.Equal("confirm", Assert.IsType<Decision>(press.Delivery).Token);
        await desk.LeaveAsync(talk);
    }

    [Fact]
    public async Task A_number_typed_ahead_of_an_answer_means_its_choices()
    {
        await using var desk = new TerminalDesk(isTerminal: true);
        desk.Input.Type("why did pipeline 42 fail?", "2");
        desk.Input.End();
        var talk = desk.RunAsync();
        await desk.Agent.ShowAsync(await desk.Agent.NextAsync(Cancel), Replies.Failure, Cancel);

        var press = await desk.Agent.NextAsync(Cancel);

        Assert.Equal("log-815", Assert.IsType<Decision>(press.Delivery).Token);
        await desk.LeaveAsync(talk);
    }

    [Theory]
    [InlineData("1", "retry-42")]
    [InlineData("2.", "log-815")]
    public async Task A_number_presses_the_latest_choice(string typed, string token)
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?", typed);
        var talk = desk.RunAsync();
        await desk.Agent.ShowAsync(await desk.Agent.NextAsync(Cancel), Replies.Failure, Cancel);

        var press = await desk.Agent.NextAsync(Cancel);

        Assert.Equal(token, Assert.IsType<Decision>(press.Delivery).Token);
        await desk.LeaveAsync(talk);
    }

    [Fact]
    public async Task A_number_beyond_the_choices_is_explained()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?", "3");
        desk.Input.End();
        var talk = desk.RunAsync();
        await desk.Agent.ShowAsync(await desk.Agent.NextAsync(Cancel), Replies.Failure, Cancel);
        await talk;

        Assert.Contains("There is no choice 3; the open ones are 1 to 2.", desk.Printed);
        Assert.Single(desk.Agent.Exchanges);
    }

    [Fact]
    public async Task A_number_without_choices_is_a_message()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("42");
        var talk = desk.RunAsync();

        var said = await desk.Agent.NextAsync(Cancel);

        Assert.Equal("42", Assert.IsType<InboundMessage>(said.Delivery).Text);
        await desk.LeaveAsync(talk);
    }

    [Fact]
    public async Task An_edit_of_a_printed_card_says_what_it_belongs_to_and_only_what_is_new()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?", "1");
        desk.Input.End();
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, new Reply.Working("Retrying"), Cancel);
        var failure = (Reply.Said)Replies.Failure;

        Block result = new Block.Text("Job *build* runs again as 901.");
        await desk.Agent.ShowAsync(asked, new Reply.Said([.. failure.Blocks.SkipLast(1), result]), Cancel);
        await talk;

        var update = desk.Printed[desk.Printed.IndexOf("Update of", StringComparison.Ordinal)..];
        Assert.StartsWith("Update of \"Pipeline 42 failed: a type error in src/cart/total...\":", update);
        Assert.Contains("Job build runs again as 901.", update);
        Assert.DoesNotContain("1042", update);
    }

    [Fact]
    public async Task Choices_that_an_edit_took_away_are_gone()
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?", "1", "1");
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await desk.Agent.NextAsync(Cancel);
        await desk.Agent.ShowAsync(asked, Replies.Retried, Cancel);

        var next = await desk.Agent.NextAsync(Cancel);

        Assert.IsType<InboundMessage>(next.Delivery);
        await desk.LeaveAsync(talk);
    }
}
