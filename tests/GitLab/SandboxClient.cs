using System.Net.Http.Json;
using System.Text.Json;
using GitAIOps.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace GitAIOps.Tests.GitLab;

/// <summary>A served world, and plain HTTP to it.</summary>
internal sealed class SandboxClient : IAsyncDisposable
{
    private readonly SandboxServer _server;
    private readonly HttpClient _http;

    private SandboxClient(SandboxWorld world, FakeTimeProvider clock, SandboxServer server)
    {
        (World, Clock, _server) = (world, clock, server);
        _http = new() { BaseAddress = new(server.Address, "api/v4/") };
    }

    public Uri Address => _server.Address;

    public SandboxWorld World { get; }

    public FakeTimeProvider Clock { get; }

    public static Task<SandboxClient> OfDemoAsync() => StartAsync(DemoGroup.Create);

    public static async Task<SandboxClient> StartAsync(Func<TimeProvider, SandboxWorld> create)
    {
        var clock = new FakeTimeProvider(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var world = create(clock);
        return new(world, clock, await SandboxServer.StartAsync(world, 0, TestContext.Current.CancellationToken));
    }

    /// <param name="user">A demo persona; null sends no token.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? user = "ada")
    {
        using var request = new HttpRequestMessage(method, path);
        if (user is not null)
            request.Headers.Add("PRIVATE-TOKEN", $"sandbox-{user}");
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? user = "ada") =>
        SendAsync(HttpMethod.Get, path, user);

    public Task<HttpResponseMessage> PostAsync(string path, string? user = "ada") =>
        SendAsync(HttpMethod.Post, path, user);

    public async Task<JsonElement> ReadAsync(string path, string? user = "ada")
    {
        using var answer = await GetAsync(path, user);
        answer.EnsureSuccessStatusCode();
        return await JsonOfAsync(answer);
    }

    public async Task<string> TraceAsync(long job, string project = "shop%2Fapi", string user = "ada")
    {
        using var answer = await GetAsync($"projects/{project}/jobs/{job}/trace", user);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonOfAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }
}
