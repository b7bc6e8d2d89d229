using GitAIOps.Tests.Channels;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Browser;

public sealed class ConversationTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Fact]
    public async Task A_question_becomes_a_card_in_place()
    {
        var page = await OpenAsync();
        await Screens.KeepAsync(page, "empty");

        var asked = await AskAsync(page, "why did pipeline 42 fail?");
        await Agent.ShowAsync(asked, new Reply.Working("Reading the log of job build"), Cancel);
        await Expect(page.Locator(".doing", new() { HasText = "Reading the log of job build" })).ToBeVisibleAsync();
        await Screens.KeepAsync(page, "working");
        await Agent.ShowAsync(asked, Replies.Failure, Cancel);

        await Expect(Card(page)).ToBeVisibleAsync();
        await Expect(page.Locator(".doing")).ToHaveCountAsync(0);
        await Expect(page.Locator(".exchange")).ToHaveCountAsync(1);
        await Screens.KeepAsync(page, "card");
    }

    [Fact]
    public async Task A_press_is_sent_once_and_edits_its_own_card()
    {
        var page = await OpenAsync();
        var asked = await FailAsync(page);

        await Button(page, "Retry failed jobs").DblClickAsync();
        var press = Assert.IsType<Decision>((await Agent.NextAsync(Cancel)).Delivery);
        await Expect(Button(page, "Show log excerpt")).ToBeDisabledAsync();
        await Agent.ShowAsync(asked, Replies.Retried, Cancel);

        await Expect(page.GetByText("Job build runs again as job 901").First).ToBeVisibleAsync();
        await Expect(Card(page)).ToHaveCountAsync(0);
        Assert.Equal("retry-42", press.Token);
        Assert.Single(Agent.Exchanges, exchange => exchange.Delivery is Decision);
    }

    [Fact]
    public async Task A_press_that_changes_nothing_opens_the_buttons_again()
    {
        var page = await OpenAsync();
        var asked = await FailAsync(page);
        await Button(page, "Retry failed jobs").ClickAsync();
        await Agent.NextAsync(Cancel);

        await Agent.ShowAsync(asked, Replies.Failure, Cancel);

        await Expect(Button(page, "Retry failed jobs")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task An_example_asks_itself()
    {
        var page = await OpenAsync();

        await Button(page, "is main green?").ClickAsync();

        var asked = Assert.IsType<InboundMessage>((await Agent.NextAsync(Cancel)).Delivery);
        Assert.Equal("is main green?", asked.Text);
        await Expect(page.Locator(".empty")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_reload_shows_the_conversation_and_lists_it()
    {
        var page = await OpenAsync();
        await FailAsync(page);

        await page.ReloadAsync();

        await Expect(Card(page)).ToBeVisibleAsync();
        await Expect(page.Locator(".threads a[aria-current]")).ToContainTextAsync("why did pipeline 42 fail?");
        await Expect(page.Locator("h1")).ToHaveTextAsync("why did pipeline 42 fail?");
    }

    [Fact]
    public async Task A_message_in_one_tab_appears_in_the_other()
    {
        var page = await OpenAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);

        var asked = await AskAsync(page, "is main green?");
        await Agent.ShowAsync(asked, Replies.Listing, Cancel);

        await Expect(other.Locator(".said")).ToContainTextAsync("is main green?");
        await Expect(other.GetByRole(Microsoft.Playwright.AriaRole.Table)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_stop_button_says_stop()
    {
        var page = await OpenAsync();
        await AskAsync(page, "is main green?");

        await Button(page, "Stop").ClickAsync();

        Assert.True(Assert.IsType<InboundMessage>((await Agent.NextAsync(Cancel)).Delivery).IsStop);
    }

    [Fact]
    public async Task Another_persona_starts_afresh()
    {
        var page = await OpenAsync();
        await AskAsync(page, "is main green?");

        await page.Locator(".persona summary").ClickAsync();
        await Screens.KeepAsync(page, "personas");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Ben Okafor" }).ClickAsync();

        await Expect(page.Locator(".keys")).ToContainTextAsync("Acting as Ben Okafor");
        await Expect(page.Locator(".threads a")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Copied_lines_come_without_their_numbers()
    {
        var page = await OpenAsync();
        await FailAsync(page);

        await page.EvaluateAsync("() => getSelection().selectAllChildren(document.querySelector('.code code'))");
        var copied = await page.EvaluateAsync<string>("() => getSelection().toString()");

        Assert.Contains("error TS2345", copied);
        Assert.DoesNotContain("1042", copied);
    }
}
