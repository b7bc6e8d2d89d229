using GitAIOps.Tests.Channels;
using GitAIOps.Turns;
using Microsoft.Playwright;

namespace GitAIOps.Tests.Browser;

public sealed class TroubleTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Fact]
    public async Task A_restarted_server_is_found_again_and_nothing_is_lost()
    {
        var page = await OpenAsync();
        var asked = await AskAsync(page, "why did pipeline 42 fail?");
        var (agent, port) = (Agent, new Uri(Server.Address).Port);

        await Server.DisposeAsync();
        agent.ShownOn = null;
        await agent.ShowAsync(asked, Replies.Failure, Cancel);
        Server = await PageServer.StartAsync(agent: agent, port: port);

        await Expect(Card(page)).ToBeVisibleAsync();
        await Expect(page.Locator("#link")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_form_token_of_an_earlier_run_is_replaced()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("""
            () => document.querySelectorAll('[name=__RequestVerificationToken]').forEach(field => field.value = 'old')
            """);

        await AskAsync(page, "is main green?");

        await Expect(page.Locator(".trouble")).ToHaveCountAsync(0);
        Assert.Single(Agent.Exchanges);
    }

    [Fact]
    public async Task A_message_that_was_not_sent_can_be_sent_again()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/messages", route => route.AbortAsync());
        await page.GetByLabel("Message").FillAsync("is main green?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not sent");

        await page.UnrouteAsync("**/messages");
        await Button(page, "Try again").ClickAsync();

        var asked = await Agent.NextAsync(Cancel);
        await Agent.ShowAsync(asked, Replies.Listing, Cancel);
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(page.Locator(".exchange")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_page_of_an_earlier_persona_is_reloaded_and_keeps_what_was_typed()
    {
        var page = await OpenAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(Server.Address);
        await other.Locator(".persona summary").ClickAsync();
        await Button(other, "Ben Okafor developer").ClickAsync();
        await Expect(other.Locator(".keys")).ToContainTextAsync("Acting as Ben Okafor");
        await page.GetByLabel("Message").FillAsync("is main green?");
        await page.Keyboard.PressAsync("Enter");

        await Button(page, "Reload").ClickAsync();
        await Expect(page.Locator(".keys")).ToContainTextAsync("Acting as Ben Okafor");
        await Expect(page.GetByLabel("Message")).ToHaveValueAsync("is main green?");
        await Button(page, "Send").ClickAsync();

        Assert.Equal("ben", (await Agent.NextAsync(Cancel)).Delivery.From.Id);
    }

    [Fact]
    public async Task A_hidden_tab_holds_no_connection_once_its_answer_came()
    {
        var page = await OpenAsync();
        var asked = await AskAsync(page, "why did pipeline 42 fail?");
        var closed = new TaskCompletionSource();
        page.RequestFailed += (_, request) =>
        {
            if (request.Url.EndsWith("/events", StringComparison.Ordinal))
                closed.TrySetResult();
        };
        await page.EvaluateAsync("""
            () => {
              Object.defineProperty(document, 'hidden', { value: true, configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """);
        var wasOpen = !closed.Task.IsCompleted;

        await Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(15), Cancel);

        Assert.True(wasOpen);
        await Expect(Card(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_forms_and_reloads_tell_the_same_story()
    {
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GetByLabel("Message").FillAsync("why did pipeline 42 fail?");
        await Button(page, "Send").ClickAsync();
        var asked = await Agent.NextAsync(Cancel);
        await Expect(page.Locator(".doing")).ToBeVisibleAsync();
        await Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await page.ReloadAsync();

        await Button(page, "Retry failed jobs").ClickAsync();

        Assert.Equal("retry-42", Assert.IsType<Decision>((await Agent.NextAsync(Cancel)).Delivery).Token);
        await Expect(page.Locator("noscript .hint")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_browser_has_nothing_to_complain_about()
    {
        var complaints = new List<string>();
        var page = await OpenAsync();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);

        await page.ReloadAsync();
        var asked = await FailAsync(page);
        await Agent.ShowAsync(asked, Replies.Listing, Cancel);
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();

        Assert.Empty(complaints);
    }
}
