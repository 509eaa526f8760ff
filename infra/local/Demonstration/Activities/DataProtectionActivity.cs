using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>Data protection: registers grow, requests and breaches are rare.</summary>
/// <param name="chance">Draws.</param>
/// <param name="team">Who works.</param>
/// <param name="completeRegisters">Communes with a complete register at the end of each of the four half-years.</param>
internal sealed class DataProtectionActivity(Chance chance, Team team, IReadOnlyList<decimal> completeRegisters)
    : Activity(chance, team)
{
    protected override decimal OfMember(string code, Member member, Period period) => code switch
    {
        "DPO-01" => Registered(member, period),
        "DPO-04" => Requests(member, period),
        "DPO-05" => Chance.Part(Requests(member, period), ByYear(period, 0.96m, 0.985m), Words(code, member, period)),
        "DPO-07" => Breaches(member, period),
        "DPO-08" => Chance.Part(Breaches(member, period), 0.985m, Words(code, member, period)),
        "DPO-10" => Chance.Count(Inhabitants(member) / 450, Words(code, member, period)),
        "DPO-11" => decimal.Round(Chance.Around(1.2m + (Inhabitants(member) / 3_500), 0.3m, Words(code, member, period)) * 2) / 2,
        _ => throw Unknown(code),
    };

    protected override decimal OfService(string code, Period period) => code == "DPO-02"
        ? completeRegisters[((period.Year - 2024) * 2) + period.Index - 1]
        : throw Unknown(code);

    private decimal Registered(Member member, Period half)
    {
        var halvesSinceStart = ((half.Year - 2024) * 2) + half.Index;
        return decimal.Floor(Chance.Around(18 + (Inhabitants(member) / 400), 0.1m, $"register|{member.SortKey}"))
            + (halvesSinceStart * decimal.Ceiling(Inhabitants(member) / 3_000));
    }

    private decimal Requests(Member member, Period quarter) =>
        Chance.Count(Inhabitants(member) / 4_500, Words("DPO-04", member, quarter));

    private decimal Breaches(Member member, Period quarter) =>
        Chance.Count(Inhabitants(member) / 110_000, Words("DPO-07", member, quarter));
}
