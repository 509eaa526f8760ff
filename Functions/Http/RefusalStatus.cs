using Evaluation.Core.Problems;

namespace Evaluation.Functions.Http;

/// <summary>The status of HTTP that answers a refusal.</summary>
internal static class RefusalStatus
{
    /// <summary>The status, 4xx or 5xx.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It refuses nothing.</exception>
    public static int Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.Unidentified => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.NotOffered => StatusCodes.Status405MethodNotAllowed,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unsupported => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Failed => StatusCodes.Status500InternalServerError,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.Told => throw new ArgumentOutOfRangeException(nameof(kind), kind, "What is told refuses nothing."),
    };
}
