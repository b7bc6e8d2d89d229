using GitAIOps.Memory;
using GitAIOps.Memory.GrainStates;

namespace GitAIOps.Tests.Memory;

public sealed class StoreTests
{
    [Fact]
    public async Task A_state_that_somebody_else_wrote_is_not_overwritten()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        var store = memory.Get<GrainStateStore>();
        var first = await store.WriteAsync("c", "k", "1", 0, TestContext.Current.CancellationToken);

        Assert.Equal(1, first);
        Assert.Null(await store.WriteAsync("c", "k", "2", 0, TestContext.Current.CancellationToken));
        Assert.Equal("1", (await store.ReadAsync("c", "k", TestContext.Current.CancellationToken))!.State);
    }

    [Fact]
    public async Task Two_processes_may_write_to_the_same_folder()
    {
        await using var memory = await MemoryFixture.CreateAsync();
        await using var other = memory.Reopen();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n =>
            (n % 2 == 0 ? memory : other).Get<GrainStateStore>()
                .WriteAsync("c", $"k{n}", "x", 0, TestContext.Current.CancellationToken)));

        Assert.NotNull(await memory.Get<GrainStateStore>().ReadAsync("c", "k39", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_in_one_sentence()
    {
        var file = Path.GetTempFileName();

        var refusal = Assert.Throws<MemoryException>(() => new DataFolder(Path.Combine(file, "below-a-file")));

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void A_name_is_held_by_one_at_a_time()
    {
        var folder = Directory.CreateTempSubdirectory("gitaiops-memory-");
        var data = new DataFolder(folder.FullName);

        using (var held = data.TryHold("serve"))
        {
            Assert.NotNull(held);
            Assert.Null(data.TryHold("serve"));
        }

        using (var again = data.TryHold("serve"))
            Assert.NotNull(again);
        folder.Delete(recursive: true);
    }
}
