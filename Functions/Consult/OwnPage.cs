namespace Evaluation.Functions.Consult;

/// <summary>
/// Forms are only taken from pages of the portal itself: the sign-in travels with whatever a browser sends, also when
/// a page elsewhere made it send it.
/// </summary>
internal static class OwnPage
{
    /// <summary>Refuses, with 403, what no page of the portal sent.</summary>
    public static RouteHandlerBuilder RequireOwnPage(this RouteHandlerBuilder builder) => builder.AddEndpointFilter(
        async (invocation, next) => SentByOwnPage(invocation.HttpContext.Request)
            ? await next(invocation)
            : throw new ApiProblemException(403, "form.foreign", "Ce formulaire ne vient pas du portail : ouvrez la page et recommencez."));

    // Browsers say where a request comes from and let no page change it; the older ones at least name the origin.
    private static bool SentByOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
