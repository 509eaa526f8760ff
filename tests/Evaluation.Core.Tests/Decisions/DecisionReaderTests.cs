using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Decisions;

namespace Evaluation.Core.Tests.Decisions;

public sealed class DecisionReaderTests
{
    private static readonly DecisionDocument Given = new()
    {
        Decision = "continue",
        Reasons = "Les délais sont tenus.",
        EffectiveOn = "2027-01-01",
        Actions = [new() { Label = "Revoir la clé.", Owner = "direction de l’urbanisme", DueOn = "2026-12-15" }],
        Proposed = "continue",
    };

    [Fact]
    public void A_decision_is_read_with_its_actions()
    {
        var decision = DecisionReader.Read(Given).Value!;

        Assert.Equal(("poursuivre", new DateOnly(2027, 1, 1)), (decision.Kind.Label(), decision.EffectiveOn));
        var action = Assert.Single(decision.Actions);
        Assert.Equal(("à faire", new DateOnly(2026, 12, 15)), (action.State.Label(), action.DueOn));
        Assert.Equal((false, true), (action.IsLateOn(action.DueOn), action.IsLateOn(action.DueOn.AddDays(1))));
        Assert.False((action with { State = ActionState.CarriedOut }).IsLateOn(DateOnly.MaxValue));
    }

    [Fact]
    public void What_is_wrong_is_told_all_at_once_with_its_place()
    {
        var problems = DecisionReader.Read(new DecisionDocument
        {
            Decision = "poursuivre",
            EffectiveOn = "1er janvier",
            Actions = [new() { Label = "Revoir.", DueOn = "2026-12-15", State = "dropped" }],
        }).Problems;

        Assert.Equal(
            [
                "document.unknownChoice /decision", "document.missing /reasons", "date.invalid /effectiveOn",
                "document.missing /actions/0/owner", "action.note /actions/0/note",
            ],
            problems.Select(p => $"{p.Code} {p.Pointer}"));
    }

