using Evaluation.Core.Closing;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Close;

internal sealed record SettlingRequest(string? Function);

internal sealed record SettledYearAnswer(
    int Year, SettlingState State, DateOnly? OpenUntil, IReadOnlyList<SettlingAnswer> Settlings, IReadOnlyList<CarriedBalance> Carried)
{
    public static SettledYearAnswer Of(SettledYears settled, int year, DateOnly today) => new(
        year,
        settled.StateOf(year, today),
        settled.OpeningOf(year, today)?.Until,
        [.. (settled.Find(year)?.Settlings ?? []).Select(SettlingAnswer.Of)],
        settled.CarriedTo(year));
}

internal sealed record SettlingAnswer(
    DateTimeOffset At,
    DateOnly On,
    string By,
    string Function,
    string Fingerprint,
    int? CarriedTo,
    IReadOnlyList<SettledAmount> Amounts,
    SettledTotal Total,
    IReadOnlyList<PeriodOpening> Openings)
{
    public static SettlingAnswer Of(YearSettling settling) => new(
        settling.At,
        settling.On,
        settling.By,
        settling.Function,
        settling.Fingerprint,
        settling.CarriedTo,
        settling.Amounts,
        new SettledTotal(
            settling.Amounts.Sum(a => a.Amount),
            settling.Amounts.Sum(a => a.Carried),
            settling.Amounts.Sum(a => a.Called),
            settling.Amounts.Sum(a => a.Balance)),
        settling.Openings);
}

internal sealed record SettledTotal(decimal Amount, decimal Carried, decimal Called, decimal Balance);

/// <summary>The amounts of a year of a service: settled (arrêtés), opened again with a reason and an end.</summary>
internal static class SettledYearApi
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/years/{year}/settlement";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Address, Get).Require(Right.Read);
        api.MapPut(Address, Settle).Require(Right.Settle);
        api.MapDelete(Address, Open).Require(Right.Direct);
    }

    private static async Task<IResult> Get(
        string siren,
        string id,
        string year,
        Addressed addressed,
        SettledYearStore settledYears,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var asked = ClosingTerms.YearOf(year, today);
        return Answer(await settledYears.OfAsync(community.Siren, mutualisation.Value.Id, cancellationToken), asked, today);
    }

    private static async Task<IResult> Settle(
        HttpContext context,
        string siren,
        string id,
        string year,
        Addressed addressed,
        SettlingDesk desk,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var asked = ClosingTerms.YearOf(year, today);
        var request = await Documents.ReadAsync(context.Request, CloseRequestJson.Default.SettlingRequest, cancellationToken);
        return Answer(await desk.SettleAsync(context.Caller(), community, mutualisation.Value, asked, request, cancellationToken), asked, today);
    }

    private static async Task<IResult> Open(
        HttpContext context,
        string siren,
        string id,
        string year,
        Addressed addressed,
        SettlingDesk desk,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var asked = ClosingTerms.YearOf(year, today);
        var request = await Documents.ReadAsync(context.Request, CloseRequestJson.Default.OpeningRequest, cancellationToken);
        return Answer(await desk.OpenAsync(context.Caller(), community, mutualisation.Value, asked, request, cancellationToken), asked, today);
    }

    private static IResult Answer(SettledYears settled, int year, DateOnly today) =>
        Results.Json(SettledYearAnswer.Of(settled, year, today), CloseJson.Answers.SettledYearAnswer);
}
