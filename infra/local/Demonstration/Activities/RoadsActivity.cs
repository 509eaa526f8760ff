using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Road maintenance: frost opens the potholes of February and March.</summary>
internal sealed class RoadsActivity(Chance chance, Team team) : Activity(chance, team)
{
    private static readonly decimal[] Seasons =
        [1.10m, 1.28m, 1.32m, 1.12m, 0.96m, 0.90m, 0.78m, 0.62m, 0.95m, 1.02m, 1.00m, 0.95m];

    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "VOI-01" => Chance.Count(Length(member) * 0.55m * Seasons[period.Index - 1], Words(code, member, period)),
        "VOI-02" => Reported(member, period),
        "VOI-03" => Length(member) + (period.Year == 2024 ? 0 : decimal.Round(Length(member) * 0.006m, 1)),
        "VOI-04" => Chance.Part(Closed(member, period), ByYear(period, 0.832m, 0.868m), Words(code, member, period)),
        "VOI-05" => Closed(member, period),
        _ => throw Unknown(code),
    };

    // Kilometres: a small commune has more road for each inhabitant.
    private decimal Length(Member member)
    {
        var town = Math.Min(Inhabitants(member), 22_000) / 330;
        var city = Math.Max(0, Inhabitants(member) - 22_000) / 620;
        return decimal.Round(Chance.Around(12 + town + city, 0.15m, $"length|{member.SortKey}"), 1);
    }

    private decimal Reported(Member member, Period month) => Chance.Count(
        Inhabitants(member) / 1_000 * 1.9m * Seasons[month.Index - 1], Words("VOI-02", member, month));

    private decimal Closed(Member member, Period month) =>
        Chance.Part(Reported(member, month), 0.955m, Words("VOI-05", member, month));
}
