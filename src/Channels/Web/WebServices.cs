using GitAIOps.Turns;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GitAIOps.Channels.Web;

/// <summary>Registers the page.</summary>
public static class WebServices
{
    /// <summary>
    /// Needs <see cref="IInbox"/>, <see cref="ITranscript"/> and <see cref="Personas"/> registered by the host.
    /// </summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        // The slim web host leaves this constraint out.
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WebStream>();
        services.AddSingleton<WebRenderer>();
        services.AddSingleton<WebPersona>();
        services.AddSingleton<WebReception>();
        services.AddSingleton<WebConversations>();
        services.AddSingleton<WebPages>();
        services.AddSingleton<IChannel, WebChannel>();
        return services.AddFormTokens();
    }

    /// <exception cref="InvalidOperationException"><see cref="AddWeb"/> was forgotten.</exception>
    public static IEndpointRouteBuilder MapWeb(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<WebStream>() is null)
            throw new InvalidOperationException("The page is mapped but not registered; call services.AddWeb() first.");

        var web = routes.MapGroup("").AddEndpointFilter(
            new WebDoor(routes.ServiceProvider.GetRequiredService<IAntiforgery>()));
        web.MapGet("/", WebEndpoints.Start);
        web.MapPost("/persona", WebEndpoints.ChooseAsync);
        foreach (var asset in WebAsset.All)
            web.MapGet($"/assets/{asset.Name}", (HttpContext context) => asset.Serve(context));

        var conversation = web.MapGroup("/c/{thread:regex(^[a-z0-9]{{1,32}}$)}");
        conversation.MapGet("", WebEndpoints.ShowAsync);
        conversation.MapGet("/living", WebEndpoints.RefetchAsync);
        conversation.MapGet("/events", WebEndpoints.Watch);
        conversation.MapPost("/messages", WebEndpoints.SayAsync);
        conversation.MapPost("/presses", WebEndpoints.PressAsync);
        return routes;
    }

    private static IServiceCollection AddFormTokens(this IServiceCollection services)
    {
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "gitaiops.form";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.HttpOnly = true;
            forgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("GitAIOps");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<WebOptions>, ILoggerFactory>((keys, web, logs) =>
        {
            if (web.Value.KeyFolder is { } folder)
                keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), logs);
        });
        return services;
    }
}
