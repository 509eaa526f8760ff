using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments.Criteria;

/// <summary>No verdict against the facts it rests on.</summary>
public sealed class VerdictTests
{
    private static readonly string[] Names = ["A", "B", "C"];

    private readonly Community _community = GivenCommunity.Of(Names);
    private readonly GivenValues _values;

    public VerdictTests() => _values = new GivenValues(_community);

    [Fact]
    public void A_criterion_whose_target_is_missed_is_not_favourable_whatever_else_is()
    {
        Evidence[] evidence =
        [
            .. Enumerable.Repeat(new Evidence("fait", "Fait", "Un fait.", Judgement.Favorable, null), 9),
            new Evidence("ADS-06", "Délai", "Une cible.", Judgement.Defavorable, null) { BarsFavourable = true },
        ];

        var (barred, free) = (
            CriterionAssessment.Of(EvaluationCriterion.Efficacite, evidence),
            CriterionAssessment.Of(EvaluationCriterion.Efficacite, [.. evidence.Select(e => e with { BarsFavourable = false })]));

        Assert.Equal((Verdict.Mitige, 0.9m), (barred.Verdict, barred.Score));
        Assert.Equal(Verdict.Favorable, free.Verdict);
    }

    [Fact]
    public void A_target_reached_over_the_year_and_missed_in_eleven_months_of_twelve_makes_nothing_favourable()
    {
        foreach (var name in Names)
        {
            // one large month in time, eleven small ones late
            _values.Add("ADS-05", name, "2025-01", 1_000).Add("ADS-02", name, "2025-01", 1_000);
            foreach (var month in Enumerable.Range(2, 11))
            {
                _values.Add("ADS-05", name, $"2025-{month:D2}", 1).Add("ADS-02", name, $"2025-{month:D2}", 2);
            }
        }

        var evaluation = Evaluate(GivenMutualisation.WithEveryone(_community).Aiming("ADS-06", 95).Read());
        var evidence = Find(evaluation, "ADS-06");

        Assert.Equal(TargetStatus.Reached, evaluation.Find("ADS-06")!.Status);
        Assert.Equal(Judgement.Mitige, evidence.Judgement);
        Assert.Contains("manquée 11 fois sur 12 dans l’année", evidence.Reading, StringComparison.Ordinal);
        Assert.Equal(Verdict.Mitige, Criterion(evaluation, EvaluationCriterion.Efficacite).Verdict);
    }

    [Fact]
    public void A_target_close_over_the_year_and_missed_in_eleven_months_of_twelve_makes_nothing_favourable()
    {
        foreach (var name in Names)
        {
            _values.AddYear("TRV-11", name, 2024, 12).AddYear("TRV-11", name, 2025, 0);
            foreach (var month in Enumerable.Range(1, 12))
            {
                _values.Add("ADS-05", name, $"2025-{month:D2}", month == 1 ? 100 : 93).Add("ADS-02", name, $"2025-{month:D2}", 100);
            }
        }

        var evaluation = Evaluate(GivenMutualisation.WithEveryone(_community).Aiming("ADS-06", 95).Following("TRV-11").Read());
        var criterion = Criterion(evaluation, EvaluationCriterion.Efficacite);

        Assert.Equal(TargetStatus.Close, evaluation.Find("ADS-06")!.Status);
        Assert.Equal(Judgement.Favorable, Find(evaluation, "TRV-11").Judgement);
        Assert.Equal((Verdict.Mitige, 0.75m), (criterion.Verdict, criterion.Score));
    }

