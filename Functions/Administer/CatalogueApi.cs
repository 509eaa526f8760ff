using System.Security.Cryptography;
using System.Text.Json;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Administer;

internal sealed record CatalogueAnswer(
    IReadOnlyList<ServiceTypeAnswer> ServiceTypes, IReadOnlyList<CatalogueIndicator> Indicators);

internal sealed record ServiceTypeAnswer(string Code, string Label, string? DefaultUnit);

internal sealed record CatalogueIndicator(
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
    private static readonly Lazy<(byte[] Json, string Tag)> Standard = new(() => Written(Catalogue.Standard));

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/catalogue", Get).Require(Right.Known)
            .WithSummary("Les types de services et les indicateurs, et ceux d’entre eux qui se transmettent.")
            .Gives(() => AdministerJson.Answers.CatalogueAnswer);

    /// <summary>What a catalogue answers, and the tag of these very bytes.</summary>
    public static (byte[] Json, string Tag) Written(Catalogue catalogue)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Answer(catalogue), AdministerJson.Answers.CatalogueAnswer);
        return (json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..16]}\"");
    }

    private static IResult Get(HttpContext context)
    {
        var (json, tag) = Standard.Value;
        context.Response.Headers.ETag = tag;
        return Documents.IsKnown(context.Request, tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(json, "application/json; charset=utf-8");
    }

    private static CatalogueAnswer Answer(Catalogue catalogue) => new(
        [.. catalogue.ServiceTypes.Select(t => new ServiceTypeAnswer(t.Code, t.Label, t.DefaultUnit))],
        [.. catalogue.Indicators.Select(i => new CatalogueIndicator(
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
