using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Memory;

public sealed class SavedCallStoreTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private static readonly Person Ada = new("web", "ada", "Ada");
    private static readonly Outcome Running = new("Runs.", Tone.Neutral, false, new Dictionary<string, string>());

    [Fact]
    public async Task Two_threads_that_offer_the_same_share_one_call()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();

        var (first, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        var (second, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);

        Assert.Equal(first.Call.Id, second.Call.Id);
    }

    [Fact]
    public async Task A_moved_pin_makes_a_new_call_and_expires_the_old()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (first, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);

        var (second, _) = await store.OfferAsync(Retry("816"), Ada, Life, TestContext.Current.CancellationToken);

        Assert.NotEqual(first.Call.Id, second.Call.Id);
        Assert.Equal(SavedCallState.Expired, (await store.FindAsync(first.Call.Id, TestContext.Current.CancellationToken))!.Call.State);
    }

    [Fact]
    public async Task An_expired_call_is_not_shared()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (first, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        memory.Clock.Advance(Life);

        var (second, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);

        Assert.NotEqual(first.Call.Id, second.Call.Id);
    }

    [Fact]
    public async Task Of_many_presses_at_once_one_wins_the_claim()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (call, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            n => store.ClaimAsync(call.Call.Id, Press($"p{n}"), TestContext.Current.CancellationToken)));

        Assert.Single(claims, won => won);
    }

    [Fact]
    public async Task The_delivery_that_claimed_may_take_it_up_again()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (call, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        await store.ClaimAsync(call.Call.Id, Press("p1"), TestContext.Current.CancellationToken);

        Assert.True(await store.ClaimAsync(call.Call.Id, Press("p1"), TestContext.Current.CancellationToken));
        Assert.False(await store.ClaimAsync(call.Call.Id, Press("p2"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_intent_keeps_its_first_time()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (call, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        await store.ClaimAsync(call.Call.Id, Press("p1"), TestContext.Current.CancellationToken);
        var first = await store.IntendAsync(call.Call.Id, TestContext.Current.CancellationToken);
        memory.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await store.IntendAsync(call.Call.Id, TestContext.Current.CancellationToken);

        Assert.Equal(first!.Call.IntentAt, again!.Call.IntentAt);
    }

    [Fact]
    public async Task A_posted_call_is_followed_until_its_final_outcome()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (call, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        await store.ClaimAsync(call.Call.Id, Press("p1"), TestContext.Current.CancellationToken);
        await store.IntendAsync(call.Call.Id, TestContext.Current.CancellationToken);
        await store.PostedAsync(call.Call.Id, Running, TestContext.Current.CancellationToken);
        Assert.Single(await store.PostedAsync(TestContext.Current.CancellationToken));

        var done = await store.PostedAsync(
            call.Call.Id, Running with { IsFinal = true }, TestContext.Current.CancellationToken);

        Assert.Equal(SavedCallState.Done, done!.Call.State);
        Assert.Empty(await store.PostedAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_call_that_somebody_claimed_cannot_expire_or_be_claimed_by_another()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (call, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        await store.ClaimAsync(call.Call.Id, Press("p1"), TestContext.Current.CancellationToken);

        var expired = await store.ExpireAsync(call.Call.Id, Press("p2"), Running, TestContext.Current.CancellationToken);

        Assert.Null(expired);
        Assert.Equal(SavedCallState.Claimed, (await store.FindAsync(call.Call.Id, TestContext.Current.CancellationToken))!.Call.State);
    }

    [Fact]
    public async Task An_ended_call_is_not_revived()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var (call, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        await store.ExpireAsync(call.Call.Id, Press("p1"), Running, TestContext.Current.CancellationToken);

        Assert.False(await store.ClaimAsync(call.Call.Id, Press("p2"), TestContext.Current.CancellationToken));
        Assert.Null(await store.IntendAsync(call.Call.Id, TestContext.Current.CancellationToken));
        Assert.Null(await store.PostedAsync(call.Call.Id, Running, TestContext.Current.CancellationToken));
        Assert.Null(await store.FailAsync(call.Call.Id, Running, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_claim_whose_press_is_no_longer_worked_on_is_an_orphan()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<SavedCallStore>();
        var exchanges = memory.Get<ExchangeStore>();
        var (call, _) = await store.OfferAsync(Retry("815"), Ada, Life, TestContext.Current.CancellationToken);
        await exchanges.AcceptAsync(Press("p1"), TestContext.Current.CancellationToken);
        await store.ClaimAsync(call.Call.Id, Press("p1"), TestContext.Current.CancellationToken);
        Assert.Empty(await store.OrphansAsync(TestContext.Current.CancellationToken));

        var waiting = await exchanges.WaitingAsync(Press("p1").Conversation, TestContext.Current.CancellationToken);
        await exchanges.FinishAsync(waiting[0].Sequence, TestContext.Current.CancellationToken);

        Assert.Single(await store.OrphansAsync(TestContext.Current.CancellationToken));
    }

    private static Proposal Retry(string pin) =>
        new(
            "retry", "shop/api", "pipeline 42", pin, new Dictionary<string, string>(),
            new Card("Retry", Tone.Neutral, [], []), "Retry", Focus.Nothing);

    private static Decision Press(string id) =>
        new(id, new("web", "", "ada", "t1"), Ada, new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), "token");
}
