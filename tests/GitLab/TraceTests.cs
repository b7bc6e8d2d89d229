using GitAIOps.GitLab;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Tests.GitLab;

public sealed class TraceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trace_is_read_while_it_still_arrives()
    {
        var goOn = new TaskCompletionSource();
        await using var server = await Loopback.AnsweringAsync(async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await goOn.Task;
            await context.Response.WriteAsync(" last");
        });
        await using var trace = await server.Client().Jobs.TraceAsync("shop/api", 815, most: null, Stop);
        var piece = new byte[5];
        await trace.ReadExactlyAsync(piece, Stop);
        goOn.SetResult();

        var rest = await new StreamReader(trace).ReadToEndAsync(Stop);

        Assert.Equal(("first", " last"), (System.Text.Encoding.UTF8.GetString(piece), rest));
    }

    [Fact]
    public async Task A_trace_ends_at_its_cap()
    {
        await using var server = await Loopback.AnsweringAsync(200, "text/plain", new string('x', 100_000));
        await using var trace = await server.Client().Jobs.TraceAsync("shop/api", 815, most: 70_000, Stop);

        var text = await new StreamReader(trace).ReadToEndAsync(Stop);

        Assert.Equal(70_000, text.Length);
    }

    [Fact]
    public async Task A_trace_that_breaks_off_says_so()
    {
        await using var server = await Loopback.AnsweringAsync(async context =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        var refusal = await Assert.ThrowsAsync<GitLabException>(async () =>
        {
            await using var trace = await server.Client().Jobs.TraceAsync("shop/api", 815, most: null, Stop);
            await trace.CopyToAsync(Stream.Null, Stop);
        });

        Assert.Equal(FailureKind.Unreachable, refusal.Kind);
    }
}
