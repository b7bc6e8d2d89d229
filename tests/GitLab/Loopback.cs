using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GitAIOps.Tests.GitLab;

/// <summary>A server on a free loopback port that answers as a test says, and remembers what it was asked.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Loopback(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public string Url => _app.Urls.First();

    public static async Task<Loopback> AnsweringAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var server = new Loopback(builder.Build());
        server._app.Run(context =>
        {
            server.Requests.Enqueue(new(
                context.Request.Method,
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers["PRIVATE-TOKEN"].FirstOrDefault()));
            return answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public static Task<Loopback> AnsweringAsync(int status, string contentType, string body) =>
        AnsweringAsync(context => SayAsync(context, status, contentType, body));

    public static Task<Loopback> AnsweringJsonAsync(string body) => AnsweringAsync(200, "application/json", body);

    public static Task SayAsync(HttpContext context, int status, string contentType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

internal sealed record Asked(string Method, string Target, string? Token);
