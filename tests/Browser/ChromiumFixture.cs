using Microsoft.Playwright;

namespace GitAIOps.Tests.Browser;

/// <summary>Debian's chromium, started once for all tests; tests skip where it is not installed.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    /// <summary>A page of its own: no cookies, and every complaint of the browser's console kept.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"There is no {Executable}; install Debian's package chromium to run this.");
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
