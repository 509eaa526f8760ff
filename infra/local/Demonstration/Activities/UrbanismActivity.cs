using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Planning permissions: applications peak in spring and autumn, dip in August.</summary>
/// <param name="chance">Draws.</param>
/// <param name="team">Who works.</param>
/// <param name="onTime">Part of decisions in time by month of the second year, January first.</param>
internal sealed class UrbanismActivity(Chance chance, Team team, IReadOnlyList<decimal> onTime) : Activity(chance, team)
{
    private const decimal MeanWeightOfAnAct = 0.455m;

    private static readonly decimal[] Seasons =
        [0.92m, 0.96m, 1.13m, 1.09m, 1.01m, 1.12m, 1.00m, 0.66m, 1.07m, 1.18m, 1.02m, 0.84m];

    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "ADS-01" => Received(member, period),
        "ADS-02" => Decided(member, period),
        "ADS-03" => Decided(member, period) * Chance.Around(MeanWeightOfAnAct, 0.12m, Words(code, member, period)),
        "ADS-05" => InTime(member, period),
        "ADS-07" => Chance.Part(Decided(member, period) - InTime(member, period), 0.02m, Words(code, member, period)),
        "ADS-09" => Chance.Count(OverMonths(period, m => Decided(member, m)) * 0.0017m, Words(code, member, period)),
        "ADS-11" => decimal.Round(Decided(member, period) * Delay(member, period)),
        "ADS-12" => Chance.Part(
            Received(member, period),
            ByYear(period, 0.615m, 0.69m) + (0.005m * period.Index),
            Words(code, member, period)),
        "ADS-13" => Chance.Part(
            OverMonths(period, m => Received(member, m)), ByYear(period, 0.436m, 0.421m), Words(code, member, period)),
        _ => throw Unknown(code),
    };

    // Small communes apply more often for their size: gardens, extensions, sales of houses.
    private static decimal PerThousandInhabitants(Member member) => Inhabitants(member) switch
    {
        < 3_500 => 28m,
        < 10_000 => 24.5m,
        < 50_000 => 21m,
        _ => 15.5m,
    };

    private decimal Received(Member member, Period month)
    {
        var yearly = Inhabitants(member) / 1_000 * Chance.Around(PerThousandInhabitants(member), 0.15m, member.SortKey);
        return Chance.Count(yearly / 12 * Seasons[month.Index - 1] * ByYear(month, 0.935m, 1m), Words("ADS-01", member, month));
    }

    private decimal Decided(Member member, Period month) =>
        Chance.Part(Received(member, month), 0.975m, Words("ADS-02", member, month));

    private decimal InTime(Member member, Period month) => Chance.Part(
        Decided(member, month), ByYear(month, 0.951m, onTime[month.Index - 1]), Words("ADS-05", member, month));

    private decimal Delay(Member member, Period month)
    {
        var usual = Chance.Around(ByYear(month, 41m, 37.5m), 0.15m, $"delay|{member.SortKey}");
        var summer = month is { Year: 2025, Index: >= 7 and <= 9 } ? 4m : 0m;
        return Chance.Around(usual + summer, 0.06m, Words("delay", member, month));
    }
}
