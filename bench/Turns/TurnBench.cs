using System.Diagnostics;
using GitAIOps.Turns;

namespace GitAIOps.Bench.Turns;

/// <summary>What a turn costs apart from model and GitLab: accepted to shown, everything stored on the way.</summary>
internal static class TurnBench
{
    private const int Warm = 200;
    private const int Measured = 500;
    private const int Conversations = 1000;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gitaiops-bench-");
        var channel = new CountingChannel();
        await using (var agent = await EchoAgent.StartAsync(folder.FullName, channel))
        {
            await OneConversationAsync(agent, channel);
            await ManyConversationsAsync(agent, channel);
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task OneConversationAsync(EchoAgent agent, CountingChannel channel)
    {
        var times = new List<double>();
        for (var n = 0; n < Warm + Measured; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await TurnAsync(agent, channel, "one", n);
            if (n >= Warm)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(
            $"one conversation, warm: median {times[times.Count / 2]:0.0} ms, "
            + $"p5 {times[times.Count / 20]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms over {times.Count} turns");
    }

    private static async Task ManyConversationsAsync(EchoAgent agent, CountingChannel channel)
    {
        var before = Environment.WorkingSet;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(n => TurnAsync(agent, channel, $"many-{n}", 0)));
        Console.WriteLine(
            $"{Conversations} conversations side by side: all answered in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, "
            + $"working set {before / 1048576} -> {Environment.WorkingSet / 1048576} MB");
    }

    private static async Task TurnAsync(EchoAgent agent, CountingChannel channel, string thread, int n)
    {
        var conversation = new ConversationId("bench", "", "room", thread);
        var answered = channel.ExpectAsync(conversation);
        await agent.Inbox.AcceptAsync(
            new InboundMessage(
                $"{thread}-{n}", conversation, new("bench", "ada", "Ada"), TimeProvider.System.GetUtcNow(), $"hello {n}"),
            CancellationToken.None);
        await answered;
    }
}
