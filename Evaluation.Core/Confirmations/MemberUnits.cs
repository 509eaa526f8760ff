using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Confirmations;

/// <summary>The quantities of a member in a period that the key, or the unit price, of the service rests on.</summary>
/// <param name="Member">Whose.</param>
/// <param name="Period">One that <see cref="PeriodicityIn"/> gives.</param>
/// <param name="Figures">By indicator, then period; those that are not transmitted too; empty for who takes no part then.</param>
public sealed record MemberUnits(Member Member, Period Period, IReadOnlyList<UnitFigure> Figures)
{
    /// <summary>Whether anything was transmitted.</summary>
    public bool HasAny => Figures.Any(f => f.Value is not null);

    /// <summary>
    /// How long the periods are whose units are confirmed together: a quarter, or more where an indicator of a key of the
    /// year comes less often; null when no key of the year measures anything.
    /// </summary>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="catalogue">Definitions.</param>
    /// <param name="year">Fiscal year.</param>
    public static Periodicity? PeriodicityIn(Mutualisation mutualisation, Catalogue catalogue, int year)
    {
        var measured = IndicatorsOf(mutualisation, Period.OfYear(year)).Select(code => catalogue[code].Periodicity).ToList();
        return measured.Count == 0 ? null : measured.Append(Periodicity.Quarterly).Max();
    }

    /// <summary>The periods of a year whose units are confirmed; none when no key measures anything, or the key shares no cost.</summary>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="catalogue">Definitions.</param>
    /// <param name="year">Fiscal year.</param>
    public static IEnumerable<Period> PeriodsOf(Mutualisation mutualisation, Catalogue catalogue, int year) =>
        PeriodicityIn(mutualisation, catalogue, year) is { } periodicity ? Period.InYear(year, periodicity) : [];

    /// <summary>The units of a member as they are known.</summary>
    /// <param name="values">What was transmitted.</param>
    /// <param name="mutualisation">Nothing is counted outside a membership.</param>
    /// <param name="catalogue">Definitions.</param>
    /// <param name="member">Whose.</param>
    /// <param name="period">One that <see cref="PeriodicityIn"/> gives.</param>
    public static MemberUnits Of(ValueBook values, Mutualisation mutualisation, Catalogue catalogue, Member member, Period period) => new(
        member,
        period,
        [
            .. from code in IndicatorsOf(mutualisation, period).Order(StringComparer.Ordinal)
               from part in Period.InYear(period.Year, catalogue[code].Periodicity)
               where period.Contains(part) && mutualisation.IsActiveIn(member.Siren, part)
               select new UnitFigure(code, part, values.Find(new ValueKey(code, member.Siren, part))?.Value),
        ]);

    /// <summary>Whether other figures are the same: what was confirmed is still what is known.</summary>
    public bool AreStill(IReadOnlyList<UnitFigure> figures) => Figures.SequenceEqual(figures);

    private static IEnumerable<string> IndicatorsOf(Mutualisation mutualisation, Period period) =>
        mutualisation.LegalFormIn(period.Year).SharesCosts()
            ? mutualisation.ConventionsIn(period)
                .SelectMany(v => v.Convention.Allocation?.Indicators ?? [])
                .Distinct(StringComparer.Ordinal)
            : [];
}
