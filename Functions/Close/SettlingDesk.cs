using Evaluation.Core.Assessments;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Close;

/// <summary>
/// Settles the amounts of a year of a service (arrêter les montants) and opens them again, whether asked by the API or by a
/// page: docs/spec/closing.md.
/// </summary>
internal sealed class SettlingDesk(SettledYearStore settledYears, DossierLoader dossiers, Registry registry, TimeProvider clock)
{
    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>Passes over a year of which a settling can be told: it is over, or runs.</summary>
    /// <exception cref="RefusalException">422 when the service was not in force in it, or it is to come.</exception>
    public void RequireTold(Mutualisation mutualisation, int year)
    {
        InForce.Require(mutualisation, year);
        if (year > Today.Year)
        {
            throw EdgeRefusals.SettlingNotOver.Refused(year, year + 1);
        }
    }

    /// <summary>Settles a year with what it comes to now; the same person in the same function twice is once.</summary>
    /// <exception cref="RefusalException">
    /// 422 when the service was not in force or the year is not over, 409 when its observed cost is not whole or not shared, or
    /// somebody else settled it, or what it rests on changed meanwhile.
    /// </exception>
    public async Task<SettledYears> SettleAsync(
        Caller caller, Community community, Mutualisation mutualisation, int year, SettlingRequest request, CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("close");
        var function = Signature.FunctionOf(request.Function, EdgeRefusals.SettlingFunction);
        InForce.Require(mutualisation, year);
        var now = clock.GetUtcNow();
        var today = ParisTime.DateOf(now);
        if (year >= today.Year)
        {
            throw EdgeRefusals.SettlingNotOver.Refused(year, year + 1);
        }

        var evaluation = AnnualEvaluation.Of((await dossiers.LoadAsync(community, mutualisation, year, today, cancellationToken)).Dossier);
        var asked = new YearSettling(
            now, today, caller.Name, function, Fingerprint.OfAccounts(evaluation), null, AmountsOf(evaluation));
        var settled = await settledYears.DecideAsync(
            community.Siren,
            mutualisation.Id,
            before => before.Settle(year, asked, later => mutualisation.WhyNotEvaluated(later) is null).Required(),
            cancellationToken);
        if (settled.Find(year)?.Last is { Openings.Count: 0 } last && (last.By, last.At) == (asked.By, asked.At))
        {
            await RequireUnmovedAsync(community.Siren, mutualisation.Id, year, last, cancellationToken);
        }

        work.Done();
        return settled;
    }

    // A document that was checked before the year was settled may have been written since: what was settled then stands no more.
    private async Task RequireUnmovedAsync(
        Siren siren, string mutualisation, int year, YearSettling settling, CancellationToken cancellationToken)
    {
        if (await registry.FindCommunityAsync(siren.ToString(), cancellationToken) is { Value: var community }
            && await registry.FindMutualisationAsync(community, mutualisation, cancellationToken) is { Value: var service }
            && Fingerprint.OfAccounts(AnnualEvaluation.Of((await dossiers.LoadAsync(community, service, year, settling.On, cancellationToken)).Dossier))
                == settling.Fingerprint)
        {
            return;
        }

        await settledYears.DecideAsync(siren, mutualisation, known => known.Withdraw(year, settling.By, settling.At), cancellationToken);
        throw EdgeRefusals.SettlingMoved.Refused(year);
    }

    /// <summary>Lets the year take changes until the end of a day.</summary>
    /// <exception cref="RefusalException">422 when the day or the reason is not valid, 409 when the year is not settled.</exception>
    public async Task<SettledYears> OpenAsync(
        Caller caller, Community community, Mutualisation mutualisation, int year, OpeningRequest request, CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("close");
        var now = clock.GetUtcNow();
        var today = ParisTime.DateOf(now);
        var opening = new PeriodOpening(
            caller.Name,
            now,
            ClosingTerms.UntilOf(request.Until, today),
            ClosingTerms.ReasonOf(request.Reason, required: true)!);
        var settled = await settledYears.DecideAsync(
            community.Siren, mutualisation.Id, before => before.Open(year, opening, today).Required(), cancellationToken);
        work.Done();
        return settled;
    }

    private static IReadOnlyList<SettledAmount> AmountsOf(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        if (dossier.CostsOf(dossier.Year) is not { IsObserved: true })
        {
            var missing = dossier.CostsOf(dossier.Year)?.NotObserved ?? [];
            throw EdgeRefusals.SettlingCosts.Refused(
                dossier.Year, missing.Count == 0 ? "" : $" (il manque : {FrenchText.List([.. missing.Select(c => c.Label())])})");
        }

        return evaluation.Statement() is { } statement
            ? [.. statement.Settlement.Members.Select(m => new SettledAmount(m.Member, m.Actual, 0, m.Called))]
            : throw EdgeRefusals.SettlingNotShared.Refused(dossier.Year);
    }
}
