using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Traffic and parking orders: works and events fill May, June, September and October.</summary>
internal sealed class RoadOrderActivity(Chance chance, Team team) : Activity(chance, team)
{
    private static readonly decimal[] Seasons =
        [0.72m, 0.80m, 1.02m, 1.05m, 1.20m, 1.32m, 1.06m, 0.60m, 1.28m, 1.22m, 0.98m, 0.75m];

    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "CIR-01" => Orders(member, period),
        "CIR-02" => Orders(member, period) == 0 ? 0 : Chance.Around(ByYear(period, 7.9m, 6.8m), 0.25m, Words(code, member, period)),
        "CIR-03" => Chance.Part(Orders(member, period), ByYear(period, 0.968m, 0.985m), Words(code, member, period)),
        "CIR-05" => Chance.Part(Orders(member, period), ByYear(period, 0.16m, 0.12m), Words(code, member, period)),
        _ => throw Unknown(code),
    };

    private decimal Orders(Member member, Period month) => Chance.Count(
        Inhabitants(member) / 1_000 * ByYear(month, 2.25m, 2.5m) * Seasons[month.Index - 1], Words("CIR-01", member, month));
}