    [Theory]
    [InlineData(0, 12, Judgement.Defavorable)] // complaints, the fewer the better
    [InlineData(0, 0, Judgement.Favorable)] // nothing could be better
    [InlineData(12, 12, Judgement.Mitige)]
    [InlineData(12, 0, Judgement.Favorable)]
    public void A_year_before_of_zero_is_a_comparable_year(int before, int now, Judgement expected)
    {
        foreach (var name in Names)
        {
            _values.AddYear("TRV-11", name, 2024, before).AddYear("TRV-11", name, 2025, now);
        }

        var evidence = Find(Evaluate(GivenMutualisation.WithEveryone(_community).Following("TRV-11").Read()), "TRV-11");

        Assert.Equal(expected, evidence.Judgement);
        Assert.Contains("un an plus tôt", evidence.Reading, StringComparison.Ordinal);
        Assert.DoesNotContain("ni cible ni année comparable", evidence.Reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4", "2", null)] // one more or less of a few is no percentage
    [InlineData("0", "4", null)]
    [InlineData("5", "4", "+25,0\u202F%")]
    [InlineData("4", "5", "−20,0\u202F%")]
    public void A_percentage_is_not_taken_between_counts_under_five(string now, string before, string? expected)
    {
        var change = ShownChange.Of(Catalogue.Standard["TRV-11"], Exact.Number(now), Exact.Number(before));

        Assert.Equal(expected, change.Text?.Replace('\u00A0', '\u202F'));
        Assert.True(change.IsNoticeable);
        Assert.True(change.ProvesNothing);
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(1, 0)] // one complaint against none
    [InlineData(5, 4)] // one more
    [InlineData(21, 20)]
    public void One_more_of_a_few_is_told_and_held_neither_for_nor_against(int now, int before)
    {
        var (worse, better) = (OfComplaints(before, now), OfComplaints(now, before));

        Assert.Equal(Judgement.Information, worse.Judgement);
        Assert.Equal(before == 0 ? Judgement.Favorable : Judgement.Information, better.Judgement);
        Assert.Contains("ne prouve rien", worse.Reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2, "2\u00A0réponses favorables sur 2 exprimées ; sous 5 réponses, pas de pourcentage.", Judgement.Information)]
    [InlineData(1, 4, "1\u00A0réponse favorable sur 4 exprimées ; sous 5 réponses, pas de pourcentage.", Judgement.Information)]
    [InlineData(0, 1, "0\u00A0réponse favorable sur 1 exprimée ; sous 5 réponses, pas de pourcentage.", Judgement.Information)]
    [InlineData(4, 5, "80,0 % pour une cible d’au moins 80 % (atteinte).", Judgement.Favorable)]
    public void Under_five_answers_satisfaction_is_counted_and_not_judged(int satisfied, int answers, string reading, Judgement expected)
    {
        _values.Add("TRV-08", null, "2025", answers).Add("TRV-09", null, "2025", satisfied);

        var evaluation = Evaluate(GivenMutualisation.WithEveryone(_community).Following("TRV-10").Read());
        var evidence = Find(evaluation, "TRV-10");

        Assert.Equal((Typography.Fix(reading), expected), (evidence.Reading, evidence.Judgement));
        Assert.Equal(expected == Judgement.Favorable ? TargetStatus.Reached : TargetStatus.NotConclusive, evaluation.Find("TRV-10")!.Status);
    }

    [Fact]
    public void A_change_of_a_percentage_is_told_in_points_between_the_figures_shown()
    {
        var change = ShownChange.Of(Catalogue.Standard["ADS-06"], 5.44m, 5.949m);

        Assert.Equal((5.4m, 5.9m, -0.5m), (change.Current, change.Previous, change.Value));
        Assert.Equal("−0,5\u202Fpt", change.Text!.Replace('\u00A0', '\u202F'));
    }

    [Theory]
    [InlineData("0.1004", "0.1096", "plus égal")] // shown 10.0 % and 11.0 %: a point
    [InlineData("0.30", "0.21", "moins égal")]
    [InlineData("0.21", "0.30", "plus égal")]
    [InlineData("0.255", "0.25", "aussi égal")]
    public void More_equal_and_less_equal_are_told_apart_in_the_table_and_in_the_verdict(string now, string before, string reading)
    {
        var change = EqualityChange.Of(new(Coefficient(now), Coefficient(before)));

        Assert.Equal(reading, EqualityChange.Reading(change));

        static Statistics.Homogeneity Coefficient(string text) => new(3, 1, Exact.Number(text));
    }

    [Theory]
    [InlineData("TRV-03", null, "adhesion")]
    [InlineData("TRV-05", null, "adhesion")]
    [InlineData("TRV-15", 2, "TRV-15")] // it has a target, so it says more
    [InlineData("TRV-14", null, "economie")]
    public void One_fact_is_said_once(string code, int? target, string said)
    {
        var document = Document() with
        {
            Indicators = [new FollowedIndicatorDocument { Code = code, Target = target }, new FollowedIndicatorDocument { Code = "ADS-01" }],
            Committees = [new CommitteeMeetingDocument { Kind = "steering", On = "2025-03-12" }],
        };

        var evidence = Evaluate(Read(document)).Criteria.SelectMany(c => c.Evidence)
            .Where(e => e.Code == code || e.Code == RegisterEvidence.SaidBy(code));

        Assert.Equal([said], evidence.Select(e => e.Code));
    }

    [Fact]
    public void Meetings_have_the_figure_of_the_register()
    {
        var document = Document() with
        {
            Indicators = [new FollowedIndicatorDocument { Code = "TRV-15" }],
            Committees =
            [
                new CommitteeMeetingDocument { Kind = "steering", On = "2025-03-12" },
                new CommitteeMeetingDocument { Kind = "monitoring", On = "2025-09-12" },
            ],
        };

        var result = Evaluate(Read(document)).Find("TRV-15")!;

        // nothing was recorded of 2024, which is not no meeting
        Assert.Equal((2m, null), (result.Value, result.Previous));
        Assert.True(Catalogue.Standard["TRV-15"].IsDerived);
        Assert.DoesNotContain(Read(document).Expected(Catalogue.Standard), d => d.Code == "TRV-15");
    }

    [Fact]
    public void No_meeting_yet_is_not_held_against_a_year_that_is_not_over()
    {
        var document = Document() with
        {
            Committees = [new CommitteeMeetingDocument { Kind = "steering", On = "2024-03-12" }],
            Indicators = [new FollowedIndicatorDocument { Code = "ADS-01" }],
        };

        Assert.Equal(Judgement.Defavorable, Find(Evaluate(Read(document)), "comites").Judgement);
        Assert.Equal(
            Judgement.Information,
            Find(AnnualEvaluation.Of(Dossier(Read(document)) with { AsOf = new DateOnly(2025, 12, 31) }), "comites").Judgement);
    }

    [Theory]
    [InlineData("2026-12-31", "aucune", "prend fin le 31\u00A0décembre 2026", Verdict.Mitige)] // without renewal, though its notice is to come
    [InlineData("2026-08-31", "aucune", "son préavis a commencé", Verdict.Mitige)]
    [InlineData("2026-03-01", "expresse", "a pris fin le", Verdict.Mitige)]
    [InlineData("2026-08-31", "tacite", "se renouvelle tacitement", Verdict.Favorable)]
    [InlineData("2026-03-01", "tacite", "s’est renouvelée tacitement", Verdict.Favorable)]
    [InlineData("2030-12-31", "aucune", "court jusqu’au", Verdict.Favorable)]
    public void A_service_is_durable_only_as_far_as_its_convention(string endsOn, string renewal, string says, Verdict expected)
    {
        var document = Document();
        document = document with
        {
            Convention = document.Convention! with { EndsOn = endsOn, Renewal = renewal, Reversibility = "Chacun reprend ses agents." },
        };

        foreach (var name in Names)
        {
            _values.AddYear("ADS-01", name, 2025, 4);
        }

        var criterion = Criterion(Evaluate(Read(document), GivenDossier.Actual(2025, 900)), EvaluationCriterion.Durabilite);

        Assert.Contains(says, criterion.Evidence.Single(e => e.Code == "echeance").Reading, StringComparison.Ordinal);
        Assert.Equal(expected, criterion.Verdict);
    }

    // All of a year in its first quarter.
    private Evidence OfComplaints(int before, int now)
    {
        var values = new GivenValues(_community);
        foreach (var (name, quarter) in Names.SelectMany(_ => Enumerable.Range(1, 4), (name, quarter) => (name, quarter)))
        {
            var isFirst = name == Names[0] && quarter == 1;
            values.Add("TRV-11", name, $"2024-Q{quarter}", isFirst ? before : 0).Add("TRV-11", name, $"2025-Q{quarter}", isFirst ? now : 0);
        }

        return Find(AnnualEvaluation.Of(GivenDossier.Of(_community, GivenMutualisation.WithEveryone(_community).Following("TRV-11").Read(), values)), "TRV-11");
    }

    private MutualisationDocument Document() => GivenMutualisation.Document(_community);

    private Mutualisation Read(MutualisationDocument document)
    {
        var outcome = MutualisationReader.Read("essai", document, _community, Catalogue.Standard);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }

    private Dossier Dossier(Mutualisation service, params CostYear[] costs) => GivenDossier.Of(_community, service, _values, costs);

    private AnnualEvaluation Evaluate(Mutualisation service, params CostYear[] costs) => AnnualEvaluation.Of(Dossier(service, costs));

    private static CriterionAssessment Criterion(AnnualEvaluation evaluation, EvaluationCriterion criterion) =>
        evaluation.Criteria.Single(c => c.Criterion == criterion);

    private static Evidence Find(AnnualEvaluation evaluation, string code) =>
        evaluation.Criteria.SelectMany(c => c.Evidence).Single(e => e.Code == code);
}
