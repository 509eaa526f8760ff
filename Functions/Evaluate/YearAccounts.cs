using System.Text.Json;
using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;

namespace Evaluation.Functions.Evaluate;

/// <summary>
/// What the accounts of a year rest on and what they come to: who took part, under which terms, against which baseline,
/// and who owes what. Names, words and INSEE codes are no part of it: members stand in the order of their SIREN.
/// </summary>
public sealed record YearAccounts(
    bool IsInForce,
    IReadOnlyList<AccountedMember> Members,
    decimal? Posts,
    LegalForm LegalForm,
    Siren Provider,
    IReadOnlyList<AccountedTerms> Terms,
    AccountedBaseline? Baseline,
    AllocationObstacle? Obstacle,
    decimal? Total,
    decimal? UnitCost,
    decimal? ProviderPart,
    IReadOnlyList<AccountedAmount> Amounts,
    PriceVolumeEfficiency? Savings)
{
    /// <summary>The accounts of a year, as text: equal when nothing that moves them is different.</summary>
    public static string Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var (period, service) = (Period.OfYear(dossier.Year), dossier.Mutualisation);
        var allocation = evaluation.Allocation.Allocation;
        var accounts = new YearAccounts(
            evaluation.WhyNotEvaluated is null,
            [.. evaluation.Perimeter.Participants.OrderBy(p => p.Member.Siren).Select(p => new AccountedMember(
                p.Member.Siren, p.Member.Kind, p.Days, [.. service.Memberships.Where(m => m.Member == p.Member.Siren && m.DaysIn(period) > 0).Select(m => m.ShareOfPost)]))],
            service.Posts,
            service.LegalFormIn(dossier.Year),
            service.Provider,
            [.. service.ConventionsIn(period).Select(AccountedTerms.Of)],
            dossier.Baseline is { } baseline ? AccountedBaseline.Of(baseline, dossier.Year) : null,
            evaluation.Allocation.Obstacle,
            allocation?.Total,
            allocation?.UnitCost,
            allocation?.ProviderPart,
            [.. allocation?.Shares.OrderBy(s => s.Member.Siren).Select(s => new AccountedAmount(s.Member.Siren, s.Amount, s.Direct)) ?? []],
            evaluation.Savings.Total);
        return JsonSerializer.Serialize(accounts, EvaluationJson.Answers.YearAccounts);
    }
}

/// <summary>A member of the year.</summary>
public sealed record AccountedMember(Siren Member, MemberKind Kind, int Days, IReadOnlyList<decimal?> SharesOfPosts);

/// <summary>Terms that apply to a part of the year.</summary>
public sealed record AccountedTerms(
    DateOnly From, DateOnly To, int DaysInForce, SettlementMode Settlement, int BillingMonths, AllocationKey? Allocation, IReadOnlyList<ForecastUnits> ForecastUnits)
{
    internal static AccountedTerms Of(ConventionSpan span) => new(
        span.From,
        span.To,
        Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber).Count(day => span.Convention.RunsOn(span.From.AddDays(day))),
        span.Convention.Settlement, span.Convention.BillingMonths, span.Convention.Allocation, [.. span.Convention.ForecastUnits.OrderBy(u => u.Member)]);
}

/// <summary>The figures of a baseline that count in the year.</summary>
public sealed record AccountedBaseline(
    int Year,
    string PriceIndex,
    IReadOnlyDictionary<string, decimal> UnitWeights,
    IReadOnlyList<AccountedSituation> Members,
    IReadOnlyList<AccountedAmount> Retained)
{
    internal static AccountedBaseline Of(Baseline baseline, int year) => new(
        baseline.Year,
        baseline.PriceIndex,
        baseline.UnitWeights,
        [.. baseline.Members.OrderBy(m => m.Member.Siren).Select(m => new AccountedSituation(m.Member.Siren, m.IsKnown, m.Cost, m.Fte, m.Volumes))],
        [.. baseline.Retained.Where(r => r.Year == year).OrderBy(r => r.Member.Siren).Select(r => new AccountedAmount(r.Member.Siren, r.Amount, r.Fte))]);
}

/// <summary>The situation of a member before pooling.</summary>
public sealed record AccountedSituation(
    Siren Member, bool IsKnown, IReadOnlyDictionary<CostCategory, decimal> Cost, decimal? Fte, IReadOnlyDictionary<string, decimal> Volumes);

/// <summary>Euros of a member, and the part or the posts told beside them.</summary>
public sealed record AccountedAmount(Siren Member, decimal Amount, decimal? Beside);
