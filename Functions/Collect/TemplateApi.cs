using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Template;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>The workbook that a service fills in and sends back.</summary>
internal static class TemplateApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/communities/{siren}/mutualisations/{id}/template.xlsx", Get).Require(Right.Read)
            .WithSummary("Un classeur à remplir : ce qui est attendu de qui, et ce qui est déjà connu.")
            .Needs("period")
            .AnswersFile(MediaTypes.Xlsx);

    private static async Task<IResult> Get(
        string siren,
        string id,
        string? period,
        Addressed addressed,
        ValueStore values,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        if (!Period.TryParse(period, out var asked))
        {
            throw Refusals.PeriodInvalid.Refused();
        }

        var known = await values.ReadAsync(community.Siren, mutualisation.Value.Id, [asked.Year], cancellationToken);
        var rows = TemplateRows.Of(community, mutualisation.Value, Catalogue.Standard, asked, known);
        var workbook = TemplateWorkbook.Write(community, mutualisation.Value, asked, rows);
        return Results.Bytes(
            workbook.ToMemory(), MediaTypes.Xlsx, $"modele-{mutualisation.Value.Id}-{asked}.xlsx");
    }
}
