using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>A request that GitLab turns down.</summary>
internal sealed class Refusal : Exception
{
    private Refusal(int status, object body)
        : base($"HTTP {status}") => Answer = Answers.Json(body, status);

    public IResult Answer { get; }

    public static Refusal Unauthorized() => With(401, "401 Unauthorized");

    public static Refusal Forbidden(string? reason = null) =>
        With(403, reason is null ? "403 Forbidden" : $"403 Forbidden - {reason}");

    public static Refusal NotFound(string? what = null) =>
        With(404, what is null ? "404 Not found" : $"404 {what} Not Found");

    public static Refusal BadRequest(string words) => With(400, words);

    /// <summary>A parameter has a value that it cannot have.</summary>
    public static Refusal Invalid(string parameter, string problem) =>
        new(400, new { error = $"{parameter} {problem}" });

    public static Refusal InsufficientScope() => new(403, new
    {
        error = "insufficient_scope",
        error_description = "The request requires higher privileges than provided by the access token.",
        scope = "api",
    });

    private static Refusal With(int status, string message) => new(status, new { message });
}
