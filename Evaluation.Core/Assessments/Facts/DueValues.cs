using Evaluation.Core.Aggregation;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>
/// Whether enough of the values that a figure rests on came for anything to be concluded of it (docs/spec/completeness.md).
/// </summary>
/// <param name="dossier">Definitions, the year and the date of the data.</param>
internal sealed class DueValues(Dossier dossier)
{
    private readonly MonthSet _year = MonthsOf(dossier, dossier.Year);
    private readonly MonthSet _yearBefore = MonthsOf(dossier, dossier.Year - 1);
    private readonly Dictionary<string, (IndicatorDefinition Part, Ranks Due)[]> _parts = new(StringComparer.Ordinal);

    /// <summary>
    /// True when at least 80 % of the values due came, of the indicator and of each of its parts; what the registers give
    /// is known. What is due and not yet past its deadline tells nothing.
    /// </summary>
    public bool AreEnough(IndicatorDefinition definition, CountedValues counted) => AreEnough(definition, counted, _year);

    /// <summary>The same of a comparison: of what is due in both years, at least 80 % is known in both.</summary>
    public bool AreEnoughInBoth(IndicatorDefinition definition, CountedValues knownInBoth) =>
        AreEnough(definition, knownInBoth, _year.Common(_yearBefore));

    /// <summary>
    /// Whether a value that adds up lacks one that counts in a window, or the window is not over: it would look like a small
    /// value. What the registers give is whole, but for the meetings of a year that is not over.
    /// </summary>
    public bool IsPartial(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var isOver = window.LastDay < dossier.AsOf;
        if (definition.IsDerived)
        {
            return definition.Code == DerivedIndicator.Meetings && !isOver;
        }

        var ranks = Ranks.Of(window, definition.Periodicity);
        return definition.Aggregation switch
        {
            AggregationRule.Sum => !isOver || Array.Exists(counted.Of(definition), row => Lacks(row.Count(
                ranks, window.Year == dossier.Year ? _year : _yearBefore))),
            AggregationRule.Last => Array.Exists(counted.Of(definition), row => !row.IsWhole(window, AggregationRule.Last)),
            AggregationRule.Average or AggregationRule.Ratio => false,
        };
    }

    private static bool Lacks((int Expected, int Known) count) => count.Known < count.Expected;

    // The months in which the service has a member: before and after, it owes nothing for itself either.
    private static MonthSet MonthsOf(Dossier dossier, int year) => dossier.Community.Members.Aggregate(
        default(MonthSet), (months, m) => months.With(dossier.Mutualisation.ActiveMonths(m.Siren, year)));

    private bool AreEnough(IndicatorDefinition definition, CountedValues counted, MonthSet within)
    {
        foreach (var (part, due) in PartsOf(definition))
        {
            var (expected, known) = (0, 0);
            foreach (var row in counted.Of(part))
            {
                var (more, found) = row.Count(due, within);
                (expected, known) = (expected + more, known + found);
            }

            if (new Received(expected, known, 0).Confidence == Confidence.Faible)
            {
                return false;
            }
        }

        return true;
    }

    // Deadlines follow one another, so the periods due are the first ones of the year.
    private (IndicatorDefinition Part, Ranks Due)[] PartsOf(IndicatorDefinition definition)
    {
        if (!_parts.TryGetValue(definition.Code, out var parts))
        {
            _parts[definition.Code] = parts =
            [
                .. Catalogue.PartsOf(definition)
                    .Prepend(definition.Code)
                    .Select(code => dossier.Catalogue[code])
                    .Where(part => part is { IsComputed: false, IsDerived: false })
                    .Select(part => (
                        part, new Ranks(1, Period.InYear(dossier.Year, part.Periodicity).Count(p => p.DueOn < dossier.AsOf)))),
            ];
        }

        return parts;
    }
}
