using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Local;
using Evaluation.Local.Demonstration;
using static Evaluation.Functions.Tests.Demonstration.DemonstrationDossiers;

namespace Evaluation.Functions.Tests.Demonstration;

/// <summary>Each thing that a record may say is said by at least one service, so that everything can be seen at work.</summary>
public sealed class DemonstrationFeaturesTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(SimulatedClock.Today.UtcDateTime);

    private static readonly List<Mutualisation> Services = [.. Evaluations.Select(e => e.Dossier.Mutualisation).DistinctBy(m => (m.Provider, m.Id))];

    private static readonly List<AllocationKey> Keys = [.. Services.SelectMany(s => s.Conventions).Select(c => c.Allocation).OfType<AllocationKey>()];

    [Fact]
    public void Documents_are_read_without_problem()
    {
        Assert.All(Set.Services, s => Assert.Empty(MutualisationReader.Read(
            s.Plan.Id,
            s.Document,
            DemonstrationService.Valid(CommunityReader.Read(s.Siren, Territory.Communities[s.Siren])),
            Catalogue.Standard).Problems));
        Assert.Equal(24, Evaluations.Count);
    }

    [Fact]
    public void Price_indices_are_said_to_be_made_up()
    {
        Assert.All(Territory.Communities.Values, c =>
        {
            var index = Assert.Single(c.PriceIndices!);
            Assert.StartsWith("Indice de démonstration", index.Source, StringComparison.Ordinal);
            Assert.Superset(Enumerable.Range(2017, 10).ToHashSet(), index.Values!.Select(v => v.Year).ToHashSet());
        });
    }

    [Fact]
    public void Every_kind_of_key_is_used()
    {
        Assert.Contains(Keys, k => k.Method == AllocationMethod.UnitPrice);
        Assert.Contains(Keys, k => k.Method == AllocationMethod.PerAct && k.FranchiseUnits > 0);
        Assert.Contains(Keys, k => k.Criteria.Count == 2);
        Assert.Contains(Keys, k => k.Criteria.Any(c => c.Kind == CriterionKind.WeightedIndicators));
        Assert.Contains(Keys, k => k.Criteria.Any(c => c.Kind == CriterionKind.Fixed));
        Assert.Contains(Keys, k => k is { Floor: not null, Ceiling: not null });
        Assert.Contains(Keys, k => k.GrowthCap is not null);
        Assert.Contains(Keys, k => k.ProgressiveEntry.Count > 0);
        Assert.Contains(Keys, k => k.Solidarity is not null);
        Assert.Contains(Keys, k => k.Capacity is not null);
    }

    [Fact]
    public void Limits_and_reliefs_bite()
    {
        var dpo = EvaluationOf("200040715", "dpo", 2025).Allocation.Allocation!.Shares;
        Assert.Contains(dpo, s => s.Amount == 5_000);
        Assert.Contains(dpo, s => s.Amount == 11_500);
        Assert.Contains(EvaluationOf("246300701", "dsi", 2025).Allocation.Allocation!.Shares, s => s.Direct > 0);
        Assert.Equal(2, EvaluationOf("243800604", "ads", 2025).Allocation.Allocation!.Spans.Count);
        Assert.True(EvaluationOf("243800604", "archives", 2025).Allocation.Allocation!.ProviderPart > 0);
    }

    [Fact]
    public void Terms_change_on_1_January_and_a_key_on_1_July_2025()
    {
        var amended = Services.SelectMany(s => s.Conventions).Where(c => c.Amendment is not null).Select(c => c.EffectiveOn).ToList();

        Assert.Contains(new DateOnly(2025, 1, 1), amended);
        Assert.Contains(new DateOnly(2025, 7, 1), amended);
    }

    [Fact]
    public void Forms_and_records_are_varied()
    {
        Assert.Superset(
            new HashSet<LegalForm>
            {
                LegalForm.ServiceCommun,
                LegalForm.MiseADispositionService,
                LegalForm.PrestationService,
                LegalForm.GroupementCommandes,
                LegalForm.ReseauThematique,
            },
            Services.Select(s => s.LegalForm).ToHashSet());
        Assert.Contains(Services, s => s.Offer.Count == 2);
        Assert.Contains(Services, s => s.Posts > 1 && s.Memberships.All(m => m.ShareOfPost is > 0));
        Assert.Contains(Services, s => s.Lifecycle?.Steps.Count >= 5);
        Assert.Equal(Enum.GetValues<RecommendationStatus>(), Services.SelectMany(s => s.Recommendations).Select(r => r.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<StaffOpinion>(), Services.SelectMany(s => s.Governance.StaffCommitteeOpinions).Select(o => o.Opinion).Distinct().Order());
        Assert.Contains(Services, s => s.Governance.Committees.Any(c => c.NextActions.Count > 0));
        Assert.Contains(Services, s => s.Conventions.Any(c => c.ForecastUnits.Count > 0));
    }

    [Fact]
    public void Some_services_have_all_that_texts_expect_and_some_do_not()
    {
        var notices = Evaluations.Where(e => e.Dossier.Year == 2025)
            .Select(e => ComplianceNotices.Of(e.Dossier.Mutualisation, e.Dossier.Community, Today).Count).ToList();

        Assert.True(notices.Count(n => n == 0) >= 5, string.Join(' ', notices));
        Assert.True(notices.Count(n => n > 0) >= 3, string.Join(' ', notices));
    }
}
