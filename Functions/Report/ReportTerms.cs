using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>The one rule of which reports there may be: when one is asked for, when it falls due, when it is built.</summary>
internal sealed class ReportTerms(Registry registry, CostStore costs, ReportActsStore acts)
{
    /// <summary>Years whose costs are known that a review over years rests on, at least.</summary>
    public const int FewestYears = 3;

    /// <summary>Why there is no such report, 422 with what to ask instead; null when there may be one.</summary>
    /// <param name="community">Whose.</param>
    /// <param name="service">Which service; null for a report of the community.</param>
    /// <param name="kind">Kind of report.</param>
    /// <param name="period">Of the length that the kind takes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<RefusalException?> WhyNotAsync(
        Community community, Mutualisation? service, ReportKind kind, Period period, CancellationToken cancellationToken) => kind switch
        {
            ReportKind.Annual => NotInForce(Service(service), period),
            ReportKind.Monthly or ReportKind.Quarterly => NotInForce(Service(service), period),
            ReportKind.AnnualStatement => NotInForce(Service(service), period)
                ?? (Service(service).LegalFormIn(period.Year).SharesCosts() ? null : EdgeRefusals.ReportNoShare.Refused(period)),
            ReportKind.MultiYear => NotInForce(Service(service), period)
                ?? await TooFewYearsAsync(community, Service(service), period.Year, cancellationToken),
            ReportKind.MemberStatement => await acts.TransmittedAtAsync(community.Siren, period.ToString(), cancellationToken) is null
                ? EdgeRefusals.ReportNothingTransmitted.Refused(period)
                : null,
            ReportKind.BudgetDebate => await NoServiceAsync(community, period.Year, cancellationToken),
        };

    private static Mutualisation Service(Mutualisation? service) => service ?? throw new ArgumentNullException(nameof(service));

    private static RefusalException? NotInForce(Mutualisation service, Period period) => service.IsInForceIn(period)
        ? null
        : EdgeRefusals.MutualisationNotInForce.Refused(service.WhyNotEvaluated(period.Year)
            ?? "Le service n’est pas en fonctionnement sur cette période : demandez-en une autre.");

    private async Task<RefusalException?> TooFewYearsAsync(
        Community community, Mutualisation service, int year, CancellationToken cancellationToken)
    {
        var known = (await costs.ListAsync(community, service.Id, cancellationToken)).Count(c => c.Year <= year && c.Lines.Count > 0);
        return known >= FewestYears
            ? null
            : EdgeRefusals.ReportFewYears.Refused(FewestYears, year.ToString(CultureInfo.InvariantCulture), known);
    }

    private async Task<RefusalException?> NoServiceAsync(Community community, int year, CancellationToken cancellationToken)
    {
        foreach (var service in await registry.ListMutualisationsAsync(community, cancellationToken))
        {
            if (service.Value.StandingIn(year) == ServiceStanding.InForce
                && await costs.FindAsync(community, service.Value.Id, year, cancellationToken) is { Value.Lines.Count: > 0 })
            {
                return null;
            }
        }

        return EdgeRefusals.ReportNoService.Refused(year.ToString(CultureInfo.InvariantCulture));
    }
}
