using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Assessments.Criteria;

public sealed class ProposalTests
{
    private static readonly Gen<Verdict> Verdicts = Gen.Elements(Enum.GetValues<Verdict>());

    [Theory]
    [InlineData("FFFFFF", ProposalKind.Etendre)]
    [InlineData("F-FF--", ProposalKind.Etendre)]
    [InlineData("FFF-F-", ProposalKind.Poursuivre)]
    [InlineData("FFFFMF", ProposalKind.Etendre)]
    [InlineData("FFMFFF", ProposalKind.Poursuivre)]
    [InlineData("FFMMMF", ProposalKind.FaireEvoluer)]
    [InlineData("FFFFFD", ProposalKind.FaireEvoluer)]
    [InlineData("FFDDFF", ProposalKind.Arreter)]
    [InlineData("FFDFFF", ProposalKind.FaireEvoluer)]
    [InlineData("FF----", null)]
    [InlineData("------", null)]
    public void The_six_verdicts_lead_to_a_proposal(string verdicts, ProposalKind? expected)
    {
        // pertinence, cohérence, efficacité, efficience, impact, durabilité
        var proposal = Proposal.Of(Criteria(verdicts), mayStop: true, canGrow: true);

        Assert.Equal(expected, proposal.Kind);
    }

    [Fact]
    public void A_young_service_is_never_told_to_stop() => Properties.Hold(
        Verdicts.ArrayOf(6),
        verdicts => Proposal.Of(Criteria(verdicts), mayStop: false, canGrow: true).Kind != ProposalKind.Arreter);

    [Fact]
    public void A_service_that_everyone_has_joined_is_not_told_to_grow() => Properties.Hold(
        Verdicts.ArrayOf(6),
        verdicts => Proposal.Of(Criteria(verdicts), mayStop: true, canGrow: false).Kind != ProposalKind.Etendre);

    [Fact]
    public void A_proposal_always_says_why() => Properties.Hold(
        Verdicts.ArrayOf(6),
        verdicts => Proposal.Of(Criteria(verdicts), mayStop: true, canGrow: true).Because.Count > 0);

    [Theory]
    [InlineData("++++", Verdict.Favorable)]
    [InlineData("+++-", Verdict.Favorable)]
    [InlineData("++--", Verdict.Mitige)]
    [InlineData("+=", Verdict.Favorable)]
    [InlineData("=", Verdict.Mitige)]
    [InlineData("+--", Verdict.Mitige)]
    [InlineData("---+", Verdict.Defavorable)]
    [InlineData("i?", Verdict.NonEvaluable)]
    [InlineData("", Verdict.NonEvaluable)]
    public void Evidence_is_weighed(string judgements, Verdict expected) => Assert.Equal(
        expected, CriterionAssessment.Of(EvaluationCriterion.Impact, [.. judgements.Select(j => Evidence(j, null))]).Verdict);

    [Theory]
    [InlineData(100, 95, Verdict.Favorable, Confidence.Elevee)]
    [InlineData(100, 80, Verdict.Favorable, Confidence.Moyenne)]
    [InlineData(100, 79, Verdict.NonEvaluable, Confidence.Faible)]
    public void Nothing_is_concluded_below_eighty_percent(int expected, int received, Verdict verdict, Confidence confidence)
    {
        var assessment = CriterionAssessment.Of(
            EvaluationCriterion.Efficacite, [Evidence('+', new Received(expected, received, 0)), Evidence('+', null)]);

        Assert.Equal((verdict, confidence), (assessment.Verdict, assessment.Confidence));
    }

    private static Evidence Evidence(char sign, Received? received) => new("fait", "Fait", "Un fait.", sign switch
    {
        '+' => Judgement.Favorable,
        '-' => Judgement.Defavorable,
        '=' => Judgement.Mitige,
        'i' => Judgement.Information,
        _ => Judgement.Manquant,
    }, received);

    private static IReadOnlyList<CriterionAssessment> Criteria(string verdicts) => Criteria([.. verdicts.Select(v => v switch
    {
        'F' => Verdict.Favorable,
        'M' => Verdict.Mitige,
        'D' => Verdict.Defavorable,
        _ => Verdict.NonEvaluable,
    })]);

    private static IReadOnlyList<CriterionAssessment> Criteria(Verdict[] verdicts) =>
        [.. Enum.GetValues<EvaluationCriterion>().Select((c, i) => new CriterionAssessment(c, verdicts[i], null, Confidence.Elevee, []))];
}
