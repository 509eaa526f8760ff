using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Describe;

/// <summary>
/// The API tells what it is. Open to all: it names nobody and nothing that is kept, and what makes clients from it has no key.
/// </summary>
internal static class OpenApiApi
{
    private const string MediaType = "application/json; charset=utf-8";

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/openapi.json", Get).Require(Right.None)
            .WithSummary("Cette description, au format OpenAPI 3.0.")
            .AnswersFile(DescribedExtensions.Json)
            .Tagged();

    private static IResult Get(HttpContext context, ApiDescription description)
    {
        context.Response.Headers.ETag = description.Tag;
        return Documents.IsKnown(context.Request, description.Tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(description.Json, MediaType);
    }
}
