using GitAIOps.Tests.Channels;
using GitAIOps.Turns;
using Microsoft.Playwright;

namespace GitAIOps.Tests.Browser;

public sealed class KeyboardTests(ChromiumFixture chromium) : PageTest(chromium)
{
    private const string Unlabelled = """
        () => [...document.querySelectorAll('button, a[href], textarea, input:not([type=hidden]), img, [role=region]')]
            .filter(element => !(element.labels?.length || element.textContent.trim() || element.ariaLabel
                || element.hasAttribute('alt')))
            .map(element => element.outerHTML)
        """;

    private const string Doubled = """
        () => [...document.querySelectorAll('[id]')].map(element => element.id)
            .filter((id, at, all) => all.indexOf(id) !== at)
        """;

    [Fact]
    public async Task Shift_and_Enter_start_a_new_line()
    {
        var page = await OpenAsync();
        await page.GetByLabel("Message").FocusAsync();

        await page.Keyboard.TypeAsync("one");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("two");
        await page.Keyboard.PressAsync("Enter");

        var asked = Assert.IsType<InboundMessage>((await Agent.NextAsync(Cancel)).Delivery);
        Assert.Equal("one\ntwo", asked.Text);
        await Expect(page.GetByLabel("Message")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_message_box_has_the_focus_and_keeps_it()
    {
        var page = await OpenAsync();
        await Expect(page.GetByLabel("Message")).ToBeFocusedAsync();

        await FailAsync(page);

        await Expect(page.GetByLabel("Message")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_button_is_reached_and_pressed_without_a_mouse()
    {
        var page = await OpenAsync();
        var asked = await FailAsync(page);

        // Backwards from the message box: the card's last button comes first.
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(Button(page, "Show log excerpt")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Agent.NextAsync(Cancel);
        await Agent.ShowAsync(asked, Replies.Retried, Cancel);

        await Expect(page.Locator(".reply")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_list_to_the_message_box()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("() => document.activeElement.blur()");

        await page.Locator(".skip").FocusAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByLabel("Message")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_closes_what_is_open_and_then_leads_to_the_message_box()
    {
        var page = await OpenAsync();
        await page.Locator(".persona summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".persona summary")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByLabel("Message")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_answer_is_announced_politely()
    {
        var page = await OpenAsync();

        await FailAsync(page);

        await Expect(page.Locator("#announce[aria-live=polite]")).ToContainTextAsync("Pipeline 42 failed");
    }

    [Fact]
    public async Task Everything_has_a_name_and_every_id_is_its_own()
    {
        var page = await OpenAsync();
        var asked = await FailAsync(page);
        var names = await page.EvaluateAsync<string[]>(Unlabelled);
        await Agent.ShowAsync(asked, Replies.Listing, Cancel);
        await page.GetByRole(AriaRole.Table).WaitForAsync();

        Assert.Empty(names);
        Assert.Empty(await page.EvaluateAsync<string[]>(Unlabelled));
        Assert.Empty(await page.EvaluateAsync<string[]>(Doubled));
        await Expect(page.Locator("h1")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Expect(page.Locator("html[lang=en]")).ToHaveCountAsync(1);
    }
}
