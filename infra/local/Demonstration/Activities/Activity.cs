using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>How the work of a service goes: one figure for each indicator, member and period.</summary>
/// <remarks>Figures that depend on each other are computed from each other, never drawn apart.</remarks>
internal abstract class Activity(Chance chance, Team team)
{
    protected Chance Chance { get; } = chance;

    /// <summary>The figure; the member is null where the figure is the service's.</summary>
    public decimal Value(IndicatorDefinition definition, Member? member, Period period) => member is null
        ? definition.ServiceType == "TRV" ? team.Value(definition.Code, period, Chance) : OfService(definition.Code, period)
        : definition.Code == "TRV-11"
            ? Chance.Count(team.ComplaintsPerQuarter, Words(definition.Code, member, period))
            : OfMember(definition.Code, member, period);

    protected static string Words(string code, Member? member, Period period) => $"{code}|{member?.SortKey}|{period}";

    /// <summary>Population totale; a body without inhabitants counts as a commune of 5 000.</summary>
    protected static decimal Inhabitants(Member member) => member.PopulationIn(2025, PopulationKind.Totale)?.Inhabitants ?? 5_000;

    /// <summary>The figure of the first year, and of the second.</summary>
    protected static decimal ByYear(Period period, decimal first, decimal second) => period.Year == 2024 ? first : second;

    /// <summary>The sum of a monthly figure over a longer period.</summary>
    protected static decimal OverMonths(Period period, Func<Period, decimal> monthly) =>
        period.Split(Periodicity.Monthly).Sum(monthly);

    protected abstract decimal OfMember(string code, Member member, Period period);

    protected virtual decimal OfService(string code, Period period) => throw Unknown(code);

    protected static ArgumentException Unknown(string code) => new($"No activity is described for {code}.", nameof(code));
}
