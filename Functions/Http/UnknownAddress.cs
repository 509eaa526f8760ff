using Evaluation.Functions.Refusing;
using Microsoft.AspNetCore.Routing.Template;

namespace Evaluation.Functions.Http;

/// <summary>Answers what leads nowhere: 405 with the methods that the address has, 404 when there is no such address.</summary>
internal static class UnknownAddress
{
    /// <summary>Maps it for a part of the site, files included.</summary>
    /// <param name="part">What the addresses have in common.</param>
    /// <param name="site">Where all addresses are mapped.</param>
    public static IEndpointConventionBuilder MapUnknown(this RouteGroupBuilder part, IEndpointRouteBuilder site)
    {
        // Not MapFallback, which the generator of handlers makes a route that leaves files out and comes in turn.
        var route = part.Map("{*path}", (RequestDelegate)(context => AnswerAsync(context, site.DataSources)));
        route.Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);
        return route;
    }

    /// <exception cref="RefusalException">Always.</exception>
    private static Task AnswerAsync(HttpContext context, ICollection<EndpointDataSource> endpoints)
    {
        var methods = MethodsOf(context.Request.Path, endpoints.SelectMany(source => source.Endpoints));
        if (methods.Count == 0)
        {
            throw EdgeRefusals.AddressUnknown.Refused();
        }

        var allowed = string.Join(", ", methods);
        context.Response.Headers.Allow = allowed;
        throw EdgeRefusals.MethodNotAllowed.Refused(allowed);
    }

    private static SortedSet<string> MethodsOf(PathString path, IEnumerable<Endpoint> endpoints)
    {
        var methods = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: var known }
                && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []))
            {
                methods.UnionWith(known);
            }
        }

        if (methods.Contains(HttpMethods.Get))
        {
            methods.Add(HttpMethods.Head);
        }

        return methods;
    }
}
