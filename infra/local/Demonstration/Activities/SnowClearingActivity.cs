using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Snow clearing: five winter months, nothing the rest of the year.</summary>
internal sealed class SnowClearingActivity(Chance chance, Team team) : Activity(chance, team)
{
    private static readonly decimal[] Outings2024 = [8.5m, 4.2m, 1.1m, 0, 0, 0, 0, 0, 0, 0, 2.4m, 6.1m];
    private static readonly decimal[] Outings2025 = [7.2m, 6.0m, 2.0m, 0, 0, 0, 0, 0, 0, 0, 3.5m, 5.4m];

    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "DEN-01" => Outings(member, period),
        "DEN-02" => Kilometres(member, period),
        "DEN-03" => Kilometres(member, period) * Chance.Around(0.028m, 0.15m, Words(code, member, period)),
        "DEN-04" => Outings(member, period) == 0 ? 0 : Chance.Around(ByYear(period, 1.8m, 1.6m), 0.25m, Words(code, member, period)),
        "DEN-05" => Chance.Part(Circuits(member, period), ByYear(period, 0.885m, 0.93m), Words(code, member, period)),
        "DEN-06" => Circuits(member, period),
        _ => throw Unknown(code),
    };

    private decimal Outings(Member member, Period month) =>
        Chance.Count((month.Year == 2024 ? Outings2024 : Outings2025)[month.Index - 1], Words("DEN-01", member, month));

    private decimal Kilometres(Member member, Period month)
    {
        var circuit = Chance.Around(9 + (Inhabitants(member) / 900), 0.15m, $"circuit|{member.SortKey}");
        return decimal.Round(Outings(member, month) * Chance.Around(circuit, 0.08m, Words("DEN-02", member, month)), 1);
    }

    private decimal Circuits(Member member, Period month) =>
        Chance.Part(Outings(member, month) * (Inhabitants(member) > 5_000 ? 2 : 1), 0.7m, Words("DEN-06", member, month));
}
