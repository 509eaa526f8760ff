using Evaluation.Core.Assessments;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Functions.Tests.Demonstration;

/// <summary>The sentences of every report of the demonstration stand before a hostile reader.</summary>
public sealed class DemonstrationSentencesTests
{
    private static readonly ReportEdition Edition = new(1, "empreinte", new DateOnly(2026, 6, 16));

    private static readonly List<(AnnualEvaluation Evaluation, AnnualReport Report)> Reports =
        [.. DemonstrationDossiers.Evaluations.Select(e => (e, AnnualReport.Of(e, Edition)))];

    [Fact]
    public void Counts_agree_with_what_they_count() =>
        Assert.Empty(Reports.SelectMany(r => SentenceRules.Disagreeing(SentenceRules.Sentences(r.Report))));

    [Fact]
    public void No_code_stands_for_a_name() =>
        Assert.Empty(Reports.SelectMany(r => SentenceRules.WithRawCodes(SentenceRules.Sentences(r.Report))));

    [Fact]
    public void Every_amount_is_in_a_table_or_is_a_sum_of_one() =>
        Assert.Empty(Reports.SelectMany(r => SentenceRules.WithAmountsFromNowhere(r.Report, r.Evaluation)));

    [Fact]
    public void The_amounts_to_freeze_are_those_that_members_owe() => Assert.All(
        Reports.Where(r => r.Evaluation is { Allocation.Allocation: not null, Costs.IsProvisional: false }),
        r =>
        {
            var shares = r.Evaluation.Allocation.Allocation!.Shares;
            var owed = Core.French.FrenchMoney.Euros(shares.Sum(s => s.Amount));
            Assert.Contains(r.Report.Summary.Asked, a => a.Contains($"\u00A0: {owed} dus par ", StringComparison.Ordinal));
        });

    [Fact]
    public void Page_one_says_who_pays_more_than_before() => Assert.All(
        Reports.Where(r => r.Evaluation.Savings.Total is not null),
        r => Assert.Equal(
            r.Evaluation.Savings.ByMember.Any(b => b.Saving < 0),
            r.Report.Summary.Costs.Any(c => c.StartsWith("Dépense supérieure à celle d’avant", StringComparison.Ordinal))));

    [Fact]
    public void The_communes_that_spend_more_than_before_are_counted_and_the_first_is_named() => Assert.Contains(
        Of("200040715", "ads").Summary.Costs,
        c => c.Contains("14\u00A0membres sur 49 (le plus\u00A0: Grenoble, +128\u202F972,75\u00A0€)", StringComparison.Ordinal));

    [Fact]
    public void A_saving_counts_what_communes_still_spend_by_themselves() => Assert.Equal(
        "À prix et volume de 2025, le même travail aurait coûté 1\u202F779\u202F831,66\u00A0€ sans la mutualisation\u202F; il coûte 1\u202F637\u202F007,61\u00A0€ " +
        "(1\u202F559\u202F507,61\u00A0€ pour le service et 77\u202F500,00\u00A0€ conservés par les membres)\u00A0: l’économie est de 142\u202F824,05\u00A0€, " +
        "soit 8,0\u00A0% du coût sans la mutualisation.",
        Of("200040715", "ads").Savings!.Figure!.Takeaway);

    [Fact]
    public void A_gap_that_members_pay_is_said_to_be_paid() => Assert.Contains(
        Of("246300701", "espaces-verts").Split.Notes,
        n => n.Contains("les membres paient 0,97\u00A0€ de plus que le coût", StringComparison.Ordinal));

    [Fact]
    public void Page_one_says_that_half_of_the_values_came_late() => Assert.Contains(
        Of("246300701", "voirie").Summary.GoesWrong,
        w => w.StartsWith("Ponctualité\u00A0: 50,0\u00A0%", StringComparison.Ordinal));

    [Fact]
    public void Page_one_says_how_many_posts_are_vacant() =>
        Assert.Contains("Postes vacants\u00A0: 2 (0 en 2024).", Of("200040715", "ads").Summary.GoesWrong);

    private static AnnualReport Of(string siren, string id) => Reports.Single(r =>
        r.Evaluation.Dossier.Community.Siren.ToString() == siren && r.Evaluation.Dossier.Mutualisation.Id == id && r.Evaluation.Dossier.Year == 2025).Report;
}
