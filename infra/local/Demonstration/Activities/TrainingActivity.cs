using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Joint training: sessions near home, that small communes can attend.</summary>
internal sealed class TrainingActivity(Chance chance, Team team) : Activity(chance, team)
{
    private static readonly decimal[] Sessions2024 = [4, 5, 1, 5];
    private static readonly decimal[] Sessions2025 = [5, 6, 2, 6];

    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "FOR-02" => Trained(member, period),
        "FOR-03" => Trained(member, period) * 1.5m,
        _ => throw Unknown(code),
    };

    protected override decimal OfService(string code, Period period) => code switch
    {
        "FOR-01" => Sessions(period),
        "FOR-04" => Sessions(period) * 12,
        "FOR-05" => Chance.Part(Sessions(period) * 12, ByYear(period, 0.74m, 0.81m), Words(code, null, period)),
        _ => throw Unknown(code),
    };

    private static decimal Sessions(Period quarter) => (quarter.Year == 2024 ? Sessions2024 : Sessions2025)[quarter.Index - 1];

    private decimal Trained(Member member, Period quarter) => Chance.Count(
        Sessions(quarter) * (0.25m + (Inhabitants(member) / 24_000)), Words("FOR-02", member, quarter));
}
