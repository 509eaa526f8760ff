using Evaluation.Core.Closing;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Close;

internal sealed record FiscalYearList(IReadOnlyList<FiscalYearClosing> FiscalYears);

internal sealed record FiscalYearRequest(bool? Closed, string? Reason);

/// <summary>Fiscal years of a community: closed with their accounts, opened again with a reason.</summary>
internal static class FiscalYearsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/fiscal-years", List).Require(Right.Read)
            .WithSummary("Les exercices clos ou rouverts de la communauté.")
            .Answers(() => CloseJson.Answers.FiscalYearList);
        api.MapPut("/communities/{siren}/fiscal-years/{year}", Put).Require(Right.Direct)
            .WithSummary("Clôt un exercice, ou le rouvre avec un motif.")
            .Takes(() => CloseRequestJson.Default.FiscalYearRequest)
            .Answers(() => CloseJson.Answers.FiscalYearClosing)
            .Conditional();
    }

    private static async Task<IResult> List(
        string siren, Addressed addressed, ClosingStore closings, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var years = await closings.YearsAsync(community.Siren, cancellationToken);
        return Results.Json(new FiscalYearList([.. years.Values.OrderBy(y => y.Year)]), CloseJson.Answers.FiscalYearList);
    }

    private static async Task<IResult> Put(
        HttpContext context,
        string siren,
        string year,
        string? dryRun,
        Addressed addressed,
        ClosingStore closings,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var terms = Documents.TermsOf(context.Request, dryRun);
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var now = clock.GetUtcNow();
        var asked = YearAsked.Of(year);
        var request = await Documents.ReadAsync(context.Request, CloseRequestJson.Default.FiscalYearRequest, cancellationToken);
        if (request.Closed is not { } closed)
        {
            throw EdgeRefusals.FiscalYearClosed.Refused();
        }

        if (closed && asked > ParisTime.DateOf(now).Year)
        {
            throw Refusals.PeriodFuture.Refused(FrenchPeriod.De(Period.OfYear(asked)));
        }

        var known = (await closings.YearsAsync(community.Siren, cancellationToken)).GetValueOrDefault(asked);
        var closing = known?.IsClosed == closed
            ? known
            : new FiscalYearClosing(asked, closed, now, context.Caller().Name, ClosingTerms.ReasonOf(request.Reason, required: !closed));
        await closings.PutYearAsync(community.Siren, closing, terms, cancellationToken);
        return Results.Json(closing, CloseJson.Answers.FiscalYearClosing);
    }
}
