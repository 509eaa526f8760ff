using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Green spaces: mowing and watering from April to September, pruning in winter.</summary>
internal sealed class GreenSpacesActivity(Chance chance, Team team) : Activity(chance, team)
{
    private static readonly decimal[] Seasons =
        [0.62m, 0.66m, 0.94m, 1.22m, 1.38m, 1.34m, 1.12m, 0.96m, 1.10m, 1.08m, 0.90m, 0.68m];

    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "ESV-01" => Area(member),
        "ESV-02" => Area(member) / 10_000 * 34 * Chance.Around(Seasons[period.Index - 1], 0.06m, Words(code, member, period)),
        "ESV-03" => Chance.Part(Planned(member, period), 0.955m, Words(code, member, period)),
        "ESV-04" => Planned(member, period),
        "ESV-06" => decimal.Floor(Area(member) * 0.31m),
        "ESV-07" => Area(member) / 10_000 * (period.Index is 2 or 3 ? 210 : 12),
        _ => throw Unknown(code),
    };

    // Square metres: the city's own parks, and those of the Métropole.
    private static decimal Area(Member member) => member.Kind == MemberKind.Commune ? 418_500 : 236_200;

    private static decimal Planned(Member member, Period month) => decimal.Floor(Area(member) / 5_200 * Seasons[month.Index - 1]);
}
