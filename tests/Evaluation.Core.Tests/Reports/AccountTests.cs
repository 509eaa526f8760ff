using Evaluation.Core.Assessments;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Confirmations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What each member is told of its own part, and of what it said of its units.</summary>
public sealed class AccountTests
{
    private static readonly GivenValues Values = Whole();

    private static readonly GivenValues Holed =
        GivenUnits.Values.AddYear("ADS-03", "A", 2025, 20).Add("ADS-03", "B", "2025-04", 10).Add("ADS-03", "B", "2025-05", 0);

    private static readonly CostYear Costs = new(
        2025,
        [
            new CostLine(CostCategory.Personnel, CostStage.Actual, 1000.01m), new CostLine(CostCategory.Fournitures, CostStage.Actual, 333.33m),
            new CostLine(CostCategory.ContratsServices, CostStage.Actual, 70m) { DirectMember = GivenUnits.Community.Named("B").Siren },
        ]);

    [Fact]
    public void An_account_says_what_the_tables_of_the_report_say_and_its_natures_add_up_to_its_amount()
    {
        var report = Report();

        Assert.Equal(report.Split.Rows.Select(r => (r.Member, r.Amount, r.Previous, r.Share)), report.Accounts.Members.Select(m => (m.Member, m.Amount, m.Previous, m.Share)));
        Assert.Equal(report.Split.Total!.Amount.Value, report.Accounts.Members.Sum(m => m.Amount.Value));
        Assert.All(report.Accounts.Members, m => Assert.Equal(m.Amount.Value, m.Natures.Sum(n => n.Amount)));
        var b = report.Accounts.Members[1];
        Assert.Equal(["Personnel", "Fournitures", "Contrats de services (pour ce membre seul)"], b.Natures.Select(n => n.Label));
        Assert.Equal((103.5m, 343.5m, 100m), (b.Units[0].Units.Value, b.Units[0].Total.Value, b.Units[0].Weight));
        Assert.True(b.IsPartial);
        Assert.Contains("103,5 sur 343,5", Assert.Single(b.Explanation), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_member_has_not_sent_is_told_by_indicator_and_missing_is_not_zero()
    {
        var told = AnnualReport.Of(
            AnnualEvaluation.Of(GivenDossier.Of(GivenUnits.Community, GivenUnits.Service, Holed, Costs)), new ReportEdition(1, "", GivenDossier.SpringAfter)).Accounts;
        var (a, b) = (told.Members[0], told.Members[1]);

        Assert.Equal((12, 0, 9), (a.Expected, a.Missing.Count, b.Expected));
        var missing = Assert.Single(b.Missing);
        Assert.Equal(("ADS-03", 7, "2025-06"), (missing.Code, missing.Periods.Count, missing.Periods[0]));
        Assert.StartsWith("juin, juillet", missing.InWords, StringComparison.Ordinal);
        Assert.Equal((null, null), (a.Calls, a.Alone));
    }

    [Fact]
    public void Without_a_cost_an_account_has_no_amount_and_says_why()
    {
        var told = AnnualReport.Of(
            AnnualEvaluation.Of(GivenDossier.Of(GivenUnits.Community, GivenUnits.Service, Values)), new ReportEdition(1, "", GivenDossier.SpringAfter)).Accounts;

        Assert.NotNull(told.Obstacle);
        Assert.All(told.Members, m => Assert.Equal((Figure.NotTransmitted, 0), (m.Amount, m.Natures.Count)));
    }

    [Fact]
    public void A_service_that_shares_no_cost_has_no_amount_that_could_be_missing()
    {
        var service = GivenMutualisation.WithEveryone(GivenUnits.Community).Read();
        var told = AnnualReport.Of(
            AnnualEvaluation.Of(GivenDossier.Of(GivenUnits.Community, service, Values, Costs)), new ReportEdition(1, "", GivenDossier.SpringAfter)).Accounts;

        Assert.All(told.Members, m => Assert.Equal(
            (Figure.NotApplicable, Figure.NotApplicable, Figure.NotApplicable, Figure.NotApplicable), (m.Share, m.Amount, m.Previous, m.Change)));
    }

    [Fact]
    public void A_price_agreed_upon_is_told_by_no_nature()
    {
        var service = GivenMutualisation.WithEveryone(GivenUnits.Community)
            .SharedAs(new AllocationDocument { Method = "lumpSum", LumpSum = 500 }).Read();
        var told = AnnualReport.Of(
            AnnualEvaluation.Of(GivenDossier.Of(GivenUnits.Community, service, Values, Costs)), new ReportEdition(1, "", GivenDossier.SpringAfter)).Accounts;

        Assert.All(told.Members, m => Assert.Empty(m.Natures));
    }

    [Fact]
    public void The_statement_of_the_report_says_what_is_confirmed_and_contested_and_never_why()
    {
        var (a, b) = (GivenUnits.Of(Values, "A", GivenUnits.Quarter(1)), GivenUnits.Of(Values, "B", GivenUnits.Quarter(2)));
        var statement = Report(GivenUnits.Answer(a, rating: 5), GivenUnits.Answer(b, UnitsVerdict.Contested)).Split.Statement!;

        Assert.Equal(
            ["2025-Q1 confirmed 2026-01-20", "2025-Q2 toConfirm ", "2025-Q3 toConfirm ", "2025-Q4 toConfirm ", "2025-Q2 contested 2026-01-20",
                "2025-Q3 toConfirm ", "2025-Q4 toConfirm "],
            statement.Rows.SelectMany(r => r.Answers!).Select(a => $"{a.Period} {a.State} {a.On:yyyy-MM-dd}"));
        Assert.Equal(
            [
                "Unités d’un membre dans une période terminée : 7, dont 1 est confirmée par le membre, 1 est contestée.",
                "Contestées : B (2e trimestre). Les montants reposent sur les valeurs transmises, contestées ou non.",
                "1 membre a noté le service ; aucune moyenne n’est donnée en dessous de 5 notes.",
            ],
            statement.Answered!.Select(s => s.Replace('\u00A0', ' ').Replace('\u202F', ' ')));
        Assert.Null(Report().Split.Statement!.Answered);
    }

    private static GivenValues Whole()
    {
        var values = GivenUnits.Values.AddYear("ADS-03", "A", 2025, 20);
        foreach (var month in Enumerable.Range(4, 9))
        {
            values.Add("ADS-03", "B", FormattableString.Invariant($"2025-{month:D2}"), 11.5m);
        }

        return values;
    }

    private static AnnualReport Report(params UnitsAnswer[] answers) => AnnualReport.Of(
        AnnualEvaluation.Of(GivenDossier.Of(GivenUnits.Community, GivenUnits.Service, Values, Costs) with { Answers = answers }),
        new ReportEdition(1, "", GivenDossier.SpringAfter));
}
