using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GitAIOps.Channels.Web;

/// <summary>A file of the page, carried inside the assembly.</summary>
/// <param name="Version">Changes with the content; in its address and its ETag.</param>
internal sealed record WebAsset(string Name, string ContentType, byte[] Content, string Version)
{
    public static WebAsset Style { get; } = Load("web.css", "text/css; charset=utf-8");

    public static WebAsset Script { get; } = Load("web.js", "text/javascript; charset=utf-8");

    public static WebAsset Icon { get; } = Load("icon.svg", "image/svg+xml");

    public static IReadOnlyList<WebAsset> All { get; } = [Style, Script, Icon];

    public string Address => $"/assets/{Name}?v={Version}";

    public IResult Serve(HttpContext context)
    {
        var isThisVersion = context.Request.Query["v"] == Version;
        context.Response.Headers.CacheControl = isThisVersion ? "max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(Content, ContentType, entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static WebAsset Load(string name, string contentType)
    {
        using var resource = typeof(WebAsset).Assembly.GetManifestResourceStream($"web/{name}")
            ?? throw new InvalidOperationException($"The assembly does not carry {name}.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        var version = Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..12];
        return new(name, contentType, content.ToArray(), version);
    }
}
