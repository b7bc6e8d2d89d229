using GitAIOps.Tests.Channels;
using GitAIOps.Turns;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GitAIOps.Tests.Browser.ChromiumFixture))]

namespace GitAIOps.Tests.Browser;

public sealed class ConversationTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private PageServer _server = null!;

    private FakeAgent Agent => _server.Agent;

    public async ValueTask InitializeAsync() => _server = await PageServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_question_becomes_a_card_in_place()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(_server.Address);
        await Screens.KeepAsync(page, "empty");

        await page.GetByLabel("Message").FillAsync("why did pipeline 42 fail?");
        await page.Keyboard.PressAsync("Enter");
        var asked = await Agent.NextAsync(Cancel);
        await Agent.ShowAsync(asked, new Reply.Working("Reading the log of job build"), Cancel);
        await Assertions.Expect(page.GetByText("Reading the log of job build").First).ToBeVisibleAsync();
        await Screens.KeepAsync(page, "working");
        await Agent.ShowAsync(asked, Replies.Failure, Cancel);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pipeline 42 failed" })).ToBeVisibleAsync();
        await Screens.KeepAsync(page, "card");
    }
}
