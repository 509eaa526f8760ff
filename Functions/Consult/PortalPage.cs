using Evaluation.Core.French;
using Evaluation.Functions.Look;
using Evaluation.Functions.Time;
using Microsoft.AspNetCore.Components;

namespace Evaluation.Functions.Consult;

/// <summary>Answers with a page, under a policy that lets it run no script and load nothing from elsewhere.</summary>
internal sealed class PortalPage(HtmlPage pages, IHttpContextAccessor contexts, IConfiguration configuration, TimeProvider clock)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Today in words when the clock is a simulated one; null otherwise.</summary>
    public string? SimulatedDate => configuration["Clock:Start"] is null
        ? null
        : FrenchDate.InWords(ParisTime.DateOf(clock.GetUtcNow()));

    /// <summary>The page of a component.</summary>
    public async Task<IResult> AnswerAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        var html = await pages.RenderAsync<TComponent>(parameters);
        var headers = contexts.HttpContext!.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "private, no-cache";
        return Results.Text(html, "text/html; charset=utf-8");
    }
}
