using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Information systems: tickets follow the number of workstations, September opens schools and accounts.</summary>
internal sealed class InformationSystemsActivity(Chance chance, Team team) : Activity(chance, team)
{
    private static readonly decimal[] Seasons =
        [1.12m, 1.00m, 1.04m, 0.95m, 0.92m, 0.98m, 0.78m, 0.58m, 1.38m, 1.15m, 1.08m, 1.02m];

    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "DSI-01" => Opened(member, period),
        "DSI-02" => Closed(member, period),
        "DSI-03" => Chance.Part(Closed(member, period), ByYear(period, 0.885m, 0.915m), Words(code, member, period)),
        "DSI-06" => Workstations(member, period),
        "DSI-07" => Chance.Part(Workstations(member, period), ByYear(period, 0.935m, 0.962m), Words(code, member, period)),
        _ => throw Unknown(code),
    };

    protected override decimal OfService(string code, Period period) => code switch
    {
        "DSI-05" => period is { Year: 2025, Index: 10 } ? 98.7m : 99.5m + (0.5m * Chance.Draw(Words(code, null, period))),
        "DSI-09" => period is { Year: 2025, Index: 4 } ? 1 : 0,
        _ => throw Unknown(code),
    };

    private decimal Workstations(Member member, Period period)
    {
        var atStart = decimal.Floor(Chance.Around(6 + (Inhabitants(member) / 78), 0.12m, $"workstations|{member.SortKey}"));
        var quartersSinceStart = ((period.Year - 2024) * 4) + ((period.LastDay.Month - 1) / 3);
        return atStart + decimal.Floor(atStart * 0.006m * quartersSinceStart);
    }

    private decimal Opened(Member member, Period month) => Chance.Count(
        Workstations(member, month) * 0.42m * Seasons[month.Index - 1], Words("DSI-01", member, month));

    private decimal Closed(Member member, Period month) =>
        Chance.Part(Opened(member, month), 0.978m, Words("DSI-02", member, month));
}
