using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Functions.Administer;

namespace Evaluation.Functions.Consult;

internal sealed record CatalogueAnswer(
    IReadOnlyList<ServiceTypeAnswer> ServiceTypes, IReadOnlyList<IndicatorAnswer> Indicators);

internal sealed record ServiceTypeAnswer(string Code, string Label, string? DefaultUnit);

internal sealed record IndicatorAnswer(
    string Code,
    string ServiceType,
    string Label,
    string Definition,
    string Unit,
    int Decimals,
    string Periodicity,
    string Level,
    string Aggregation,
    bool Pushed,
    string? Numerator,
    string? Denominator,
    decimal? Min,
    decimal? Max);

/// <summary>What may be pushed: the indicator catalogue.</summary>
internal static class CatalogueApi
{
    private const string Tag = "\"catalogue-1\"";

    public static void Map(RouteGroupBuilder api) => api.MapGet("/catalogue", Get).Require(Right.Known);

    private static IResult Get(HttpContext context)
    {
        context.Response.Headers.ETag = Tag;
        return Documents.IsKnown(context.Request, Tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(Answer(Catalogue.Standard), ApiJson.Answers.CatalogueAnswer);
    }

    private static CatalogueAnswer Answer(Catalogue catalogue) => new(
        [.. catalogue.ServiceTypes.Select(t => new ServiceTypeAnswer(t.Code, t.Label, t.DefaultUnit))],
        [.. catalogue.Indicators.Select(i => new IndicatorAnswer(
            i.Code,
            i.ServiceType,
            i.Label,
            i.Definition,
            i.UnitLabel,
            i.Decimals,
            DomainCode.Of(i.Periodicity),
            DomainCode.Of(i.Level),
            DomainCode.Of(i.Aggregation),
            !i.IsComputed && !i.IsDerived,
            i.Numerator,
            i.Denominator,
            i.Min,
            i.Max))]);
}
