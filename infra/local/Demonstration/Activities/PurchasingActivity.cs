using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Joint purchasing: computers first, then stationery and vehicles; orders peak at the end of the year.</summary>
/// <param name="chance">Draws.</param>
/// <param name="team">Who works.</param>
/// <param name="participants">Bodies bound by at least one group at the end of each of the four half-years.</param>
internal sealed class PurchasingActivity(Chance chance, Team team, IReadOnlyList<decimal> participants) : Activity(chance, team)
{
    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "GRC-03" => Ordered(member, period),
        "GRC-04" => decimal.Round(
            Ordered(member, period) * Chance.Around(ByYear(period, 0.085m, 0.104m), 0.3m, Words(code, member, period)), 2),
        _ => throw Unknown(code),
    };

    protected override decimal OfService(string code, Period period) => code switch
    {
        "GRC-01" => HalfYears(period) switch { 0 => 3, 1 => 4, 2 => 5, _ => 6 },
        "GRC-02" => participants[HalfYears(period)],
        "GRC-05" => ByYear(period, 3, 4),
        _ => throw Unknown(code),
    };

    private static int HalfYears(Period half) => ((half.Year - 2024) * 2) + half.Index - 1;

    private decimal Ordered(Member member, Period half) => decimal.Round(
        Chance.Around(
            (2_500 + (Inhabitants(member) * 3.4m)) * (half.Index == 1 ? 0.85m : 1.15m) * ByYear(half, 1m, 1.09m),
            0.25m,
            Words("GRC-03", member, half)),
        2);
}
