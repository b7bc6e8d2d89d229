using GitAIOps.Channels.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GitAIOps.Channels.Web;

/// <summary>Renders what a browser asks for.</summary>
internal sealed class WebPages(
    WebConversations conversations, WebPersona persona, WebRenderer renderer, IAntiforgery antiforgery,
    IOptions<WebOptions> options)
{
    public async Task<string> WholeAsync(HttpContext context, string thread, CancellationToken cancellationToken) =>
        await renderer.RenderAsync<Page>(new()
        {
            [nameof(Page.Conversation)] = await conversations.ReadAsync(context, thread, cancellationToken),
            [nameof(Page.Personas)] = persona.All,
            [nameof(Page.Options)] = options.Value,
            [nameof(Page.FormToken)] = antiforgery.GetAndStoreTokens(context).RequestToken,
        });

    /// <summary>The exchanges and the list of threads.</summary>
    public async Task<string> LivingAsync(HttpContext context, string thread, CancellationToken cancellationToken) =>
        await renderer.RenderAsync<Living>(new()
        {
            [nameof(Living.Conversation)] = await conversations.ReadAsync(context, thread, cancellationToken),
        });
}
