using System.Security.Cryptography;
using GitAIOps.Channels.Web.Pages;
using GitAIOps.Turns;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GitAIOps.Channels.Web;

/// <summary>The page's addresses, one method each.</summary>
internal static class WebEndpoints
{
    public static IResult Start() => Results.Redirect($"/c/{RandomNumberGenerator.GetHexString(16, lowercase: true)}");

    /// <summary>The whole page.</summary>
    public static async Task<IResult> ShowAsync(
        HttpContext context, string thread, WebConversations conversations, WebPersona persona, WebRenderer renderer,
        IAntiforgery antiforgery, IOptions<WebOptions> options, CancellationToken cancellationToken)
    {
        var conversation = await conversations.ReadAsync(context, thread, cancellationToken);
        var html = await renderer.RenderAsync<Page>(new()
        {
            [nameof(Page.Conversation)] = conversation,
            [nameof(Page.Personas)] = persona.All,
            [nameof(Page.Options)] = options.Value,
            [nameof(Page.FormToken)] = antiforgery.GetAndStoreTokens(context).RequestToken,
        });
        return Results.Content(html, "text/html; charset=utf-8");
    }

    /// <summary>What changes of the page: the exchanges and the list of threads.</summary>
    public static async Task<IResult> RefetchAsync(
        HttpContext context, string thread, WebConversations conversations, WebRenderer renderer,
        CancellationToken cancellationToken)
    {
        var conversation = await conversations.ReadAsync(context, thread, cancellationToken);
        var html = await renderer.RenderAsync<Living>(new() { [nameof(Living.Conversation)] = conversation });
        return Results.Content(html, "text/html; charset=utf-8");
    }

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
        if (text.Length > options.Value.LongestMessage)
            return Refuse($"A message has at most {options.Value.LongestMessage:N0} characters, this has {text.Length:N0}.");

        var id = conversations.Id(context, thread);
        return await reception.AcceptAsync(context, id, (delivery, person, at) =>
            new InboundMessage(delivery, id, person, at, text), cancellationToken)
            ? After(context, thread)
            : Refuse("This form carries no delivery id; reload the page and send it again.");
    }

    public static async Task<IResult> PressAsync(
        HttpContext context, string thread, WebConversations conversations, WebReception reception,
        CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var token = form["token"].ToString();
        var id = conversations.Id(context, thread);
        return token.Length > 0 && await reception.AcceptAsync(context, id, (delivery, person, at) =>
            new Decision(delivery, id, person, at, token), cancellationToken)
            ? After(context, thread)
            : Refuse("This press names no button; reload the page and press again.");
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

    private static IResult Refuse(string sentence) =>
        Results.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: 422);
}
