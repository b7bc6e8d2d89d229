using System.Globalization;
using GitAIOps.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>Counts requests a minute and says so in headers.</summary>
/// <remarks>docs.gitlab.com/administration/settings/user_and_ip_rate_limits: response headers</remarks>
internal sealed class RateLimit(SandboxWorld world)
{
    private readonly Dictionary<string, int> _observed = new(StringComparer.Ordinal);
    private long _minute;

    /// <summary>Counts this request. Called while the world stands still.</summary>
    public bool Admits(HttpContext http, User? user)
    {
        var now = world.Now.ToUnixTimeSeconds();
        if (now / 60 != _minute)
        {
            _observed.Clear();
            _minute = now / 60;
        }

        var key = user?.Username ?? "";
        var observed = _observed[key] = _observed.GetValueOrDefault(key) + 1;
        var admitted = observed <= world.RequestsPerMinute;
        var reset = DateTimeOffset.FromUnixTimeSeconds((_minute + 1) * 60);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = $"{world.RequestsPerMinute}";
        headers["RateLimit-Name"] = user is null ? "throttle_unauthenticated_api" : "throttle_authenticated_api";
        headers["RateLimit-Observed"] = $"{observed}";
        headers["RateLimit-Remaining"] = $"{Math.Max(0, world.RequestsPerMinute - observed)}";
        headers["RateLimit-Reset"] = $"{reset.ToUnixTimeSeconds()}";
        if (!admitted)
        {
            headers["RateLimit-ResetTime"] = reset.ToString("R", CultureInfo.InvariantCulture);
            headers.RetryAfter = $"{reset.ToUnixTimeSeconds() - now}";
        }

        return admitted;
    }
}
