using GitAIOps.Tests.Channels;
using Microsoft.Playwright;

namespace GitAIOps.Tests.Browser;

public sealed class LookTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_stands_out_at_the_side(int width, ColorScheme scheme)
    {
        var page = await OpenAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
        });
        await Screens.KeepAsync(page, $"empty-{width}-{scheme}");
        var asked = await FailAsync(page);
        await Screens.KeepAsync(page, $"card-{width}-{scheme}");
        var widest = new List<int> { await OverflowAsync(page) };

        foreach (var reply in new[] { Replies.Listing, Replies.Confirm, Replies.NotFound })
        {
            asked = await AskAsync(page, $"and {new string('w', 300)}");
            await Agent.ShowAsync(asked, reply, Cancel);
            await Expect(page.Locator(".reply[data-state=working]")).ToHaveCountAsync(0);
            widest.Add(await OverflowAsync(page));
        }

        await page.ScreenshotAsync(new() { FullPage = true, Path = Screens.Path($"all-{width}-{scheme}") });
        Assert.All(widest, overflow => Assert.Equal(0, overflow));
    }

    [Fact]
    public async Task A_long_title_is_cut_in_the_list_of_conversations()
    {
        var page = await OpenAsync();
        await AskAsync(page, string.Join(' ', Enumerable.Repeat("why did pipeline 42 fail?", 8)));
        await page.Locator(".threads a").WaitForAsync();

        var cut = await page.EvaluateAsync<int[]>("""
            () => {
              const nav = document.querySelector('.side nav');
              const link = document.querySelector('.threads a');
              return [nav.scrollWidth - nav.clientWidth, Math.max(0, link.offsetWidth - nav.clientWidth)];
            }
            """);

        Assert.Equal([0, 0], cut);
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_change_is_set_apart_from_the_answer_above_it(int width, ColorScheme scheme)
    {
        var page = await OpenAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 1400 },
            ColorScheme = scheme,
        });
        var asked = await FailAsync(page);

        await Agent.ShowAsync(asked, Replies.FailureToConfirm, Cancel);
        await Expect(page.Locator(".reply > .change > .title")).ToContainTextAsync("Retry 2 jobs of pipeline 42?");
        await Expect(page.Locator(".change .tone.warning")).ToBeVisibleAsync();
        await Screens.KeepAsync(page, $"change-{width}-{scheme}");
        await Agent.ShowAsync(asked, Replies.FailureUnderWay, Cancel);
        await Expect(page.Locator(".followed")).ToBeVisibleAsync();
        await Screens.KeepAsync(page, $"change-under-way-{width}-{scheme}");
        await Agent.ShowAsync(asked, Replies.Confirm, Cancel);

        await Expect(page.Locator(".reply > .title")).ToContainTextAsync("Retry 2 jobs of pipeline 42?");
        await Expect(page.Locator(".change, .followed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_the_conversations_open_over_the_page()
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await Expect(page.Locator("#side")).ToBeHiddenAsync();

        await Button(page, "Conversations").ClickAsync();
        await Expect(page.Locator("#side")).ToBeVisibleAsync();
        await Screens.KeepAsync(page, "drawer");
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("#side")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_want_no_motion()
    {
        var page = await OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await AskAsync(page, "is main green?");

        var moving = await page.EvaluateAsync<int>("() => document.getAnimations().length");

        Assert.Equal(0, moving);
    }

    private static Task<int> OverflowAsync(IPage page) => page.EvaluateAsync<int>(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
