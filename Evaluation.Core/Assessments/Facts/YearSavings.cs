using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>Measures what a year saved, from what the dossier holds.</summary>
internal static class YearSavings
{
    private const string Staff = "TRV-02";

    public static SavingsResult Of(
        Dossier dossier, Perimeter perimeter, Allocation? allocation, IndicatorAggregation aggregation)
    {
        var year = Period.OfYear(dossier.Year);
        var recharged = allocation?.Shares.ToDictionary(s => s.Member.Siren, s => s.Amount) ?? [];
        var result = new SavingsYear(
            dossier.Year,
            perimeter.DaysInYear,
            StartOf(dossier),
            Provider(dossier),
            dossier.CostsOf(dossier.Year)?.Full,
            dossier.Catalogue.Find(Staff) is { } staff ? aggregation.WholeOver(staff, year, []) : null,
            [.. perimeter.Participants.Select(p => new SavingsParticipant(
                p.Member,
                p.Days,
                recharged.GetValueOrDefault(p.Member.Siren),
                dossier.Baseline?.Units(code => aggregation.WholeOver(dossier.Catalogue[code], year, [p.Member.Siren]))))],
            Index(dossier)).Against(dossier.Baseline);

        // Who owes nothing yet because its share is not known would pass for who saved all of it.
        return allocation is null && dossier.Mutualisation.LegalFormIn(dossier.Year).SharesCosts() ? result with { ByMember = [] } : result;
    }

    private static DateOnly StartOf(Dossier dossier) => dossier.Mutualisation.Memberships is { Count: > 0 } memberships
        ? memberships.Min(m => m.From)
        : new DateOnly(dossier.Year, 1, 1);

    // The community is not always on the list of its members, and still carries the cost of its service.
    private static Member Provider(Dossier dossier) =>
        dossier.Community.Find(dossier.Mutualisation.Provider.ToString())
        ?? new Member(dossier.Community.Siren, null, dossier.Community.Name, MemberKind.Epci, false, []);

    private static IndexUse? Index(Dossier dossier) =>
        dossier.Baseline is { } baseline
        && dossier.Community.PriceIndex(baseline.PriceIndex) is { } index
        && index.ValueIn(baseline.Year) is { } then
        && index.ValueIn(dossier.Year) is { } now
            ? new IndexUse(index.Code, index.Label, then, now)
            : null;
}