    [Fact]
    public void How_long_a_text_may_be_is_told_as_a_French_reader_writes_numbers() => Assert.Equal(
        "Ce texte dépasse 2\u202F000 caractères\u00A0: raccourcissez-le.",
        Assert.Single(DecisionReader.Read(Given with { Reasons = new string('a', 2001) }).Problems).Message);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, "Erreur.", null)]
    [InlineData("Erreur.", "Erreur.", null)]
    [InlineData("Autre motif.", "Erreur.", "decision.same")]
    [InlineData("Erreur.", null, "decision.same")]
    public void The_same_decision_brings_no_other_reason(string? sent, string? before, string? code)
    {
        var kept = DecisionReader.Read(Given with { CorrectedBecause = before }).Value!;

        Assert.Equal(code, DecisionReader.WhyNotAgain(sent, kept)?.Code);
    }

    [Fact]
    public void A_decision_of_more_than_fifty_actions_is_refused() => Assert.Equal(
        "decision.actions",
        Assert.Single(DecisionReader.Read(Given with { Actions = [.. Enumerable.Repeat(Given.Actions![0], 51)] }).Problems).Code);

    [Theory]
    [InlineData("continue", "stop", null, "decision.departure")]
    [InlineData("continue", "stop", "Le coût.", null)]
    [InlineData("continue", "continue", null, null)]
    [InlineData("continue", "continue", "Le coût.", "decision.noDeparture")]
    [InlineData(null, "stop", null, null)]
    [InlineData(null, "stop", "Le coût.", "decision.noDeparture")]
    public void A_departure_from_the_proposal_says_why_and_nothing_else_does(
        string? proposed, string decision, string? because, string? code) => Assert.Equal(
            code,
            DecisionReader.Read(Given with { Proposed = proposed, Decision = decision, DepartsBecause = because }).Problems.SingleOrDefault()?.Code);

    [Fact]
    public void The_sentence_of_a_departure_elides() => Assert.Contains(
        "propose d’étendre : dites pourquoi vous décidez d’arrêter",
        Assert.Single(DecisionReader.Read(Given with { Proposed = "extend", Decision = "stop" }).Problems).Message.Replace('\u00A0', ' '),
        StringComparison.Ordinal);

    [Fact]
    public void Another_decision_says_why_it_takes_the_place_of_the_first_and_where_actions_stand_needs_no_reason()
    {
        var first = Read(Given);
        var followed = Read(Given with { Actions = [Given.Actions![0] with { State = "carriedOut" }] });
        var other = Given with { Reasons = "Autres motifs." };
        var corrected = Read(other with { CorrectedBecause = "Erreur de saisie." });

        Assert.Null(DecisionReader.WhyNotAfter(followed, first));
        Assert.Equal((true, false), (followed.DecidesAs(first), followed.Says(first)));
        Assert.Equal("decision.correction", DecisionReader.WhyNotAfter(Read(other), first)?.Code);
        Assert.Null(DecisionReader.WhyNotAfter(corrected, first));
        Assert.Equal("decision.correction", DecisionReader.WhyNotAfter(corrected with { Reasons = "Encore." }, corrected)?.Code);
        Assert.Equal("decision.noCorrection", DecisionReader.WhyNotAfter(corrected, null)?.Code);
    }

    [Fact]
    public void Each_proposal_has_the_decision_that_follows_it() => Assert.Equal(
        ["poursuivre", "étendre", "faire évoluer", "arrêter"],
        new[] { ProposalKind.Poursuivre, ProposalKind.Etendre, ProposalKind.FaireEvoluer, ProposalKind.Arreter }.Select(p => p.Followed().Label()));

    [Fact]
    public void The_report_of_the_next_year_checks_what_became_of_the_actions_and_asks_for_those_that_are_late()
    {
        var decided = new SignedDecision(Read(Given with
        {
            Actions =
            [
                new() { Label = "Revoir la clé.", Owner = "direction", DueOn = "2025-06-30", State = "carriedOut" },
                new() { Label = "Recruter.", Owner = "direction", DueOn = "2025-06-30", State = "inProgress" },
                new() { Label = "Déménager.", Owner = "direction", DueOn = "2025-06-30", State = "dropped", Note = "Trop cher." },
                new() { Label = "Former.", Owner = "direction", DueOn = "2099-06-30" },
            ],
        }), new DateOnly(2025, 6, 1));
        var evaluation = Core.Assessments.AnnualEvaluation.Of(new Reports.SampleService().Dossier());
        var year = evaluation.Dossier.Year;

        var report = Core.Reports.AnnualReport.Of(evaluation, Reports.SampleService.Edition, new YearDecisions(null, decided));
        var asked = Core.Reports.AnnualReport.Of(evaluation, Reports.SampleService.Edition).Summary.Asked;

        var before = report.Governance!.DecidedBefore!;
        Assert.Contains(
            "Sur 4 actions, au", before.Sentence.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(
            "1 est réalisée, 1 est abandonnée et 1 est en retard.", before.Sentence.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal([false, true, false, false], before.Actions.Select(a => a.IsLate));
        Assert.Equal(
            $"Statuer sur 1 action en retard de la décision sur l’exercice {year - 1}.",
            Assert.Single(report.Summary.Asked.Except(asked)).Replace('\u00A0', ' '));
    }

    [Fact]
    public void Once_it_is_decided_a_report_no_longer_asks_for_a_decision()
    {
        var evaluation = Core.Assessments.AnnualEvaluation.Of(new Reports.SampleService().Dossier());
        var signed = new SignedDecision(Read(Given), new DateOnly(2026, 6, 1));

        var report = Core.Reports.AnnualReport.Of(evaluation, Reports.SampleService.Edition, new YearDecisions(signed, null));

        Assert.False(report.Criteria.AwaitsDecision);
        Assert.Equal("poursuivre", report.Criteria.Decided!.Word);
        Assert.DoesNotContain(report.Summary.Asked, a => a.StartsWith("Décider de la suite du service", StringComparison.Ordinal));
        Assert.Contains(
            Core.Reports.AnnualReport.Of(evaluation, Reports.SampleService.Edition).Summary.Asked,
            a => a.StartsWith("Décider de la suite du service", StringComparison.Ordinal));
    }

    private static Decision Read(DecisionDocument document) => DecisionReader.Read(document).Value!;
}
