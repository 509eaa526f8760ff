using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>The values that the registers give: costs, memberships, populations, amounts recharged, meetings.</summary>
internal static class DerivedValues
{
    public static IEnumerable<IndicatorValue> Of(
        Dossier dossier, int year, Perimeter perimeter, Allocation? allocation, SavingsResult? savings)
    {
        var annual = Period.OfYear(year);
        if (dossier.CostsOf(year) is { Full: { } full } costs)
        {
            yield return Value(DerivedIndicator.FullCost, null, annual, full, costs.IsObserved);
        }

        foreach (var half in Period.InYear(year, Periodicity.Semiannual))
        {
            var communes = dossier.Community.Communes
                .Count(m => dossier.Mutualisation.IsActiveOn(m.Siren, half.LastDay));
            yield return Value(DerivedIndicator.Members, null, half, communes, true);
        }

        yield return Value(DerivedIndicator.EligibleMembers, null, annual, perimeter.EligibleCommunes, true);
        foreach (var participant in perimeter.PopulationByDays is null ? [] : perimeter.Participants)
        {
            if (participant.Population is { } population)
            {
                yield return Value(
                    DerivedIndicator.PopulationServed,
                    participant.Member.Siren,
                    annual,
                    (decimal)population * participant.Days / perimeter.DaysInYear,
                    true);
            }
        }

        if (savings?.Total is { } total)
        {
            yield return Value(DerivedIndicator.Savings, null, annual, total.EfficiencySaving, dossier.CostsOf(year) is { IsObserved: true });
        }

        if (dossier.Mutualisation.Governance.MeetingsIn(year) is { } meetings)
        {
            yield return Value(DerivedIndicator.Meetings, null, annual, meetings, annual.LastDay < dossier.AsOf);
        }

        foreach (var share in allocation?.Shares ?? [])
        {
            var isFinal = dossier.CostsOf(year) is { IsObserved: true };
            yield return Value(DerivedIndicator.Recharged, share.Member.Siren, annual, share.Amount, isFinal);
        }
    }

    private static IndicatorValue Value(string code, Siren? member, Period period, decimal value, bool isFinal) =>
        new(
            new ValueKey(code, member, period),
            value,
            isFinal ? ValueStatus.Final : ValueStatus.Provisional,
            ValueQuality.Measured);
}
