using System.Security.Cryptography;
using Evaluation.Core.Communities;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;
using Microsoft.AspNetCore.Http.Extensions;

namespace Evaluation.Functions.Access;

/// <summary>
/// Notes every change that is let through, before it is made: an entry says that an act was asked for and admitted, not
/// that it succeeded. When it cannot be noted it is not made. Values that are pushed have the journal instead.
/// </summary>
internal sealed class AuditedActs(RequestDelegate next, AuditTrail trail)
{
    private const int UsualBytes = 10 * 1024 * 1024;
    private const int InMemory = 1024 * 1024;
    private const string CommunityPrefix = "/api/communities/{siren}";
    private const string Prefix = "/api/";

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsAct(context))
        {
            await NoteAsync(context);
        }

        await next(context);
    }

    private static bool IsAct(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<RightAsked>()?.Right is { } right
        && !right.OnlySees()
        && right != Right.Push
        && !IsDryRun(context);

    // Where an address knows no dry run, asking for one is refused as any unknown parameter is.
    private static bool IsDryRun(HttpContext context) => context.Request.Query["dryRun"] is ["true"];

    private async Task NoteAsync(HttpContext context)
    {
        var request = context.Request;
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? UsualBytes;
        request.EnableBuffering(InMemory);
        await Documents.CopyBodyAsync(request, Stream.Null, limit, context.RequestAborted);
        request.Body.Position = 0;
        var hash = request.Body.Length == 0 ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, context.RequestAborted));
        request.Body.Position = 0;
        await trail.NoteAsync(
            Siren.TryParse(request.RouteValues["siren"] as string, out var siren) ? siren : null,
            context.Caller(),
            $"{request.Method} {ActionOf(context)}",
            UriHelper.BuildRelative(request.PathBase, request.Path),
            hash is null ? null : $"sha256:{hash}",
            context.RequestAborted);
    }

    // What every community has in common: "costs/{year}" rather than whose costs.
    private static string ActionOf(HttpContext context)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var shortened = pattern.StartsWith(CommunityPrefix, StringComparison.Ordinal)
            ? pattern[CommunityPrefix.Length..].TrimStart('/')
            : pattern.StartsWith(Prefix, StringComparison.Ordinal) ? pattern[Prefix.Length..] : pattern;
        return shortened.Length == 0 ? "community" : shortened;
    }
}
