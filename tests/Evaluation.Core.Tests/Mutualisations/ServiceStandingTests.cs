using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class ServiceStandingTests
{
    private const string Reason = "Décision du conseil.";

    [Theory]
    [InlineData("exploration 2024-03-01", 2025, ServiceStanding.NotYet)]
    [InlineData("exploration 2024-03-01", 2023, ServiceStanding.NotYet)] // before anybody thought of it
    [InlineData("exploration 2024-03-01, conventionSigned 2025-06-01", 2025, ServiceStanding.NotYet)]
    [InlineData("exploration 2024-03-01, conventionSigned 2025-06-01, active 2025-12-31", 2025, ServiceStanding.InForce)]
    [InlineData("active 2020-01-01", 2018, ServiceStanding.InForce)] // older than its record
    [InlineData("active 2020-01-01, terminating 2024-02-01, terminated 2025-01-01", 2024, ServiceStanding.InForce)]
    [InlineData("active 2020-01-01, terminating 2024-02-01, terminated 2025-01-01", 2025, ServiceStanding.Over)]
    [InlineData("active 2020-01-01, terminating 2024-02-01, terminated 2025-01-02", 2025, ServiceStanding.InForce)] // one day
    [InlineData("exploration 2023-01-01, abandoned 2024-06-01", 2025, ServiceStanding.Over)]
    [InlineData("exploration 2023-01-01, abandoned 2024-06-01", 2023, ServiceStanding.NotYet)]
    public void Only_a_service_in_force_in_the_year_is_evaluated(string life, int year, ServiceStanding expected)
    {
        var service = Living(life);

        Assert.Equal(expected, service.StandingIn(year));
        Assert.Equal(expected == ServiceStanding.InForce, service.WhyNotEvaluated(year) is null);
    }

    [Theory]
    [InlineData("exploratoire", false, ServiceStanding.NotYet)]
    [InlineData("nouvelle", false, ServiceStanding.NotYet)]
    [InlineData("existante", false, ServiceStanding.InForce)]
    [InlineData("nouvelle", true, ServiceStanding.InForce)]
    [InlineData("exploratoire", true, ServiceStanding.NotYet)]
    public void Without_a_recorded_life_the_convention_or_else_the_offer_tells(string offer, bool hasConvention, ServiceStanding expected)
    {
        var document = GivenRecord.Complete with { Lifecycle = null, Offer = null, OfferStatus = offer, Amendments = null };
        document = hasConvention ? document : document with { Convention = null };

        Assert.Equal(expected, GivenRecord.Valid(document).StandingIn(2025));
    }

    [Fact]
    public void A_convention_that_begins_later_makes_no_service_of_this_year()
    {
        var document = GivenRecord.Complete with { Lifecycle = null, Amendments = null };
        document = document with { Convention = document.Convention! with { StartsOn = "2026-01-01", EndsOn = null } };

        Assert.Equal(ServiceStanding.NotYet, GivenRecord.Valid(document).StandingIn(2025));
    }

    [Fact]
    public void Nothing_is_judged_or_asked_of_an_idea()
    {
        var evaluation = Evaluated("exploration 2024-03-01");
        var report = AnnualReport.Of(evaluation, new ReportEdition(0, "", GivenDossier.SpringAfter));

        Assert.All(evaluation.Criteria, c => Assert.Equal((Verdict.NonEvaluable, 0), (c.Verdict, c.Evidence.Count)));
        Assert.Null(evaluation.Proposal.Kind);
        Assert.Equal("Ce service n’était pas encore en service en 2025 (exploration)\u00A0: une idée ne s’évalue pas.", report.Criteria.ProposalSentence);
        Assert.Equal(report.Criteria.ProposalSentence, report.Summary.Sentence);
        Assert.Empty(report.Summary.Asked);
    }

    [Theory]
    [InlineData("terminated 2025-10-01", "Le service est arrêté depuis le 1er\u00A0octobre 2025.")]
    [InlineData("terminated 2026-10-01", "Le service s’arrête le 1er\u00A0octobre 2026.")]
    [InlineData(null, "L’arrêt du service est décidé et se prépare.")]
    public void A_service_whose_end_is_decided_says_so_and_asks_nothing_of_its_future(string? end, string sentence)
    {
        var evaluation = Evaluated("active 2020-01-01, terminating 2025-02-01" + (end is null ? "" : $", {end}"));
        var report = AnnualReport.Of(evaluation, new ReportEdition(1, "", GivenDossier.SpringAfter));

        Assert.Null(evaluation.Proposal.Kind);
        Assert.EndsWith(sentence, report.Summary.Sentence, StringComparison.Ordinal);
        Assert.StartsWith(sentence, report.Criteria.ProposalSentence, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Summary.Asked, a => a.StartsWith("Décider de la suite", StringComparison.Ordinal));
        Assert.Equal(["arret"], evaluation.Criteria[^1].Evidence.Select(e => e.Code));
    }

    private static AnnualEvaluation Evaluated(string life) =>
        AnnualEvaluation.Of(GivenDossier.Of(GivenRecord.Community, Living(life), costs: GivenDossier.Actual(2025, 100)));

    private static Mutualisation Living(string life)
    {
        LifecycleStepDocument[] steps =
        [
            .. life.Split(", ").Select(step => step.Split(' '))
                .Select(step => new LifecycleStepDocument { Status = step[0], On = step[1], Reason = Reason }),
        ];
        var end = steps[^1].Status is "terminated" ? steps[^1].On : null;
        var isIdea = steps[0].Status == "exploration";
        return GivenRecord.Valid(GivenRecord.Complete with
        {
            Lifecycle = steps,
            Memberships = isIdea && steps.All(s => s.Status != "active")
                ? []
                : [.. GivenRecord.Complete.Memberships!.Select(m => m with { To = end })],
        });
    }
}
