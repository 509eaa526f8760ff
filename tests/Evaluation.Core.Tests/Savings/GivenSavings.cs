using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Savings;

/// <summary>A service of the members A, B, C… run by A, before and after.</summary>
internal sealed record GivenSavings(
    IReadOnlyList<decimal> Before,
    decimal Now,
    IReadOnlyList<decimal> Recharged,
    IReadOnlyList<decimal>? Retained = null,
    IReadOnlyList<int>? Days = null)
{
    public const string Unit = "ADS-01";

    public Community Community { get; } = GivenCommunity.Of([.. Before.Select((_, i) => $"{(char)('A' + i)}")]);

    public IReadOnlyList<decimal>? VolumesBefore { get; init; }

    public IReadOnlyList<decimal?>? VolumesNow { get; init; }

    public IndexUse? Index { get; init; } = new("prix", "Indice d’essai", 100, 100);

    public DateOnly StartedOn { get; init; } = new(2022, 1, 1);

    public Baseline Baseline => new(
        2021,
        "prix",
        VolumesBefore is null ? new Dictionary<string, decimal>() : new Dictionary<string, decimal> { [Unit] = 1 },
        "Relevé des comptes.",
        "Étude de 2021",
        [.. Community.Members.Select((m, i) => Situation(m, i))],
        [.. (Retained ?? []).Select((amount, i) => new RetainedCost(Community.Members[i], 2025, amount, 0.5m))]);

    public SavingsYear Year => new(
        2025,
        365,
        StartedOn,
        Community.Members[0],
        Now,
        2,
        [.. Community.Members.Select((m, i) => new SavingsParticipant(m, Days?[i] ?? 365, Recharged[i], VolumesNow?[i]))],
        Index);

    public SavingsResult Measure() => Year.Against(Baseline);

    private MemberBaseline Situation(Member member, int rank) => new(
        member,
        true,
        new Dictionary<CostCategory, decimal> { [CostCategory.Personnel] = Before[rank] },
        1,
        VolumesBefore is null ? new Dictionary<string, decimal>() : new Dictionary<string, decimal> { [Unit] = VolumesBefore[rank] },
        null,
        null,
        null);
}
