namespace Evaluation.Functions.Http;

/// <summary>Marks the addresses that people open: what goes wrong there is told by a page.</summary>
internal sealed class PageAsked
{
    public static readonly PageAsked Mark = new();
}

/// <summary>Whether a person asked for a page.</summary>
internal static class PageAskedExtensions
{
    public static bool IsPageAsked(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageAsked>() is not null;
}
