using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Accessibility: public buildings are brought up to the rules a few at a time.</summary>
internal sealed class AccessibilityActivity(Chance chance, Team team) : Activity(chance, team)
{
    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "ACC-01" => Buildings(member),
        "ACC-02" => Accessible(member, period),
        "ACC-04" => Chance.Part(Accessible(member, period), 0.8m, Words(code, member, period)),
        "ACC-05" => Chance.Count(0.4m + (Inhabitants(member) / 22_000), Words(code, member, period)),
        "ACC-07" => decimal.Round(Chance.Around(1.5m + (Inhabitants(member) / 5_500), 0.3m, Words(code, member, period)) * 2) / 2,
        _ => throw Unknown(code),
    };

    protected override decimal OfService(string code, Period period) =>
        code == "ACC-06" ? ByYear(period, 68.4m, 73.9m) : throw Unknown(code);

    private decimal Buildings(Member member) =>
        decimal.Floor(Chance.Around(8 + (Inhabitants(member) / 650), 0.12m, $"buildings|{member.SortKey}"));

    private decimal Accessible(Member member, Period year)
    {
        var before = Chance.Part(Buildings(member), 0.62m, $"accessible|{member.SortKey}");
        return year.Year == 2024 ? before : Math.Min(Buildings(member), before + decimal.Ceiling(Buildings(member) * 0.06m));
    }
}
