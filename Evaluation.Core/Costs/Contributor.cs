using Evaluation.Core.Communities;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Costs;

/// <summary>A member before the split: its days, and its units of each measured indicator of the key.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days of the year, or of the span, on which it takes part, at least 1.</param>
/// <param name="Population">Population totale of the year; null when unknown.</param>
/// <param name="Units">
/// Units observed by indicator code; a code that is absent is a missing value. In a span: the units of the periods
/// inside it, those of a period that straddles its ends by days (docs/spec/allocation.md).
/// </param>
public sealed record Contributor(Member Member, int Days, int? Population, IReadOnlyDictionary<string, decimal> Units)
{
    /// <summary>Its days in each part of the span; empty when the span has one part.</summary>
    public IReadOnlyList<int> DaysByPart { get; init; } = [];

    /// <summary>The year shared, by which another population than the totale is found; null when no key needs it.</summary>
    public int? FiscalYear { get; init; }

    /// <summary>1 in the calendar year in which it first joined, 2 in the next…; null when it does not matter.</summary>
    public int? YearOfMembership { get; init; }

    /// <summary>
    /// What it owed by the key for the year before, in euros; null when nothing is known, or when it took part in a
    /// part of that year only: such an amount is no base for a growth.
    /// </summary>
    public decimal? PreviousAmount { get; init; }

    /// <summary>Its days in a part of the span.</summary>
    internal int DaysIn(int part) => DaysByPart.Count == 0 ? Days : DaysByPart[part];

    /// <summary>The inhabitants that a criterion counts; null when unknown.</summary>
    internal int? Inhabitants(KeyCriterion criterion) =>
        criterion.Vintage is { } vintage ? Member.InhabitantsOf(vintage, criterion.Population)
        : criterion is { Population: PopulationKind.Totale, ReferenceYear: null }
            ? Population
            : (criterion.ReferenceYear ?? FiscalYear) is { } year
                ? Member.PopulationIn(year, criterion.Population)?.Inhabitants
                : null;
}
