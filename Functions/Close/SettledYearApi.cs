using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

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
        api.MapGet(Address, Get).Require(Right.Read)
            .WithSummary("Où en sont les montants d’une année : en cours, arrêtés, ouverts.")
            .Answers(() => CloseJson.Answers.SettledYearAnswer);
        api.MapPut(Address, Settle).Require(Right.Settle)
            .WithSummary("Arrête les montants d’une année.")
            .Takes(() => CloseRequestJson.Default.SettlingRequest)
            .Answers(() => CloseJson.Answers.SettledYearAnswer);
        api.MapDelete(Address, Open).Require(Right.Direct)
            .WithSummary("Ouvre les montants arrêtés d’une année, avec un motif et une fin.")
            .Takes(() => CloseRequestJson.Default.OpeningRequest)
            .Answers(() => CloseJson.Answers.SettledYearAnswer);
    }

    private static async Task<IResult> Get(
        string siren,
        string id,
        string year,
        Addressed addressed,
        SettledYearStore settledYears,
        SettlingDesk desk,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        desk.RequireTold(mutualisation.Value, asked);
        return Answer(await settledYears.OfAsync(community.Siren, mutualisation.Value.Id, cancellationToken), asked, desk.Today);
    }

    private static Task<IResult> Settle(
        HttpContext context, string siren, string id, string year, Addressed addressed, SettlingDesk desk, CancellationToken cancellationToken) =>
        ActAsync(siren, id, year, addressed, desk, async (community, mutualisation, asked) => await desk.SettleAsync(
            context.Caller(),
            community,
            mutualisation,
            asked,
            await Documents.ReadAsync(context.Request, CloseRequestJson.Default.SettlingRequest, cancellationToken),
            cancellationToken), cancellationToken);

    private static Task<IResult> Open(
        HttpContext context, string siren, string id, string year, Addressed addressed, SettlingDesk desk, CancellationToken cancellationToken) =>
        ActAsync(siren, id, year, addressed, desk, async (community, mutualisation, asked) => await desk.OpenAsync(
            context.Caller(),
            community,
            mutualisation,
            asked,
            await Documents.ReadAsync(context.Request, CloseRequestJson.Default.OpeningRequest, cancellationToken),
            cancellationToken), cancellationToken);

    private static async Task<IResult> ActAsync(
        string siren,
        string id,
        string year,
        Addressed addressed,
        SettlingDesk desk,
        Func<Community, Mutualisation, int, Task<SettledYears>> act,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var asked = YearAsked.Of(year);
        return Answer(await act(community, mutualisation.Value, asked), asked, desk.Today);
    }

    private static IResult Answer(SettledYears settled, int year, DateOnly today) =>
        Results.Json(SettledYearAnswer.Of(settled, year, today), CloseJson.Answers.SettledYearAnswer);
}
