using System.Net;
using System.Net.Http.Headers;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;

namespace GitAIOps.Tests.Channels.Web;

public sealed class PageTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private PageServer _server = null!;
    private PageClient _client = null!;

    private FakeAgent Agent => _server.Agent;

    public async ValueTask InitializeAsync()
    {
        _server = await PageServer.StartAsync();
        _client = new(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_first_address_starts_a_thread_of_its_own()
    {
        using var first = await _client.GetAsync("/");
        using var second = await _client.GetAsync("/");

        Assert.Matches("^/c/[a-z0-9]{16}$", first.Headers.Location?.ToString());
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_message_is_accepted_as_the_persona_in_its_own_room()
    {
        using var response = await _client.SayAsync("abc", "  is main green?\r\nreally?  ");

        var message = Assert.IsType<InboundMessage>(Assert.Single(Agent.Exchanges).Delivery);
        Assert.Equal("is main green?\nreally?", message.Text);
        Assert.Equal(new ConversationId("web", "", "ada", "abc"), message.Conversation);
        Assert.Equal(new Person("web", "ada", "Ada Park"), message.From);
        Assert.Equal("/c/abc#latest", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_message()
    {
        var form = await _client.FormAsync("/c/abc");
        form["text"] = "is main green?";

        using var first = await _client.PostAsync("/c/abc/messages", form);
        using var second = await _client.PostAsync("/c/abc/messages", form);

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Single(Agent.Exchanges);
    }

    [Fact]
    public async Task A_form_without_a_delivery_id_is_refused()
    {
        var form = await _client.FormAsync("/c/abc");
        form["text"] = "hi";
        form["delivery"] = "1";

        using var response = await _client.PostAsync("/c/abc/messages", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(Agent.Exchanges);
    }

    [Fact]
    public async Task A_message_beyond_the_longest_is_refused_with_both_lengths()
    {
        using var response = await _client.SayAsync("abc", new string('x', 8_001));

        Assert.Contains("at most 8,000 characters, this has 8,001", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(Agent.Exchanges);
    }

    [Fact]
    public async Task An_empty_message_is_no_delivery()
    {
        using var response = await _client.SayAsync("abc", " \n ");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Empty(Agent.Exchanges);
    }

    [Fact]
    public async Task A_press_becomes_a_decision_with_the_buttons_token()
    {
        var form = await _client.FormAsync("/c/abc", "press");
        form["token"] = "retry-42";

        using var response = await _client.PostAsync("/c/abc/presses", form);

        var decision = Assert.IsType<Decision>(Assert.Single(Agent.Exchanges).Delivery);
        Assert.Equal("retry-42", decision.Token);
    }

    [Fact]
    public async Task A_reload_shows_the_conversation_again()
    {
        using var said = await _client.SayAsync("abc", "why did pipeline 42 fail?");
        await Agent.ShowAsync(Agent.Exchanges[0], Replies.Failure, Cancel);

        var page = await _client.ReadAsync("/c/abc");

        Assert.Contains("Pipeline 42 failed: a type error", page);
        Assert.Contains("<mark data-n=\"1042\">src/cart/total.ts(17,23)", page);
        Assert.Contains("value=\"retry-42\"", page);
        Assert.Contains("aria-current=\"page\"", page);
    }

    [Fact]
    public async Task A_message_that_waits_is_shown_as_begun()
    {
        using var said = await _client.SayAsync("abc", "is main green?");

        Assert.Contains("data-state=\"working\"", Conversation(await _client.ReadAsync("/c/abc")));
    }

    [Fact]
    public async Task The_bare_word_stop_waits_for_no_answer()
    {
        using var said = await _client.SayAsync("abc", "stop");

        Assert.DoesNotContain("data-state", Conversation(await _client.ReadAsync("/c/abc")));
    }

    [Fact]
    public async Task What_people_write_is_shown_as_text()
    {
        using var said = await _client.SayAsync("abc", "<script>alert(1)</script> **x**");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; **x**", await _client.ReadAsync("/c/abc"));
    }

    [Fact]
    public async Task A_page_shows_what_was_shown_before_the_transcript_says_so()
    {
        using var said = await _client.SayAsync("abc", "is main green?");
        var exchange = Agent.Exchanges[0];
        var living = new LivingMessage(exchange.Delivery.Conversation, exchange.Marker, null);
        await Agent.ShownOn!.ShowAsync(living, Replies.Retried, Cancel);

        Assert.Contains("runs again as job 901", await _client.ReadAsync("/c/abc/living"));
    }

    [Fact]
    public async Task A_persona_sees_only_their_own_threads()
    {
        using var said = await _client.SayAsync("abc", "why did pipeline 42 fail?");
        var form = await _client.FormAsync("/c/abc");
        form["persona"] = "ben";

        using var chosen = await _client.PostAsync("/persona", form);

        var page = await _client.ReadAsync("/c/abc");
        Assert.DoesNotContain("why did pipeline 42 fail?</span>", page);
        Assert.Contains("Acting as Ben Okafor", page);
    }

    [Fact]
    public async Task A_page_that_shows_another_persona_than_the_browser_chose_since_cannot_speak()
    {
        var form = await _client.FormAsync("/c/abc", "press");
        form["persona"] = "ben";
        form["token"] = "retry-42";
        using var chosen = await _client.PostAsync("/persona", form);

        using var response = await _client.PostAsync("/c/abc/presses", form);

        Assert.Contains("acts as Ben Okafor by now", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(Agent.Exchanges);
    }

    [Fact]
    public async Task An_unknown_persona_is_refused()
    {
        var form = await _client.FormAsync("/c/abc");
        form["persona"] = "root";

        using var response = await _client.PostAsync("/persona", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task One_persona_alone_is_named_and_not_offered()
    {
        await using var server = await PageServer.StartAsync(new([new("owner", "Olga Owner", "token's owner")]));
        using var client = new PageClient(server.Address);

        var page = await client.ReadAsync("/c/abc");

        Assert.Contains("Acting as Olga Owner", page);
        Assert.DoesNotContain("<details", page);
    }

    [Fact]
    public async Task Examples_come_from_the_options()
    {
        await using var server = await PageServer.StartAsync(configure: web => web.Examples = ["what broke?"]);
        using var client = new PageClient(server.Address);

        Assert.Contains("value=\"what broke?\"", await client.ReadAsync("/c/abc"));
    }

    [Fact]
    public async Task A_setting_out_of_its_range_keeps_the_page_from_starting()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => PageServer.StartAsync(configure: web => web.Heartbeat = TimeSpan.Zero));

        Assert.Contains("Heartbeat", refusal.Message);
    }

    [Theory]
    [InlineData("/c/a.b")]
    [InlineData("/c/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_thread_that_the_page_did_not_make_is_not_found(string path)
    {
        using var response = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("web.css", "text/css")]
    [InlineData("web.js", "text/javascript")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task An_asset_that_did_not_change_is_not_sent_again(string name, string type)
    {
        using var first = await _client.GetAsync($"/assets/{name}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{name}");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));

        using var second = await _client.SendAsync(request);

        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_page_has_no_inline_script_or_style()
    {
        using var said = await _client.SayAsync("abc", "why did pipeline 42 fail?");
        await Agent.ShowAsync(Agent.Exchanges[0], Replies.Failure, Cancel);

        var page = await _client.ReadAsync("/c/abc");

        Assert.DoesNotContain("style=", page);
        Assert.DoesNotContain("<style", page);
        Assert.DoesNotMatch("<script(?![^>]* src=\"/assets/)", page);
        Assert.DoesNotMatch(" on[a-z]+=\"", page);
    }

    private static string Conversation(string page)
    {
        var from = page.IndexOf("<ol id=\"exchanges\"", StringComparison.Ordinal);
        return page[from..page.IndexOf("</ol>", from, StringComparison.Ordinal)];
    }
}
