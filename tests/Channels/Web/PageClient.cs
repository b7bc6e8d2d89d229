using System.Net;
using System.Text.RegularExpressions;

namespace GitAIOps.Tests.Channels.Web;

/// <summary>A browser without script: cookies, forms, an Origin on every POST.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;

    public PageClient(string address)
    {
        Address = address;
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() })
        {
            BaseAddress = new(address),
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public string Address { get; }

    public Task<string> ReadAsync(string path) =>
        _http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    /// <summary>The hidden fields of a page's form.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string path, string id = "say")
    {
        var page = await ReadAsync(path);
        var form = page[page.IndexOf($"<form id=\"{id}\"", StringComparison.Ordinal)..];
        return Hidden().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)])
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
    }

    public Task<HttpResponseMessage> PostAsync(
        string path, IReadOnlyDictionary<string, string> form, string? origin = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        if (origin is not null)
            request.Headers.Add("Origin", origin.Length == 0 ? Address : origin);
        return SendAsync(request);
    }

    /// <summary>Says something as a person without script does.</summary>
    public async Task<HttpResponseMessage> SayAsync(string thread, string text)
    {
        var form = await FormAsync($"/c/{thread}");
        form["text"] = text;
        return await PostAsync($"/c/{thread}/messages", form);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
