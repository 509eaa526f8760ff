using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Look;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The style sheet and the icon of the portal: no secrets, kept by browsers.</summary>
internal static class LookRoutes
{
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/style.css", Style).Require(Right.None);
        portal.MapGet("/icon.svg", Icon).Require(Right.None);
    }

    [Asks("v")]
    private static IResult Style(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(Stylesheet.Portal.Text, "text/css; charset=utf-8");
    }

    private static IResult Icon(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0f4d5f" d="M0 0h16v16H0z"/><path fill="#fff" d="M3 4h10v3H3zM3 9h10v1H3z"/></svg>""",
            "image/svg+xml");
    }
}
