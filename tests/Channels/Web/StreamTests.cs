using System.Net.ServerSentEvents;
using GitAIOps.Channels.Web;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GitAIOps.Tests.Channels.Web;

public sealed class StreamTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly ConversationId Here = new("web", "", "ada", "abc");
    private static readonly ConversationId Elsewhere = new("web", "", "ben", "abc");

    private readonly FakeTimeProvider _time = new();

    private PageServer _server = null!;
    private PageClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PageServer.StartAsync(time: _time);
        _client = new(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_opens_at_once()
    {
        await using var events = await OpenAsync();

        Assert.Equal("beat", await KindAsync(events));
    }

    [Fact]
    public async Task A_reply_arrives_as_the_pages_own_markup()
    {
        await using var events = await OpenAsync();
        await events.MoveNextAsync();

        await ShowAsync(Here, Replies.Failure);

        Assert.Equal("reply", await KindAsync(events));
        Assert.StartsWith("<div class=\"reply card bad\" data-marker=\"m\" data-state=\"final\"", events.Current.Data);
        Assert.Contains("Found 1 error in src/cart/total.ts:17", events.Current.Data);
    }

    [Fact]
    public async Task A_message_from_another_tab_is_announced()
    {
        await using var events = await OpenAsync();
        await events.MoveNextAsync();

        using var said = await _client.SayAsync("abc", "is main green?");

        Assert.Equal("refetch", await KindAsync(events));
    }

    [Fact]
    public async Task Another_conversations_reply_does_not_arrive()
    {
        await using var events = await OpenAsync();
        await events.MoveNextAsync();

        await ShowAsync(Elsewhere, Replies.Retried);
        await ShowAsync(Here, new Reply.Working("Mine"));

        await events.MoveNextAsync();
        Assert.Contains("Mine", events.Current.Data);
    }

    [Fact]
    public async Task A_quiet_stream_beats_every_fifteen_seconds()
    {
        await using var events = await OpenAsync();
        await events.MoveNextAsync();

        _time.Advance(TimeSpan.FromSeconds(15));
        var first = await KindAsync(events);
        _time.Advance(TimeSpan.FromSeconds(15));
        var second = await KindAsync(events);

        Assert.Equal(("beat", "beat"), (first, second));
    }

    [Fact]
    public async Task An_open_stream_does_not_hold_up_the_servers_end()
    {
        await using var events = await OpenAsync();
        await events.MoveNextAsync();

        await _server.StopAsync();

        Assert.False(_server.Services.GetRequiredService<WebStream>().IsWatched(Here));
    }

    [Fact]
    public async Task A_watcher_that_does_not_keep_up_is_told_to_read_again_and_blocks_nobody()
    {
        var stream = new WebStream(Options.Create(new WebOptions()), _time);
        await using var slow = stream.WatchAsync(Here, Cancel).GetAsyncEnumerator(Cancel);
        await using var quick = stream.WatchAsync(Here, Cancel).GetAsyncEnumerator(Cancel);
        await slow.MoveNextAsync();
        await quick.MoveNextAsync();

        var seen = new List<string>();
        for (var n = 0; n < 33; n++)
        {
            stream.Publish(Here, WebStream.Reply, $"{n}");
            await quick.MoveNextAsync();
            seen.Add(quick.Current.Data);
        }

        await slow.MoveNextAsync();
        Assert.Equal(33, seen.Distinct().Count());
        Assert.Equal("refetch", slow.Current.EventType);
    }

    [Fact]
    public async Task Nobody_is_watched_for_after_the_last_page_left()
    {
        var stream = new WebStream(Options.Create(new WebOptions()), _time);
        var events = stream.WatchAsync(Here, Cancel).GetAsyncEnumerator(Cancel);
        await events.MoveNextAsync();
        var before = stream.IsWatched(Here);

        await events.DisposeAsync();

        Assert.Equal((true, false), (before, stream.IsWatched(Here)));
    }

    private async Task ShowAsync(ConversationId conversation, Reply reply) =>
        await _server.Services.GetRequiredService<IChannel>().ShowAsync(new(conversation, "m", null), reply, Cancel);

    private async Task<IAsyncEnumerator<SseItem<string>>> OpenAsync()
    {
        var response = await _client.GetAsync("/c/abc/events");
        var body = await response.Content.ReadAsStreamAsync(Cancel);
        return SseParser.Create(body).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);
    }

    private static async Task<string> KindAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        await events.MoveNextAsync();
        return events.Current.EventType;
    }
}
