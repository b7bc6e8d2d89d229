using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace GitAIOps.GitLab.Http;

/// <summary>Sends one token's requests. Reads are tried three times at most, changes once.</summary>
internal sealed partial class GitLabSender(GitLabConnection connection, string? token)
{
    private const int Tries = 3;
    private const int MostRedirects = 3;
    private const int PageSize = 100;
    private const int LargestAnswer = 32 * 1024 * 1024;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);

    public bool IsAnonymous { get; } = string.IsNullOrWhiteSpace(token);

    public Task<T> GetAsync<T>(ApiPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReadAsync(
            path,
            async deadline =>
            {
                using var response = await SendAsync(HttpMethod.Get, Address(path), path.Path, deadline);
                return Parse(HttpMethod.Get, path, await BytesAsync(response, path.Path, deadline), type);
            },
            cancellationToken);

    /// <summary>A list over its pages, at most <paramref name="most"/> entries.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(
        ApiPath path, JsonTypeInfo<T[]> type, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        path = path.With("per_page", Math.Min(most, PageSize));
        var left = most;
        for (var next = Address(path); next is not null && left > 0;)
        {
            var (entries, after) = await PageAsync(path, next, type, cancellationToken);
            foreach (var entry in entries.Take(left))
                yield return entry;
            left -= entries.Length;
            next = entries.Length == 0 ? null : after;
        }
    }

    /// <summary>A body as it arrives; the caller disposes of it.</summary>
    public Task<Stream> StreamAsync(ApiPath path, long? most, CancellationToken cancellationToken) =>
        ReadAsync<Stream>(
            path,
            async deadline =>
            {
                var response = await SendAsync(HttpMethod.Get, Address(path), path.Path, deadline);
                var body = await response.Content.ReadAsStreamAsync(deadline);
                return new TraceStream(response, body, most ?? long.MaxValue, connection, path.Path);
            },
            cancellationToken);

    public Task<T> PostAsync<T>(ApiPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Guard.CallAsync(
            connection,
            HttpMethod.Post,
            path.Path,
            async deadline =>
            {
                using var response = await SendAsync(HttpMethod.Post, Address(path), path.Path, deadline);
                return Parse(HttpMethod.Post, path, await BytesAsync(response, path.Path, deadline), type);
            },
            cancellationToken);

    private Task<(T[] Entries, Uri? Next)> PageAsync<T>(
        ApiPath path, Uri page, JsonTypeInfo<T[]> type, CancellationToken cancellationToken) =>
        ReadAsync(
            path,
            async deadline =>
            {
                using var response = await SendAsync(HttpMethod.Get, page, path.Path, deadline);
                var entries = Parse(HttpMethod.Get, path, await BytesAsync(response, path.Path, deadline), type);
                return (entries, Next(response, path));
            },
            cancellationToken);

    private async Task<T> ReadAsync<T>(
        ApiPath path, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            TimeSpan wait;
            try
            {
                return await Guard.CallAsync(connection, HttpMethod.Get, path.Path, read, cancellationToken);
            }
            catch (GitLabException failure) when (tried < Tries && failure.IsPassing)
            {
                wait = failure.RetryAfter ?? FirstWait * tried;
                if (wait > connection.LongestWait)
                    throw;
                LogRetry(connection.Log, path.Path, failure.Kind, wait.TotalMilliseconds);
            }

            await Task.Delay(wait, connection.Time, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri address, string path, CancellationToken cancellationToken)
    {
        for (var followed = 0; ; followed++)
        {
            using var request = new HttpRequestMessage(method, address);
            if (!IsAnonymous && connection.Leads(address))
                request.Headers.TryAddWithoutValidation(Refusal.TokenHeader, token);
            // With a body the handler never resends by itself when a kept connection turns out to be closed.
            if (method != HttpMethod.Get)
                request.Content = new ByteArrayContent([]);
            var response = await connection.Http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode && !Refusal.IsHtml(response))
                return response;

            using (response)
            {
                if (method != HttpMethod.Get || followed == MostRedirects || !IsRedirect(response.StatusCode))
                    throw await RefusalAsync(method, path, response, cancellationToken);
                address = Moved(address, path, response);
            }
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 307 or 308;

    // A renamed or moved project answers 301; a redirect that leaves this GitLab is somebody's sign-in page.
    private Uri Moved(Uri from, string path, HttpResponseMessage response) =>
        response.Headers.Location is { } location
        && Exact(new Uri(from, location).OriginalString) is var target
        && connection.Leads(target)
            ? target
            : throw new GitLabException(FailureKind.NotGitLab, "GET", path, response.StatusCode);

    private async Task<GitLabException> RefusalAsync(
        HttpMethod method, string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return new GitLabException(FailureKind.NotGitLab, method.Method, path, response.StatusCode);
        var body = await BytesAsync(response, path, cancellationToken);
        return Refusal.Read(method, path, response, body, connection.Time.GetUtcNow());
    }

    private Uri? Next(HttpResponseMessage response, ApiPath path)
    {
        var link = NextPage.Link(response.Headers);
        if (link is not null && connection.Leads(link))
            return Exact(link.OriginalString);
        // A proxy may make GitLab write another host into its links; its page numbers still hold.
        if (NextPage.TryNumber(response.Headers, out var page))
            return page is { } number ? Address(path.With("page", number)) : null;
        return link is null
            ? null
            : throw new GitLabException(
                FailureKind.NotGitLab, "GET", path.Path, response.StatusCode, "The next page is elsewhere.");
    }

    private Uri Address(ApiPath path) => Exact(connection.Api.AbsoluteUri + path);

    // What was escaped stays escaped: shop%2Fapi is one segment.
    private static Uri Exact(string address) =>
        new(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static T Parse<T>(HttpMethod method, ApiPath path, byte[] body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body, type)
        ?? throw new GitLabException(FailureKind.NotGitLab, method.Method, path.Path, words: "null");

    private static async Task<byte[]> BytesAsync(
        HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var piece = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (kept.Length + read > LargestAnswer)
            {
                var method = response.RequestMessage!.Method.Method;
                throw new GitLabException(FailureKind.NotGitLab, method, path, response.StatusCode, "It is too long.");
            }

            kept.Write(piece, 0, read);
        }

        return kept.ToArray();
    }

    [LoggerMessage(2001, LogLevel.Debug, "Reading {Path} again after {Kind}, in {Milliseconds} ms")]
    private static partial void LogRetry(ILogger log, string path, FailureKind kind, double milliseconds);
}
