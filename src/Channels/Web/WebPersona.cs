using GitAIOps.Turns;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Channels.Web;

/// <summary>Whom a browser acts as: the persona that its cookie names, else the default one.</summary>
internal sealed class WebPersona(Personas personas)
{
    private const string Cookie = "gitaiops.persona";

    public Personas All => personas;

    public Persona Of(HttpContext context) => personas.Find(context.Request.Cookies[Cookie]) ?? personas.Default;

    /// <returns>False when there is nobody of that id.</returns>
    public bool Choose(HttpContext context, string? id)
    {
        if (personas.Find(id) is not { } persona)
            return false;
        context.Response.Cookies.Append(Cookie, persona.Id, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
        });
        return true;
    }
}
