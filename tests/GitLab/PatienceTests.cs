using System.Net;
using System.Net.Sockets;
using GitAIOps.GitLab;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Tests.GitLab;

public sealed class PatienceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_is_tried_again_after_the_time_GitLab_asks_for()
    {
        var clock = Worlds.Clock();
        var answers = 0;
        await using var server = await Loopback.AnsweringAsync(context =>
        {
            if (Interlocked.Increment(ref answers) > 1)
                return Loopback.SayAsync(context, 200, "application/json", """{"id":1,"username":"dana"}""");
            context.Response.Headers.RetryAfter = "3";
            return Loopback.SayAsync(context, 429, "text/plain", "Retry later\n");
        });

        await server.Client(time: clock).Users.CurrentAsync(Stop);

        Assert.Equal([TimeSpan.FromSeconds(3)], clock.Waits);
    }

    [Fact]
    public async Task A_long_wait_is_told_instead_of_waited()
    {
        await using var server = await Loopback.AnsweringAsync(context =>
        {
            context.Response.Headers.RetryAfter = "30";
            return Loopback.SayAsync(context, 429, "text/plain", "Retry later\n");
        });

        var refusal = await server.RefusalOfAProjectAsync();

        Assert.Equal(
            (FailureKind.RateLimited, TimeSpan.FromSeconds(30), "Retry later", 1),
            (refusal.Kind, refusal.RetryAfter, refusal.Words, server.Requests.Count));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_is_tried_three_times_at_most(int status)
    {
        await using var server = await Loopback.AnsweringAsync(status, "text/html", "<html>Bad gateway</html>");

        var refusal = await server.RefusalOfAProjectAsync();

        Assert.Equal((FailureKind.ServerError, 3, null), (refusal.Kind, server.Requests.Count, refusal.Words));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task What_will_not_pass_is_asked_once(int status)
    {
        await using var server = await Loopback.AnsweringAsync(status, "application/json", "{}");

        await server.RefusalOfAProjectAsync();

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_change_is_sent_once(int status)
    {
        await using var server = await Loopback.AnsweringAsync(status, "application/json", "{}");

        await Assert.ThrowsAsync<GitLabException>(() => server.Writer().Jobs.RetryAsync(1, 815, Stop));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_change_on_a_kept_connection_that_breaks_is_sent_once()
    {
        await using var server = new HangUpServer();
        using var connection = Worlds.Connection(server.Url);
        await new GitLabClient(connection, Worlds.Token).Users.CurrentAsync(Stop);

        var refusal = await Assert.ThrowsAsync<GitLabException>(
            () => new GitLabWriter(connection, Worlds.Token).Jobs.RetryAsync(1, 815, Stop));

        Assert.Equal((FailureKind.Unreachable, "GET POST"), (refusal.Kind, server.Methods));
    }

    [Fact]
    public async Task A_server_that_is_down_is_unreachable()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var connection = Worlds.Connection($"http://127.0.0.1:{port}");

        var refusal = await Assert.ThrowsAsync<GitLabException>(
            () => new GitLabClient(connection, null).Users.CurrentAsync(Stop));

        Assert.Equal((FailureKind.Unreachable, null), (refusal.Kind, refusal.Status));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_unreachable()
    {
        await using var server = await Loopback.AnsweringAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""{"id":""");
            context.Abort();
        });

        var refusal = await server.RefusalOfAProjectAsync();

        Assert.Equal(FailureKind.Unreachable, refusal.Kind);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_timed_out_and_not_asked_again()
    {
        await using var server = await Loopback.AnsweringAsync(
            context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

        var refusal = await server.RefusalOfAProjectAsync(Worlds.Clock(deadlinesCome: true));

        Assert.Equal(FailureKind.TimedOut, refusal.Kind);
    }

    [Fact]
    public async Task Cancelled_is_not_failed()
    {
        await using var server = await Loopback.AnsweringJsonAsync("{}");
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().Users.CurrentAsync(stopped.Token));
    }
}
