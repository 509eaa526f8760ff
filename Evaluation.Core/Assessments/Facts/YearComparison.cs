using Evaluation.Core.Aggregation;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>
/// Compares a period with the same one a year before, always in the same way: on what both years have, member by member and
/// period by period.
/// </summary>
/// <param name="dossier">Definitions and the year.</param>
/// <param name="aggregation">Adds values up.</param>
/// <param name="whole">What counts of the year, and of the year before.</param>
/// <param name="common">The same, as far as both are known.</param>
/// <param name="isOnePerimeter">Whether nobody came or left over both years.</param>
/// <param name="due">What was to be sent.</param>
internal sealed class YearComparison(
    Dossier dossier,
    IndicatorAggregation aggregation,
    (CountedValues Now, CountedValues Before) whole,
    (CountedValues Now, CountedValues Before) common,
    bool isOnePerimeter,
    DueValues due)
{
    private readonly Dictionary<string, bool> _enough = new(StringComparer.Ordinal);

    /// <summary>Whether a value of the service is divided by one of its members, or the other way round.</summary>
    public static bool IsOfServiceOverMembers(IndicatorDefinition definition, Catalogue catalogue) =>
        definition.IsComputed && catalogue[definition.Numerator!].Level != catalogue[definition.Denominator!].Level;

    /// <summary>The comparison; null when nothing is comparable, or when the definition changed between.</summary>
    public Comparison? Of(IndicatorDefinition definition, Period period)
    {
        if (dossier.Catalogue.BreaksBetween(definition, period.PreviousYear, period).Count > 0)
        {
            return null;
        }

        // The cost of the service does not part by member: each year stands on its own perimeter.
        var isOwn = IsOfServiceOverMembers(definition, dossier.Catalogue);
        var (now, before) = isOwn ? whole : common;
        return aggregation.Over(definition, period, now) is { } current
            && aggregation.Over(definition, period.PreviousYear, before) is { } previous
                ? new Comparison(current, previous)
                {
                    IsOnSamePerimeter = isOnePerimeter || (!isOwn && PartsByMember(definition)),
                    IsConclusive = isOwn || AreEnough(definition),
                }
                : null;
    }

    private bool AreEnough(IndicatorDefinition definition)
    {
        if (!_enough.TryGetValue(definition.Code, out var enough))
        {
            _enough[definition.Code] = enough = due.AreEnoughInBoth(definition, common.Now);
        }

        return enough;
    }

    private bool PartsByMember(IndicatorDefinition definition) =>
        Catalogue.PartsOf(definition).Prepend(definition.Code)
            .Select(code => dossier.Catalogue[code])
            .Where(part => !part.IsComputed)
            .All(part => part.Level == IndicatorLevel.Member);
}
