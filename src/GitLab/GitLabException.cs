using System.Net;

namespace GitAIOps.GitLab;

/// <summary>A call to GitLab that did not succeed, with what a caller can act on.</summary>
/// <param name="kind">What went wrong, in one word.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path below <c>api/v4/</c>, without query.</param>
/// <param name="status">What GitLab answered; null when it did not.</param>
/// <param name="words">What GitLab said, one line, at most 300 characters; null when it said nothing readable.</param>
/// <param name="retryAfter">How long GitLab asks to wait.</param>
public sealed class GitLabException(
    FailureKind kind,
    string method,
    string path,
    HttpStatusCode? status = null,
    string? words = null,
    TimeSpan? retryAfter = null,
    Exception? cause = null)
    : Exception($"{kind}: {method} {path} ({(int?)status ?? 0}) {words}".TrimEnd(), cause)
{
    public FailureKind Kind { get; } = kind;

    public string Method { get; } = method;

    public string Path { get; } = path;

    public HttpStatusCode? Status { get; } = status;

    public string? Words { get; } = words;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether GitLab itself said that it did not do what was asked; else that is unknown.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Whether it was asked without a token.</summary>
    public bool WasAnonymous { get; init; }

    /// <summary>Whether the same read may succeed when asked again soon.</summary>
    internal bool IsPassing =>
        Kind is FailureKind.Unreachable or FailureKind.RateLimited
        || Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
