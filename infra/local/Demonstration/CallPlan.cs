using System.Globalization;
using Evaluation.Core.Costs;
using Evaluation.Core.Problems;

namespace Evaluation.Local.Demonstration;

/// <summary>How a service calls funds from its members.</summary>
/// <param name="Instalments">In a year, each at the end of its part of it.</param>
/// <param name="Settles2024">Whether the first year is settled; the second one never is yet.</param>
internal sealed record CallPlan(int Instalments, bool Settles2024 = true)
{
    private const decimal ForecastSpread = 0.06m;

    /// <summary>The calls of a year: instalments near the forecast share, then what is left once the cost is observed.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="costs">Its lines.</param>
    /// <param name="shares">What each member but the provider owes of the observed cost.</param>
    /// <param name="chance">Draws.</param>
    public IReadOnlyList<FundsCallDocument> Of(int year, CostYear costs, IReadOnlyList<MemberShare> shares, Chance chance)
    {
        var planned = costs.Total(CostStage.Forecast)!.Value / costs.Total(CostStage.Actual)!.Value;
        var calls = new List<FundsCallDocument>();
        foreach (var share in shares)
        {
            var member = share.Member.SortKey;
            var forecast = share.Amount * planned * chance.Around(1, ForecastSpread, $"calls|{year}|{member}");
            var instalment = decimal.Round(forecast / Instalments, 0, MidpointRounding.AwayFromZero);
            calls.AddRange(Enumerable.Range(1, Instalments).Select(rank => Call(
                member, instalment, new DateOnly(year, 12 / Instalments * rank, 15), CallKind.Provisional)));
            if (year == 2024 && Settles2024)
            {
                calls.Add(Call(member, share.Amount - (instalment * Instalments), new DateOnly(2025, 5, 20), CallKind.Balance));
            }
        }

        return calls;
    }

    private static FundsCallDocument Call(string member, decimal amount, DateOnly on, CallKind kind) => new()
    {
        Member = member,
        Amount = amount,
        CalledOn = on.ToString("O", CultureInfo.InvariantCulture),
        Kind = DomainCode.Of(kind),
    };
}
