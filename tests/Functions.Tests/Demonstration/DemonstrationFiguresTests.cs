using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;
using static Evaluation.Functions.Tests.Demonstration.DemonstrationDossiers;

namespace Evaluation.Functions.Tests.Demonstration;

/// <summary>What the reports of the demonstration conclude stays plausible and varied.</summary>
public sealed class DemonstrationFiguresTests
{
    private static IEnumerable<AnnualEvaluation> Sharing => Evaluations.Where(e => e.Costs is not null && e.Dossier.Mutualisation.LegalForm.SharesCosts());

    [Fact]
    public void Every_cost_is_shared()
    {
        Assert.Equal(19, Sharing.Count());
        Assert.All(Sharing, e =>
        {
            Assert.True(e.Allocation.Allocation is not null, $"{e.Dossier.Mutualisation.Id} {e.Dossier.Year}: {e.Allocation.Obstacle}");
            Assert.All(e.Allocation.Allocation.Shares, s => Assert.True(s.Amount >= 0, s.Member.Name));
        });
    }

    [Fact]
    public void Calls_are_near_the_shares_and_most_of_2024_is_settled()
    {
        var settlements = Sharing.Where(e => e.Dossier.CostsOf(e.Dossier.Year)!.Calls.Count > 0).Select(e => e.Settlement()!).ToList();

        Assert.Equal(Sharing.Count(), settlements.Count);
        Assert.All(settlements, s => Assert.InRange(s.Called / s.Actual, 0.9m, 1.1m));
        Assert.Single(settlements, s => s.Year == 2024 && s.Members.Any(m => m.Balance != 0));
        Assert.All(settlements.Where(s => s.Year == 2025), s => Assert.DoesNotContain(s.Members, m => m.Regularised != 0));
        Assert.All(
            settlements.Where(s => s.Year == 2025 && s.Members.Count > 2),
            s => Assert.Superset(
                new HashSet<BalanceKind> { BalanceKind.Complement, BalanceKind.Credit }, s.Members.Select(m => m.Kind).ToHashSet()));
    }

    [Fact]
    public void Savings_are_varied_and_plausible()
    {
        var savings = Evaluations.Where(e => e.Dossier.Year == 2025).Select(e => e.Savings).ToList();
        var rates = savings.Where(s => s.Total is not null && s.HasVerdict)
            .Select(s => s.Total!.EfficiencySaving / s.Total.ReferenceAtCurrentVolume).ToList();

        Assert.Contains(savings, s => s.Obstacle == SavingsObstacle.NoBaseline);
        Assert.Contains(savings, s => s.Obstacle == SavingsObstacle.UnknownMembers && s.UnknownFor.Count == 1);
        Assert.Contains(savings, s => s is { Total: not null, HasVerdict: false });
        Assert.All(rates, rate => Assert.InRange(rate, -0.2m, 0.16m));
        Assert.True(rates.Count(rate => rate is >= 0.03m and <= 0.15m) >= 3, string.Join(' ', rates));
        Assert.Single(rates, rate => rate < -0.03m);
        Assert.All(savings.Where(s => s.Total is not null), s => Assert.True(s.HasVolume));
    }

    [Fact]
    public void Most_values_come_in_time_and_one_service_is_undisciplined()
    {
        var punctuality = Evaluations.Where(e => e.Dossier.Year == 2025)
            .ToDictionary(e => $"{e.Dossier.Community.Siren}/{e.Dossier.Mutualisation.Id}", e => e.Completeness.Total.PunctualityRate!.Value);

        Assert.InRange(punctuality["246300701/voirie"], 0.3m, 0.7m);
        Assert.All(punctuality.Where(p => p.Key != "246300701/voirie"), p => Assert.InRange(p.Value, 0.8m, 0.99m));
        Assert.InRange(EvaluationOf("200040715", "ads", 2024).Completeness.Total.PunctualityRate!.Value, 0.2m, 0.6m);
    }

    [Fact]
    public void Directions_are_varied()
    {
        var directions = Evaluations.Where(e => e.Perimeter.Participants.Count > 0)
            .Select(e => e.Dossier.Mutualisation.DirectionIn(e.Dossier.Community, Period.OfYear(e.Dossier.Year)))
            .ToHashSet();

        Assert.Superset(
            new HashSet<PoolingDirection?>
            {
                PoolingDirection.Ascendante, PoolingDirection.Descendante, PoolingDirection.Horizontale,
            },
            directions);
    }
}
