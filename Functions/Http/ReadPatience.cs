using Microsoft.AspNetCore.Http.Features;

namespace Evaluation.Functions.Http;

/// <summary>Marks addresses whose readers are answered within some seconds whatever storage does.</summary>
internal sealed record ReadWithinPatience;

/// <summary>
/// Who looks at a page is told that storage hangs rather than left waiting for the retries of its clients. What changes
/// something is not cut off.
/// </summary>
internal sealed class ReadPatience(RequestDelegate next)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task InvokeAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || context.GetEndpoint()?.Metadata.GetMetadata<ReadWithinPatience>() is null)
        {
            await next(context);
            return;
        }

        var lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        var aborted = lifetime.RequestAborted;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        lifetime.RequestAborted = patience.Token;
        try
        {
            await next(context);
        }
        catch (Exception e) when (patience.IsCancellationRequested && !aborted.IsCancellationRequested && IsCancelled(e))
        {
            throw ApiErrors.Unavailable("Rien n’est perdu\u00A0: le stockage ne répond pas, réessayez dans une minute.");
        }
        finally
        {
            lifetime.RequestAborted = aborted;
        }
    }

    private static bool IsCancelled(Exception exception) => exception switch
    {
        OperationCanceledException => true,
        AggregateException many => many.InnerExceptions.All(e => e is Azure.RequestFailedException or OperationCanceledException),
        _ => false,
    };
}

/// <summary>Marks what answers its readers within some seconds.</summary>
internal static class ReadPatienceExtensions
{
    public static TBuilder WithinPatience<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ReadWithinPatience());
}
