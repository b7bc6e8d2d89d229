using GitAIOps.Tests.Product;
using Microsoft.Playwright;

namespace GitAIOps.Tests.Browser;

/// <summary>The whole product on a fresh machine, as a person meets it.</summary>
public sealed class StoryTests(ChromiumFixture chromium) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gitaiops-story-");

    [Fact]
    public async Task From_the_question_to_the_retried_job()
    {
        var page = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 1100, Height = 1000 } });
        var (process, address) = await ProductProcess.ServeAsync(_folder.FullName, gitLab: null);
        using var serving = process;
        await page.GotoAsync(address);

        await page.GetByLabel("Message").FillAsync("why did pipeline 42 fail?");
        await page.Keyboard.PressAsync("Enter");
        await Button(page, "Retry failed jobs").ClickAsync();
        await Button(page, "Not now").WaitForAsync();
        await Screens.KeepAsync(page, "story-confirm");
        await page.Locator("button.primary[name=token]").Last.ClickAsync();
        await page.GetByText("Confirmed by").WaitForAsync();
        await Screens.KeepAsync(page, "story-done");

        Assert.Equal(0, await Button(page, "Not now").CountAsync());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
