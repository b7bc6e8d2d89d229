using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>Bodies and words as GitLab writes them.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResult Json(object body, int status = 200) =>
        Results.Json(body, Options, "application/json", status);

    public static IResult Text(string body, int status, string contentType = "text/plain") =>
        Results.Text(body, contentType, Encoding.UTF8, status);

    /// <summary>An instant as GitLab's JSON has it.</summary>
    public static string Stamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Stamp(DateTimeOffset? at) => at is { } known ? Stamp(known) : null;

    public static string Word(CiStatus status) => status switch
    {
        CiStatus.Created => "created",
        CiStatus.Pending => "pending",
        CiStatus.Running => "running",
        CiStatus.Success => "success",
        CiStatus.Failed => "failed",
        CiStatus.Canceled => "canceled",
        CiStatus.Skipped => "skipped",
        CiStatus.Manual => "manual",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
