using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Archives: an archivist shared between communes, a few days each quarter.</summary>
/// <param name="chance">Draws.</param>
/// <param name="team">Who works.</param>
/// <param name="communesUpToDate">Communes with an up-to-date records schedule, first and second year.</param>
internal sealed class ArchivesActivity(Chance chance, Team team, (decimal First, decimal Second) communesUpToDate)
    : Activity(chance, team)
{
    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "ARC-01" => Shelves(member, period),
        "ARC-02" => Days(member, period) * Chance.Around(1.15m, 0.2m, Words(code, member, period)),
        "ARC-03" => Shelves(member, period) * Chance.Around(0.018m, 0.4m, Words(code, member, period)),
        "ARC-04" => Searches(member, period),
        "ARC-05" => Days(member, period),
        "ARC-06" => Searches(member, period) == 0 ? 0 : Chance.Around(ByYear(period, 4.9m, 4.2m), 0.25m, Words(code, member, period)),
        _ => throw Unknown(code),
    };

    protected override decimal OfService(string code, Period period) =>
        code == "ARC-07" ? ByYear(period, communesUpToDate.First, communesUpToDate.Second) : throw Unknown(code);

    private decimal Shelves(Member member, Period year) => decimal.Round(
        Chance.Around(45 + (Inhabitants(member) / 32), 0.2m, $"shelves|{member.SortKey}") * ByYear(year, 1m, 1.012m), 1);

    private decimal Days(Member member, Period quarter) =>
        decimal.Round(Chance.Around(1.6m + (Inhabitants(member) / 3_200), 0.3m, Words("ARC-05", member, quarter)) * 2) / 2;

    private decimal Searches(Member member, Period quarter) =>
        Chance.Count(2 + (Inhabitants(member) / 1_100), Words("ARC-04", member, quarter));
}
