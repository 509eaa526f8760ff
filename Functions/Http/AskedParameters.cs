using System.Collections.Concurrent;
using System.Reflection;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>Names parameters of the address that a handler reads by itself, beside those of its signature.</summary>
/// <param name="names">As they are written in the address.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AsksAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>
/// Refuses parameters that an address does not know, and those that are given twice: what is misspelt must not be done
/// otherwise than it was meant. What an address knows is read from the signature of its handler.
/// </summary>
internal sealed class AskedParameters(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Endpoint, IReadOnlyList<string>> Known = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Query.Count > 0 && context.GetEndpoint() is { } endpoint && HasAddress(endpoint))
        {
            Require(Known.GetOrAdd(endpoint, Of), context.Request.Query);
        }

        return next(context);
    }

    /// <summary>The parameters that an endpoint knows, in the order of its handler.</summary>
    public static IReadOnlyList<string> Of(Endpoint endpoint)
    {
        var inPath = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>();
        return
        [
            .. handler?.GetParameters().Where(p => IsWritten(p.ParameterType) && !inPath.Contains(p.Name!)).Select(p => p.Name!) ?? [],
            .. endpoint.Metadata.GetMetadata<AsksAttribute>()?.Names ?? [],
        ];
    }

    // What leads nowhere is told so, whatever is asked of it; functions are called by their host alone.
    private static bool HasAddress(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<RightAsked>() is not null && endpoint is not RouteEndpoint { Order: int.MaxValue };

    private static bool IsWritten(Type type) =>
        type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true };

    private static void Require(IReadOnlyList<string> known, IQueryCollection asked)
    {
        foreach (var (name, values) in asked)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw EdgeRefusals.ParameterUnknown.Refused(
                    Excerpt.Of(name), known.Count == 0 ? "retirez-le" : $"elle connaît {string.Join(", ", known)}");
            }

            if (values.Count > 1)
            {
                throw EdgeRefusals.ParameterRepeated.Refused(name, values.Count);
            }
        }
    }
}
