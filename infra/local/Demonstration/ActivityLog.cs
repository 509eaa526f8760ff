using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Local.Demonstration.Activities;

namespace Evaluation.Local.Demonstration;

/// <summary>Every value that a service owes for the two years, less the few that it forgot.</summary>
internal static class ActivityLog
{
    private const decimal ForgottenPart = 0.025m;
    private const decimal ProvisionalPart = 0.2m;
    private const decimal EstimatedPart = 0.004m;

    private static readonly Period LastMonth = Period.Of(2025, Periodicity.Monthly, 12);

    /// <summary>The rows, by year, indicator, period and member.</summary>
    public static IEnumerable<DemonstrationRow> Rows(
        Community community, Mutualisation mutualisation, Activity activity, Chance chance)
    {
        var due = mutualisation.Expected(Catalogue.Standard).ToList();
        foreach (var year in new[] { 2024, 2025 })
        {
            foreach (var definition in due)
            {
                foreach (var period in Period.InYear(year, definition.Periodicity))
                {
                    var members = mutualisation.MembersIn(community, period);
                    var about = definition.Level == IndicatorLevel.Member ? members : members.Take(1).Select(_ => (Member?)null);
                    foreach (var member in about)
                    {
                        var words = $"{definition.Code}|{member?.SortKey}|{period}";
                        if (!(MayBeForgotten(definition, due) && chance.Draw($"forgotten|{words}") < ForgottenPart))
                        {
                            yield return Row(definition, member, period, activity.Value(definition, member, period), chance, words);
                        }
                    }
                }
            }
        }
    }

    // What shares are computed from, and what others are divided or weighted by, always comes.
    private static bool MayBeForgotten(IndicatorDefinition definition, List<IndicatorDefinition> due) =>
        definition is { Level: IndicatorLevel.Member, IsAllocationUnit: false, Periodicity: not Periodicity.Annual }
        && !Catalogue.Standard.Indicators.Any(other =>
            other.Weight == definition.Code || (other.Denominator == definition.Code && due.Exists(d => d.Code == other.Numerator)));

    private static DemonstrationRow Row(
        IndicatorDefinition definition, Member? member, Period period, decimal value, Chance chance, string words)
    {
        var provisional = period == LastMonth && member is not null && chance.Draw($"provisional|{words}") < ProvisionalPart;
        var estimated = member is not null && value > 0 && chance.Draw($"estimated|{words}") < EstimatedPart;
        return new DemonstrationRow
        {
            Indicator = definition.Code,
            Member = member?.SortKey,
            Period = period.ToString(),
            Value = decimal.Round(value, definition.Decimals, MidpointRounding.AwayFromZero)
                .ToString("0.##", CultureInfo.InvariantCulture),
            Status = DomainCode.Of(provisional ? ValueStatus.Provisional : ValueStatus.Final),
            Quality = DomainCode.Of(estimated ? ValueQuality.Estimated : ValueQuality.Measured),
            Comment = estimated ? "Relevé incomplet, valeur estimée par le service." : null,
        };
    }
}
