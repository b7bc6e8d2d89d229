using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.Messages;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Memory;

public sealed class ExchangeStoreTests
{
    private static readonly ConversationId Thread = new("web", "", "ada", "t1");
    private static readonly Person Ada = new("web", "ada", "Ada");

    [Fact]
    public async Task A_repeated_delivery_is_dropped()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<ExchangeStore>();

        var first = await store.AcceptAsync(Message("d1"), TestContext.Current.CancellationToken);
        var second = await store.AcceptAsync(Message("d1"), TestContext.Current.CancellationToken);

        Assert.True(first);
        Assert.False(second);
        Assert.Single(await store.WaitingAsync(Thread, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_many_equal_deliveries_at_once_one_is_accepted()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<ExchangeStore>();

        var accepted = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => store.AcceptAsync(Message("d1"), TestContext.Current.CancellationToken)));

        Assert.Single(accepted, won => won);
    }

    [Fact]
    public async Task What_was_accepted_waits_in_order_until_it_is_finished()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<ExchangeStore>();
        foreach (var id in new[] { "d1", "d2", "d3" })
            await store.AcceptAsync(Message(id), TestContext.Current.CancellationToken);

        var waiting = await store.WaitingAsync(Thread, TestContext.Current.CancellationToken);
        await store.FinishAsync(waiting[0].Sequence, TestContext.Current.CancellationToken);

        Assert.Equal(["d1", "d2", "d3"], waiting.Select(exchange => exchange.Delivery.DeliveryId));
        Assert.Equal(
            ["d2", "d3"],
            (await store.WaitingAsync(Thread, TestContext.Current.CancellationToken))
                .Select(exchange => exchange.Delivery.DeliveryId));
    }

    [Fact]
    public async Task A_delivery_survives_as_it_was()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var decision = new Decision("p1", Thread, Ada, memory.Clock.GetUtcNow(), "token");
        await memory.Get<ExchangeStore>().AcceptAsync(decision, TestContext.Current.CancellationToken);

        await using var reopened = memory.Reopen();
        var waiting = await reopened.Get<ExchangeStore>().WaitingAsync(Thread, TestContext.Current.CancellationToken);

        Assert.Equal(decision, waiting[0].Delivery);
    }

    [Fact]
    public async Task The_transcript_shows_each_delivery_with_its_reply()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<ExchangeStore>();
        await store.AcceptAsync(Message("d1"), TestContext.Current.CancellationToken);
        await store.AcceptAsync(Message("d2"), TestContext.Current.CancellationToken);
        var first = (await store.WaitingAsync(Thread, TestContext.Current.CancellationToken))[0];
        var said = new Reply.Failed("No.");
        await memory.Get<MessageStore>().SaveAsync(
            new(first.Marker, Thread, said, said, [], [], first.Sequence), TestContext.Current.CancellationToken);

        var exchanges = await store.ReadAsync(Thread, 10, TestContext.Current.CancellationToken);

        Assert.Equal([said, null], exchanges.Select(exchange => exchange.Reply));
        Assert.Single(await store.WaitingAsync(Thread, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Threads_are_listed_newest_first_with_their_first_words()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<ExchangeStore>();
        await store.AcceptAsync(Message("d1", "first words"), TestContext.Current.CancellationToken);
        await store.AcceptAsync(
            Message("d2", "other") with { Conversation = Thread with { Thread = "t2" } }, TestContext.Current.CancellationToken);
        await store.AcceptAsync(Message("d3", "later"), TestContext.Current.CancellationToken);

        var threads = await store.ThreadsAsync("web", "ada", 10, TestContext.Current.CancellationToken);

        Assert.Equal(["first words", "other"], threads.Select(thread => thread.FirstText));
    }

    private static InboundMessage Message(string id, string text = "why did pipeline 42 fail?") =>
        new(id, Thread, Ada, new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), text);
}
