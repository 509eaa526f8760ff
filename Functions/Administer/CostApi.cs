using System.Globalization;
using Evaluation.Core.Costs;
using Evaluation.Core.Periods;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer;

/// <summary>Cost lines of a mutualisation, year by year.</summary>
internal static class CostApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/mutualisations/{id}/costs/{year}", Get).Require(Right.Read);
        api.MapPut("/communities/{siren}/mutualisations/{id}/costs/{year}", Put).Require(Right.KeepAccounts);
    }

    private static async Task<IResult> Get(
        HttpContext context,
        string siren,
        string id,
        string year,
        Addressed addressed,
        CostStore costs,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var found = await costs.FindAsync(community, mutualisation.Value.Id, YearOf(year), cancellationToken)
            ?? throw new ApiProblemException(404, "costs.unknown", "Aucun coût n’est enregistré pour cette année : déposez-les avec PUT.");
        return Documents.Answer(context, found.Document);
    }

    private static async Task Put(
        HttpContext context,
        string siren,
        string id,
        string year,
        Addressed addressed,
        CostStore costs,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var document = await Documents.ReadAsync(context.Request, StoreJson.Documents.CostDocument, cancellationToken);
        var read = Documents.Require(CostReader.Read(YearOf(year), document, community));
        var (stored, changed) = await costs.PutAsync(
            community.Siren,
            mutualisation.Value.Id,
            read.Year,
            document,
            Documents.IfMatch(context.Request),
            cancellationToken);
        await Documents.AnswerPutAsync(context, stored, changed);
    }

    private static int YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= Period.MinYear and <= Period.MaxYear
            ? year
            : throw new ApiProblemException(404, "year.invalid", "Cette année n’est pas valable : écrivez-la sur quatre chiffres, de 2000 à 2099.");
}
