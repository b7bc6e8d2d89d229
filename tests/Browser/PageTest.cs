using GitAIOps.Tests.Channels;
using GitAIOps.Turns;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GitAIOps.Tests.Browser.ChromiumFixture))]

namespace GitAIOps.Tests.Browser;

/// <summary>A test with the page on a port of its own and an agent whose steps the test takes.</summary>
public abstract class PageTest(ChromiumFixture chromium) : IAsyncLifetime
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected PageServer Server { get; set; } = null!;

    protected FakeAgent Agent => Server.Agent;

    public async ValueTask InitializeAsync() => Server = await PageServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var page = await chromium.OpenAsync(options);
        await page.GotoAsync(Server.Address);
        return page;
    }

    /// <summary>Asks, and waits for the page's delivery.</summary>
    protected async Task<Exchange> AskAsync(IPage page, string text)
    {
        await page.GetByLabel("Message").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        return await Agent.NextAsync(Cancel);
    }

    /// <summary>Asks about pipeline 42 and shows the failure.</summary>
    protected async Task<Exchange> FailAsync(IPage page)
    {
        var asked = await AskAsync(page, "why did pipeline 42 fail?");
        await Agent.ShowAsync(asked, Replies.Failure, Cancel);
        await Card(page).WaitForAsync();
        return asked;
    }

    protected static ILocator Card(IPage page) =>
        page.GetByRole(AriaRole.Heading, new() { Name = "Pipeline 42 failed" });

    protected static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
