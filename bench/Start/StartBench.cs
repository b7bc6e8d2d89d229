using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace GitAIOps.Bench.Start;

/// <summary>The published executable on an existing data folder: from the start of the process to the first final answer.</summary>
internal static partial class StartBench
{
    public static async Task<int> RunAsync(string binary, int repeats)
    {
        var folder = Directory.CreateTempSubdirectory("gitaiops-start-");
        Console.WriteLine($"first start ever: {await MeasureAsync(binary, folder.FullName, "first"):0} ms to the final answer");
        var times = new List<double>();
        for (var n = 0; n < repeats; n++)
            times.Add(await MeasureAsync(binary, folder.FullName, $"again{n}"));
        times.Sort();
        Console.WriteLine(
            $"existing data folder: median {times[times.Count / 2]:0} ms from process start to the final answer of the first POST, "
            + $"{times[0]:0} to {times[^1]:0} ms over {times.Count} starts");
        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task<double> MeasureAsync(string binary, string folder, string thread)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(binary, $"serve --sandbox --port 0 --data \"{folder}\"")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var greeting = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("serve said nothing.");
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = new(greeting.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal))),
        };
        await AskAsync(http, thread);
        var answered = Stopwatch.GetElapsedTime(began);
        process.Kill();
        await process.WaitForExitAsync();
        return answered.TotalMilliseconds;
    }

    private static async Task AskAsync(HttpClient http, string thread)
    {
        var page = await http.GetStringAsync($"/c/{thread}");
        var form = page[page.IndexOf("<form id=\"say\"", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)])
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        fields["text"] = "why did pipeline 42 fail?";
        using var events = new StreamReader(await http.GetStreamAsync($"/c/{thread}/events"));
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/c/{thread}/messages")
        {
            Content = new FormUrlEncodedContent(fields),
        };
        post.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var accepted = await http.SendAsync(post);
        accepted.EnsureSuccessStatusCode();
        while (await events.ReadLineAsync() is { } line)
        {
            if (line.Contains("Retry failed jobs", StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException("The page's events ended before the answer.");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
