using System.Net;
using System.Net.Sockets;
using GitAIOps.Tests.Plugins.World;

namespace GitAIOps.Tests.Plugins.Rights;

public sealed class FailureTests
{
    [Theory]
    [InlineData(200, "<html>Sign in</html>", "text/html", "is not GitLab's API")]
    [InlineData(200, "{", "application/json", "is not GitLab's API")]
    [InlineData(401, "{\"message\":\"401 Unauthorized\"}", "application/json", "wants a valid token")]
    [InlineData(429, "Retry later\n", "text/plain", "Ask again in 40 s")]
    [InlineData(500, "{\"message\":\"500 Internal Server Error\"}", "application/json", "it answered 500")]
    [InlineData(503, "<html>GitLab is not responding</html>", "text/html", "it answered 503")]
    public async Task What_GitLab_answers_is_told_in_a_sentence(int status, string body, string contentType, string words)
    {
        await using var world = await PluginWorld.StartAsync();
        world.GitLab.Faults.On("GET /projects/:id").Answers(status, body, contentType, retryAfter: 40);

        var told = await world.FailureOfAsync("Pipelines-status", new() { ["project"] = "shop/api", ["pipeline"] = "42" });

        Assert.Contains(words, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitLab_that_is_down_is_told_in_a_sentence()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var world = PluginWorld.WithoutServer($"http://127.0.0.1:{port}");

        var told = await world.FailureOfAsync("Pipelines-status", new() { ["pipeline"] = "42" });

        Assert.Equal(
            $"I could not reach GitLab at `127.0.0.1:{port}` for your projects. "
            + "Check that it is up and can be reached from here, then ask again.",
            told);
    }

    [Fact]
    public async Task GitLab_that_is_slow_is_told_in_a_sentence()
    {
        await using var world = await PluginWorld.StartAsync();
        var never = new TaskCompletionSource();
        world.GitLab.Faults.On("GET /projects/:id").WaitsFor(never.Task);

        var told = world.FailureOfAsync("Pipelines-status", new() { ["project"] = "shop/api" });
        while (!told.IsCompleted)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Contains("did not answer in time", await told, StringComparison.Ordinal);
        never.SetResult();
    }
}
