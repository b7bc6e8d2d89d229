using System.Net;
using GitAIOps.Sandbox;

namespace GitAIOps.Tests.GitLab;

public sealed class SandboxFaultTests
{
    private const string RetryRoute = "POST /projects/:id/jobs/:job_id/retry";
    private const string Retry = "projects/shop%2Fapi/jobs/815/retry";

    [Fact]
    public async Task A_faulty_answer_comes_as_often_as_ordered_and_changes_nothing()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        gitLab.World.Faults.On(RetryRoute).Answers(502, "<html>Bad gateway</html>", "text/html").Times(1);

        using var first = await gitLab.PostAsync(Retry);
        var effects = gitLab.World.Effects.Count;
        using var second = await gitLab.PostAsync(Retry);

        Assert.Equal(HttpStatusCode.BadGateway, first.StatusCode);
        Assert.Equal("text/html", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, effects);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
    }

    [Fact]
    public async Task A_conflict_and_a_full_rate_limit_are_worded_as_on_GitLab()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        gitLab.World.Faults.On(RetryRoute).AnswersConflict().Times(1);
        gitLab.World.Faults.On(RetryRoute).AnswersRetryLater(30).Times(1);

        using var conflict = await gitLab.PostAsync(Retry);
        using var later = await gitLab.PostAsync(Retry);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal(
            "409 Conflict: Resource lock",
            (await SandboxClient.JsonOfAsync(conflict)).GetProperty("message").GetString());
        Assert.Equal(TimeSpan.FromSeconds(30), later.Headers.RetryAfter?.Delta);
        Assert.Equal("text/plain", later.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        await Assert.ThrowsAsync<IOException>(
            () => SandboxServer.StartAsync(gitLab.World, gitLab.Address.Port, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_connection_can_break_before_the_change()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        gitLab.World.Faults.On(RetryRoute).BreaksBeforeTheChange();

        await Assert.ThrowsAsync<HttpRequestException>(() => gitLab.PostAsync(Retry));

        Assert.Empty(gitLab.World.Effects);
    }

    [Fact]
    public async Task A_connection_can_break_after_the_change()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        gitLab.World.Faults.On(RetryRoute).BreaksAfterTheChange();

        await Assert.ThrowsAsync<HttpRequestException>(() => gitLab.PostAsync(Retry));

        Assert.Single(gitLab.World.Effects);
    }

    [Fact]
    public async Task A_request_waits_as_long_as_the_test_wants()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        var (arrived, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        gitLab.World.Faults.On("GET /version").OnArrived(arrived.SetResult).WaitsFor(go.Task);

        var request = gitLab.GetAsync("version");
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        var early = request.IsCompleted;
        go.SetResult();
        using var answer = await request;

        Assert.False(early);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_written_answer_is_told()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        var answered = new TaskCompletionSource();
        gitLab.World.Faults.On(RetryRoute).OnAnswered(answered.SetResult);

        using var answer = await gitLab.PostAsync(Retry);

        await answered.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Single(gitLab.World.Effects);
    }

    [Fact]
    public async Task A_server_stops_while_a_request_waits()
    {
        var (arrived, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        Task<HttpResponseMessage> request;
        await using (var gitLab = await SandboxClient.OfDemoAsync())
        {
            gitLab.World.Faults.On("GET /version").OnArrived(arrived.SetResult).WaitsFor(never.Task);
            request = gitLab.GetAsync("version");
            await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => request);
    }

    [Fact]
    public async Task A_fault_on_a_route_that_is_not_served_is_an_error()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        Assert.Throws<ArgumentException>(() => gitLab.World.Faults.On("GET /nothing"));
    }
}
