using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Look;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The style sheet, the script and the icon of the portal: no secrets, kept by browsers.</summary>
internal static class LookRoutes
{
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/style.css", Style).Require(Right.None);
        portal.MapGet("/entry.js", EntryScript).Require(Right.None);
        portal.MapGet("/icon.svg", Icon).Require(Right.None);
    }

    [Asks("v")]
    private static IResult Style(HttpContext context) => Kept(context, Stylesheet.Portal.Text, "text/css; charset=utf-8");

    [Asks("v")]
    private static IResult EntryScript(HttpContext context) => Kept(context, EmbeddedText.EntryScript.Text, "text/javascript; charset=utf-8");

    private static IResult Kept(HttpContext context, string text, string type)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(text, type);
    }

    private static IResult Icon(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0f4d5f" d="M0 0h16v16H0z"/><path fill="#fff" d="M3 4h10v3H3zM3 9h10v1H3z"/></svg>""",
            "image/svg+xml");
    }
}
