using Evaluation.Core.Indicators;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page that tells what a value was, since when, from whom and why.</summary>
internal static class ValueHistoryPortal
{
    public static void Map(RouteGroupBuilder portal) =>
        portal.MapGet("/communities/{siren}/mutualisations/{id}/values/history", Show).Require(Right.Read);

    private static async Task<IResult> Show(
        HttpContext context,
        string siren,
        string id,
        string? indicator,
        string? member,
        string? period,
        PortalPage page,
        Addressed addressed,
        ValueHistories histories,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        // The form sends an empty field for the service as a whole.
        var who = string.IsNullOrEmpty(member) ? null : member;
        IndicatorDefinition? shown = null;
        IReadOnlyList<HistoryLine> lines = [];
        RefusalException? problem = null;
        if (indicator is not null)
        {
            try
            {
                var (definition, key) = ValueHistories.Named(community, indicator, who, period?.Trim());
                shown = definition;
                lines = [.. (await histories.OfAsync(community, mutualisation.Value, key, cancellationToken)).Select(r => HistoryLine.Of(r, definition))];
            }
            catch (RefusalException e)
            {
                // Told beside the form, where it is corrected.
                context.Response.StatusCode = RefusalStatus.Of(e.Kind);
                problem = e;
            }
        }

        return await page.AnswerAsync<ValueHistoryPage>(new()
        {
            [nameof(ValueHistoryPage.Community)] = community,
            [nameof(ValueHistoryPage.Mutualisation)] = mutualisation.Value,
            [nameof(ValueHistoryPage.Choices)] = mutualisation.Value.Expected(Catalogue.Standard).ToList(),
            [nameof(ValueHistoryPage.Indicator)] = shown,
            [nameof(ValueHistoryPage.Member)] = community.Find(who),
            [nameof(ValueHistoryPage.Period)] = period?.Trim(),
            [nameof(ValueHistoryPage.Lines)] = lines,
            [nameof(ValueHistoryPage.Problem)] = problem?.Message,
            [nameof(ValueHistoryPage.ProblemField)] = problem?.Code.Split('.')[0],
            [nameof(ValueHistoryPage.SimulatedDate)] = page.SimulatedDate,
        });
    }
}
