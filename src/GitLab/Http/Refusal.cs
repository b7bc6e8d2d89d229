using System.Net;
using System.Text;
using System.Text.Json;

namespace GitAIOps.GitLab.Http;

/// <summary>Reads an answer that is not a success: string, object, array, plain text or HTML.</summary>
internal static class Refusal
{
    public const string TokenHeader = "PRIVATE-TOKEN";
    private const int LongestWords = 300;

    public static GitLabException Read(
        HttpMethod method, string path, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        var isHtml = IsHtml(response);
        var after = response.Headers.RetryAfter;
        return new GitLabException(
            Kind(response.StatusCode, isHtml),
            method.Method,
            path,
            response.StatusCode,
            isHtml ? null : Words(body),
            after?.Delta ?? (after?.Date is { } date ? Later(date - now) : null))
        {
            IsRefusal = !isHtml && Denies(response.StatusCode),
            WasAnonymous = !response.RequestMessage!.Headers.Contains(TokenHeader),
        };
    }

    public static bool IsHtml(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";

    private static TimeSpan Later(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;

    private static FailureKind Kind(HttpStatusCode status, bool isHtml) => (int)status switch
    {
        401 => FailureKind.Unauthorized,
        403 => FailureKind.Forbidden,
        // GitLab's API says 404 in JSON; a page of HTML comes from something else at that address.
        404 => isHtml ? FailureKind.NotGitLab : FailureKind.NotFound,
        409 or 412 => FailureKind.Conflict,
        429 => FailureKind.RateLimited,
        >= 300 and < 400 => FailureKind.Moved,
        >= 400 and < 500 => FailureKind.Invalid,
        >= 500 => FailureKind.ServerError,
        _ => FailureKind.NotGitLab,
    };

    // What a proxy says with 408 or 5xx leaves open what became of the request behind it.
    private static bool Denies(HttpStatusCode status) =>
        (int)status is 400 or 401 or 403 or 404 or 405 or 409 or 412 or 422 or 429;

    private static string? Words(byte[] body)
    {
        var words = OneLine(Encoding.UTF8.GetString(body));
        try
        {
            using var json = JsonDocument.Parse(body);
            words = OneLine(Said(json.RootElement));
        }
        catch (JsonException)
        {
            // Plain text, as GitLab's 429 is.
        }

        return words.Length == 0 ? null : words;
    }

    private static string Said(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetRawText() is var raw && raw.Contains("\\u", StringComparison.Ordinal)
            ? Unescaped(element, raw)
            : element.GetString()!,
        JsonValueKind.Object when element.TryGetProperty("message", out var message) => Said(message),
        JsonValueKind.Object when element.TryGetProperty("error_description", out var description) => Said(description),
        JsonValueKind.Object when element.TryGetProperty("error", out var error) => Said(error),
        JsonValueKind.Object =>
            string.Join("; ", element.EnumerateObject().Select(static field => $"{field.Name} {Said(field.Value)}")),
        JsonValueKind.Array => string.Join(", ", element.EnumerateArray().Select(Said)),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => element.GetRawText(),
    };

    // A lone surrogate in the JSON cannot become a string; its raw text can.
    private static string Unescaped(JsonElement element, string raw)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return raw;
        }
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }
}
