using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GitAIOps.Channels.Web;

/// <summary>
/// Lets in only requests of the page itself: from this machine, under one of its own names (a rebinding DNS name is
/// none), and for a POST with the page's own origin and form token.
/// </summary>
internal sealed class WebDoor(IAntiforgery antiforgery) : IEndpointFilter
{
    // A message of the longest allowed length, form-encoded, and its token.
    private const int MostBodyBytes = 1024 * 1024;

    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Protect(context.HttpContext.Response.Headers);
        var refusal = RefuseHost(context.HttpContext)
            ?? RefuseOrigin(context.HttpContext.Request)
            ?? await RefuseBodyAsync(context.HttpContext);
        return refusal ?? await next(context);
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        // Not "no-referrer": with that, browsers send "Origin: null" with our own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static IResult? RefuseHost(HttpContext context)
    {
        var local = context.Connection.LocalIpAddress;
        if (local is null || !IPAddress.IsLoopback(local))
            return Refuse(403, "This page has no sign-in yet, so it answers on this machine's loopback address only.");

        var host = context.Request.Host;
        if (host.HasValue && WebBinding.IsLoopback(host.Host) && (host.Port ?? 80) == context.Connection.LocalPort)
            return null;
        return Refuse(
            400, $"This page answers as http://127.0.0.1:{context.Connection.LocalPort} only, not under another name.");
    }

    private static IResult? RefuseOrigin(HttpRequest request)
    {
        var isPost = HttpMethods.IsPost(request.Method);
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 ? isPost : origin != $"{request.Scheme}://{request.Host}")
            return Refuse(403, "This request does not come from the page itself, so it was not carried out.");

        // Links from elsewhere may open a page; anything else asked for by another site is refused.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isNavigation = !isPost && request.Headers["Sec-Fetch-Mode"] == "navigate";
        return site is "" or "same-origin" or "none" || isNavigation
            ? null
            : Refuse(403, "Another site asked for this, so it was not answered.");
    }

    private async Task<IResult?> RefuseBodyAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } cap)
            cap.MaxRequestBodySize = MostBodyBytes;
        if (!context.Request.HasFormContentType)
            return Refuse(415, "This address takes the page's own forms only.");
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            await antiforgery.ValidateRequestAsync(context);
            return null;
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Refuse(tooLarge.StatusCode, "This message is too large; shorten it and send it again.");
        }
        catch (InvalidDataException)
        {
            return Refuse(400, "This form could not be read; reload the page and send it again.");
        }
        catch (AntiforgeryValidationException)
        {
            return Refuse(400, "This page is older than the running server; go back, reload it and send again.");
        }
    }

    private static IResult Refuse(int status, string sentence) =>
        Results.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: status);
}
