using System.Net;

namespace Evaluation.Functions.Http;

/// <summary>The page a person sees when something went wrong: what happened, whether data is lost, what to do.</summary>
internal static class PortalError
{
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Title(status)} — Évaluation des mutualisations</title>
            <link rel="icon" href="/portal/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/portal/style.css"></head>
            <body><main class="wrap"><div class="head"><h1>{Title(status)}</h1></div>
            <div class="msg msg-bad" role="alert"><b>{WebUtility.HtmlEncode(detail)}</b></div>
            <p><a href="/portal">Revenir à l’accueil</a></p></main></body></html>

            """,
            context.RequestAborted);
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Page introuvable",
        < StatusCodes.Status500InternalServerError => "Demande refusée",
        _ => "Page indisponible",
    };
}
