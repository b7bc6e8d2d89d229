using System.Net;
using System.Text.RegularExpressions;

namespace GitAIOps.Tests.Product;

/// <summary>A thread of the page, read as a person would: by what stands on it.</summary>
internal sealed partial class LivingPage(string address, string thread) : IDisposable
{
    private readonly PageClient _client = new(address);

    public Task<HttpResponseMessage> SayAsync(string text) => _client.SayAsync(thread, text);

    /// <summary>Presses the last button of that label.</summary>
    public Task PressAsync(string label) =>
        PressAsync(button => WebUtility.HtmlDecode(button.Groups["label"].Value) == label);

    /// <summary>Presses the last button that asks for attention: the one that confirms.</summary>
    public Task ConfirmAsync() => PressAsync(button => button.Groups["style"].Value == "primary");

    private async Task PressAsync(Func<Match, bool> isIt)
    {
        var token = Buttons().Matches(await ReadAsync()).Last(isIt).Groups["token"].Value;
        var form = await _client.FormAsync($"/c/{thread}", "press");
        form["token"] = token;
        using var answer = await _client.PostAsync($"/c/{thread}/presses", form);
        Assert.True((int)answer.StatusCode < 400, $"The press was answered with {answer.StatusCode}.");
    }

    public Task<string> ReadAsync() => _client.ReadAsync($"/c/{thread}/living");

    /// <summary>Watches the page's own events until the words stand on it.</summary>
    public async Task<string> WaitForAsync(string words)
    {
        using var events = await _client.GetAsync($"/c/{thread}/events");
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.StartsWith("event:", StringComparison.Ordinal))
                continue;
            var page = await ReadAsync();
            if (Text(page).Contains(words, StringComparison.Ordinal))
                return page;
        }

        throw new InvalidOperationException("The page's events ended.");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What a person reads of a piece of HTML.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<button class=\"button (?<style>\\w+)\"[^>]*name=\"token\" value=\"(?<token>[^\"]+)\"[^>]*>(?<label>[^<]+)</button>")]
    private static partial Regex Buttons();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
