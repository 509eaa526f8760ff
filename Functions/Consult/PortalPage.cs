using Evaluation.Core.French;
using Evaluation.Functions.Look;
using Evaluation.Functions.Time;
using Microsoft.AspNetCore.Components;

namespace Evaluation.Functions.Consult;

/// <summary>
/// Answers with a page, under a policy that lets it load nothing from elsewhere and run no script, or only those of the portal.
/// </summary>
internal sealed class PortalPage(HtmlPage pages, IHttpContextAccessor contexts, IConfiguration configuration, TimeProvider clock)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string WithScript = Policy + "; script-src 'self'";

    /// <summary>Today in words when the clock is a simulated one; null otherwise.</summary>
    public string? SimulatedDate => configuration["Clock:Start"] is null
        ? null
        : FrenchDate.InWords(ParisTime.DateOf(clock.GetUtcNow()));

    /// <summary>The page of a component.</summary>
    /// <param name="parameters">What it is given, by name.</param>
    /// <param name="runsScript">Whether it runs a script of the portal, which it works without.</param>
    public async Task<IResult> AnswerAsync<TComponent>(Dictionary<string, object?> parameters, bool runsScript = false)
        where TComponent : IComponent
    {
        var html = await pages.RenderAsync<TComponent>(parameters);
        var headers = contexts.HttpContext!.Response.Headers;
        headers.ContentSecurityPolicy = runsScript ? WithScript : Policy;
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "private, no-cache";
        return Results.Text(html, "text/html; charset=utf-8");
    }
}
