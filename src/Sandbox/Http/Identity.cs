using GitAIOps.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>Whose request it is.</summary>
/// <remarks>docs.gitlab.com/api/rest/authentication</remarks>
internal static class Identity
{
    private const string Bearer = "Bearer ";

    /// <returns>Null when there is no token at all.</returns>
    /// <exception cref="Refusal">The token is nobody's.</exception>
    public static Token? Of(HttpRequest request, SandboxWorld world)
    {
        var secret = Secret(request);
        if (string.IsNullOrEmpty(secret))
            return null;
        return world.TryFindToken(secret, out var token) ? token : throw Refusal.Unauthorized();
    }

    private static string? Secret(HttpRequest request)
    {
        if (request.Headers.TryGetValue("PRIVATE-TOKEN", out var header))
            return header;
        if (request.Query.TryGetValue("private_token", out var query))
            return query;
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : null;
    }
}
