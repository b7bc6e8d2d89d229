using Microsoft.Playwright;

namespace GitAIOps.Tests.Browser;

/// <summary>Keeps pictures of what was tested, for people to look at.</summary>
internal static class Screens
{
    public static string Path(string name) =>
        System.IO.Path.Combine(AppContext.BaseDirectory, "screens", $"{name}.png");

    public static Task KeepAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path(name) });
}
