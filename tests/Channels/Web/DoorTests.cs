using System.Net;
using GitAIOps.Channels.Web;

namespace GitAIOps.Tests.Channels.Web;

public sealed class DoorTests : IAsyncLifetime
{
    private PageServer _server = null!;
    private PageClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PageServer.StartAsync();
        _client = new(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("rebound.example")]
    [InlineData("rebound.example:{port}")]
    [InlineData("127.0.0.1.example:{port}")]
    [InlineData("localhost:1")]
    [InlineData("localhost")]
    [InlineData("127.0.0.2:{port}")]
    [InlineData("[::2]:{port}")]
    public async Task A_foreign_host_name_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host.Replace("{port}", new Uri(_server.Address).Port.ToString());

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("not under another name", await BodyAsync(response));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task A_name_of_this_machine_is_let_in(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/c/a");
        request.Headers.Host = $"{host}:{new Uri(_server.Address).Port}";

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1")]
    [InlineData(null)]
    public async Task A_post_that_is_not_the_pages_own_is_refused(string? origin)
    {
        var form = await _client.FormAsync("/c/a");
        form["text"] = "is main green?";

        using var response = await _client.PostAsync("/c/a/messages", form, origin);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(_server.Agent.Exchanges);
    }

    [Theory]
    [InlineData("/c/a/messages")]
    [InlineData("/c/a/presses")]
    [InlineData("/persona")]
    public async Task A_post_without_a_form_token_is_refused(string path)
    {
        var form = await _client.FormAsync("/c/a");
        form.Remove("__RequestVerificationToken");

        using var response = await _client.PostAsync(
            path, new Dictionary<string, string>(form) { ["text"] = "hi", ["token"] = "t", ["persona"] = "ben" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("reload it", await BodyAsync(response));
        Assert.Empty(_server.Agent.Exchanges);
    }

    [Fact]
    public async Task Another_browsers_form_token_is_refused()
    {
        using var other = new PageClient(_server.Address);
        var form = await other.FormAsync("/c/a");
        form["text"] = "hi";
        await _client.ReadAsync("/c/a");

        using var response = await _client.PostAsync("/c/a/messages", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_sites_stream_is_refused(string site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/c/a/events");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", "cors");

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_link_from_another_site_opens_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/c/a");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_cap_is_refused()
    {
        var form = await _client.FormAsync("/c/a");
        form["text"] = new string('x', 2 * 1024 * 1024);

        using var response = await _client.PostAsync("/c/a/messages", form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task The_content_policy_allows_nothing_inline_and_nothing_from_elsewhere()
    {
        using var response = await _client.GetAsync("/c/a");

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http", policy);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://192.168.1.5:5080", false)]
    [InlineData("http://gitaiops.example", false)]
    [InlineData("5080", false)]
    public void Only_loopback_may_be_listened_on(string address, bool allowed)
    {
        Assert.Equal(allowed, WebBinding.Refuse(address) is null);
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
