using System.Security.Cryptography;
using GitAIOps.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GitAIOps.Channels.Web;

/// <summary>The page's addresses, one method each.</summary>
internal static class WebEndpoints
{
    public static IResult Start() => Results.Redirect($"/c/{RandomNumberGenerator.GetHexString(16, lowercase: true)}");

    public static async Task<IResult> ShowAsync(
        HttpContext context, string thread, WebPages pages, CancellationToken cancellationToken) =>
        Html(await pages.WholeAsync(context, thread, cancellationToken));

    /// <summary>What changes of the page; read again whenever its stream opens.</summary>
    public static async Task<IResult> RefetchAsync(
        HttpContext context, string thread, WebPages pages, CancellationToken cancellationToken) =>
        Html(await pages.LivingAsync(context, thread, cancellationToken));

    /// <summary>What is shown from now on, as server-sent events.</summary>
    public static IResult Watch(
        HttpContext context, string thread, WebConversations conversations, WebStream stream,
        IHostApplicationLifetime lifetime)
    {
        // An open page must not hold up the server's end.
        var ends = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(ends);
        return TypedResults.ServerSentEvents(stream.WatchAsync(conversations.Id(context, thread), ends.Token));
    }

    public static async Task<IResult> SayAsync(
        HttpContext context, string thread, WebConversations conversations, WebReception reception,
        IOptions<WebOptions> options, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var pick = form["pick"].ToString();
        var text = (pick.Length > 0 ? pick : form["text"].ToString()).ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
            return After(context, thread);
        var longest = options.Value.LongestMessage;
        if (text.Length > longest)
            return Refuse($"A message has at most {longest:N0} characters, this has {text.Length:N0}.");

        var id = conversations.Id(context, thread);
        var refusal = await reception.AcceptAsync(context, id, (delivery, person, at) =>
            new InboundMessage(delivery, id, person, at, text), cancellationToken);
        return refusal is null ? After(context, thread) : Refuse(refusal);
    }

    public static async Task<IResult> PressAsync(
        HttpContext context, string thread, WebConversations conversations, WebReception reception,
        CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var token = form["token"].ToString();
        if (token.Length == 0)
            return Refuse("This press names no button; reload the page and press again.");

        var id = conversations.Id(context, thread);
        var refusal = await reception.AcceptAsync(context, id, (delivery, person, at) =>
            new Decision(delivery, id, person, at, token), cancellationToken);
        return refusal is null ? After(context, thread) : Refuse(refusal);
    }

    public static async Task<IResult> ChooseAsync(
        HttpContext context, WebPersona persona, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return persona.Choose(context, form["persona"])
            ? Results.Redirect("/")
            : Refuse("There is nobody of that name to act as; reload the page and choose again.");
    }

    // The script reads the state by itself; a form without script is sent back to the page.
    private static IResult After(HttpContext context, string thread) =>
        context.Request.Headers.Accept == "*/*"
            ? Results.NoContent()
            : Results.Redirect($"/c/{thread}#latest");

    private static IResult Html(string html) => Results.Content(html, "text/html; charset=utf-8");

    private static IResult Refuse(string sentence) =>
        Results.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: 422);
}
