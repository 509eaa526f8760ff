using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>Everything an evaluation is computed from: same dossier, same evaluation.</summary>
/// <param name="Community">Whose service.</param>
/// <param name="Mutualisation">Which service.</param>
/// <param name="Catalogue">Definitions.</param>
/// <param name="Year">Fiscal year evaluated.</param>
/// <param name="AsOf">Local date of the evaluation; periods not yet due are not expected.</param>
/// <param name="Values">Values of the year and of the one before.</param>
/// <param name="Costs">Costs of the year and of the one before, those that are known.</param>
public sealed record Dossier(
    Community Community,
    Mutualisation Mutualisation,
    Catalogue Catalogue,
    int Year,
    DateOnly AsOf,
    ValueBook Values,
    IReadOnlyList<CostYear> Costs)
{
    /// <summary>The time before pooling; null when none was recorded.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The years of the service whose amounts were settled.</summary>
    public SettledYears Settled { get; init; } = SettledYears.None;

    /// <summary>Which periods and years take no more changes on the day of the dossier. It moves no figure, only what is asked.</summary>
    public ClosedPeriods Closed { get; init; } = ClosedPeriods.None;

    /// <summary>What members say of their units, of the year and of the one before.</summary>
    public IReadOnlyList<UnitsAnswer> Answers { get; init; } = [];

    /// <summary>Where the units of a year stand, of each member and each period over at the date of the dossier.</summary>
    /// <param name="year">The year of the dossier, or the one before.</param>
    public IReadOnlyList<UnitsStanding> UnitsOf(int year) => UnitsOf(year, AsOf);

    /// <summary>The same on another day.</summary>
    /// <param name="year">The year of the dossier, or the one before.</param>
    /// <param name="on">Local date.</param>
    public IReadOnlyList<UnitsStanding> UnitsOf(int year, DateOnly on) => UnitsStanding.Of(
        Values, Mutualisation, Catalogue, Mutualisation.MembersIn(Community, Period.OfYear(year)), Answers, year, on);

    /// <summary>The costs of a year; null when none is known.</summary>
    public CostYear? CostsOf(int year) => Costs.FirstOrDefault(c => c.Year == year);

    /// <summary>The version of the convention that closes a year; null without one.</summary>
    public Convention? ConventionOf(int year) => Mutualisation.ConventionOn(Period.OfYear(year).LastDay);

    /// <summary>
    /// « en vigueur au 16 juin 2026 (préavis de 9 mois) » after the word convention, where the one of the data is not the one of
    /// the year that the report describes; empty where it is.
    /// </summary>
    public string LaterConvention() =>
        Mutualisation.ConventionOn(AsOf) is { } current && current.Version != ConventionOf(Year)?.Version
            ? $" en vigueur au {FrenchDate.InWords(AsOf)} ({current.NoticeInWords()})"
            : "";
}
