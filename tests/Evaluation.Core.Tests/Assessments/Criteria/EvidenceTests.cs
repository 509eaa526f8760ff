using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments.Criteria;

public sealed class EvidenceTests
{
    private static readonly string[] Names = ["A", "B", "C", "D"];

    private readonly Community _community = GivenCommunity.Of(Names);
    private readonly MutualisationDocument _document;
    private readonly GivenValues _values;

    public EvidenceTests()
    {
        _values = new GivenValues(_community);
        _document = GivenMutualisation.Document(_community) with
        {
            Indicators = [new FollowedIndicatorDocument { Code = "ADS-01" }, new FollowedIndicatorDocument { Code = "ADS-06", Target = 90 }],
        };
    }

    [Theory]
    [InlineData(90, Judgement.Favorable, "(atteinte).")]
    [InlineData(92, Judgement.Favorable, "(atteinte, 2 points au-dessus).")]
    [InlineData(89, Judgement.Mitige, "(non atteinte, 1 point au-dessous). Elle est manquée 12 fois sur 12 dans l’année.")]
    [InlineData(50, Judgement.Defavorable, "(non atteinte, 40 points au-dessous). Elle est manquée 12 fois sur 12 dans l’année.")]
    public void An_indicator_is_judged_against_its_target_and_percentages_are_told_apart_in_points(int onTime, Judgement expected, string distance)
    {
        Fill(onTime);

        var evidence = Find("ADS-06");

        Assert.Equal(expected, evidence.Judgement);
        Assert.Contains(Typography.Fix("cible d’au moins 90 %"), evidence.Reading, StringComparison.Ordinal);
        Assert.EndsWith(distance, evidence.Reading.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_that_too_few_members_sent_is_shown_and_not_judged()
    {
        _values.AddYear("ADS-05", "A", 2025, 90).AddYear("ADS-02", "A", 2025, 100);

        var criterion = Evaluate().Criteria.Single(c => c.Criterion == EvaluationCriterion.Efficacite);

        Assert.Equal(Judgement.Manquant, criterion.Evidence.Single(e => e.Code == "ADS-06").Judgement);
        Assert.Equal(Verdict.NonEvaluable, criterion.Verdict);
    }

    [Theory]
    [InlineData(4, Judgement.Favorable)]
    [InlineData(3, Judgement.Favorable)]
    [InlineData(2, Judgement.Mitige)]
    [InlineData(1, Judgement.Defavorable)]
    public void Adhesion_counts_the_communes_that_are_members(int members, Judgement expected)
    {
        var document = _document with { Memberships = [.. _document.Memberships!.Take(members)] };

        Assert.Equal(expected, Find("adhesion", document).Judgement);
    }

    [Theory]
    [InlineData(9, Judgement.Favorable, "9 membres ont utilisé")]
    [InlineData(8, Judgement.Mitige, "8 membres ont utilisé")]
    [InlineData(7, Judgement.Mitige, "7 membres ont utilisé")]
    [InlineData(6, Judgement.Defavorable, "6 membres ont utilisé")]
    public void A_member_that_never_used_the_service_is_no_user(int users, Judgement expected, string reading)
    {
        string[] names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
        var community = GivenCommunity.Of(names);
        var values = new GivenValues(community);
        foreach (var (index, name) in names.Index())
        {
            values.AddYear("ADS-01", name, 2025, index < users ? 1 : 0);
        }

        var document = GivenMutualisation.Document(community) with { Indicators = _document.Indicators };
        var evidence = Evaluate(community, document, values, null).Criteria.SelectMany(c => c.Evidence).Single(e => e.Code == "usage");

        Assert.Equal(expected, evidence.Judgement);
        Assert.StartsWith(reading, evidence.Reading.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, Judgement.Favorable)]
    [InlineData(105, Judgement.Mitige)]
    [InlineData(106, Judgement.Defavorable)]
    public void The_observed_cost_is_judged_against_the_forecast(int actual, Judgement expected) => Assert.Equal(
        expected,
        Find("prevision", costs: new CostYear(2025,
        [
            new CostLine(CostCategory.Personnel, CostStage.Forecast, 100),
            new CostLine(CostCategory.Personnel, CostStage.Actual, actual),
        ])).Judgement);

    [Fact]
    public void A_saving_without_baseline_is_missing_never_zero() => Assert.Equal(Judgement.Manquant, Find("economie").Judgement);

    [Theory]
    [InlineData(null, "aucune", Judgement.Favorable)]
    [InlineData("2027-10-02", "aucune", Judgement.Favorable)] // more than 18 months after the data
    [InlineData("2027-10-01", "aucune", Judgement.Mitige)]
    [InlineData("2026-10-01", "expresse", Judgement.Mitige)] // the notice of six months begins that day
    [InlineData("2026-09-30", "aucune", Judgement.Defavorable)]
    [InlineData("2026-03-31", "aucune", Judgement.Defavorable)]
    [InlineData("2026-05-31", "tacite", Judgement.Favorable)]
    public void A_convention_that_ends_soon_is_a_risk(string? endsOn, string renewal, Judgement expected) => Assert.Equal(
        expected,
        Find("echeance", _document with { Convention = _document.Convention! with { EndsOn = endsOn, Renewal = renewal } }).Judgement);

    [Fact]
    public void Reversibility_is_written_or_it_is_not()
    {
        var written = _document with { Convention = _document.Convention! with { Reversibility = "Les agents reviennent à leur commune." } };

        Assert.Equal(Judgement.Defavorable, Find("reversibilite").Judgement);
        Assert.Equal(Judgement.Favorable, Find("reversibilite", written).Judgement);
    }

    [Fact]
    public void A_service_that_rests_on_one_member_is_at_risk()
    {
        // populations of 1, 2, 3 and 4 thousand: the largest share is 40 %, then 4 of 5 with two members
        var byPopulation = _document with
        {
            Convention = _document.Convention! with
            {
                Allocation = new AllocationDocument { Criteria = [new KeyCriterionDocument { Criterion = "population", Weight = 1 }] },
            },
        };
        var costs = GivenDossier.Actual(2025, 1_000);

        Assert.Equal(Judgement.Favorable, Find("dependance", byPopulation, costs).Judgement);
        Assert.Equal(Judgement.Defavorable, Find(
            "dependance", byPopulation with { Memberships = [byPopulation.Memberships![0], byPopulation.Memberships[3]] }, costs).Judgement);
    }

    [Fact]
    public void Every_reading_is_a_French_sentence()
    {
        Fill(85);

        var readings = Evaluate(costs: GivenDossier.Actual(2025, 1_000)).Criteria.SelectMany(c => c.Evidence).Select(e => e.Reading);

        Assert.All(readings, reading => Assert.Equal(Typography.Fix(reading), reading));
        Assert.All(readings, reading => Assert.EndsWith(".", reading, StringComparison.Ordinal));
    }

    private void Fill(int onTime)
    {
        foreach (var name in Names)
        {
            _values.AddYear("ADS-01", name, 2025, 10).AddYear("ADS-05", name, 2025, onTime).AddYear("ADS-02", name, 2025, 100);
        }
    }

    private AnnualEvaluation Evaluate(MutualisationDocument? document = null, CostYear? costs = null) =>
        Evaluate(_community, document ?? _document, _values, costs);

    private static AnnualEvaluation Evaluate(
        Community community, MutualisationDocument document, GivenValues values, CostYear? costs) => AnnualEvaluation.Of(GivenDossier.Of(
        community,
        MutualisationReader.Read("essai", document, community, Catalogue.Standard).Value!,
        values,
        costs is null ? [] : [costs]));

    private Evidence Find(string code, MutualisationDocument? document = null, CostYear? costs = null) =>
        Evaluate(document, costs).Criteria.SelectMany(c => c.Evidence).Single(e => e.Code == code);
}
