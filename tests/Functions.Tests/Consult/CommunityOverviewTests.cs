using Evaluation.Core.Indicators;
using Evaluation.Core.Reports;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Tests.Demonstration;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>What a director sees first of a community.</summary>
public sealed class CommunityOverviewTests
{
    private static readonly ReportEdition Edition = new(1, "empreinte", new DateOnly(2026, 6, 16));

    private static readonly DateOnly Today = new(2026, 6, 16);

    private static readonly List<ServiceYear> Services =
    [
        .. DemonstrationDossiers.Evaluations
            .Where(e => e.Dossier.Community.Siren.ToString() == "246300701" && e.Dossier.Year == 2025)
            .Select(e => new ServiceYear(e.Dossier.Mutualisation, e, AnnualReport.Of(e, Edition), [], [])),
    ];

    [Theory]
    [InlineData("zzz", 0)]
    [InlineData("voirie", 1)]
    public void A_search_narrows_the_list_and_hides_neither_alert_nor_date(string search, int found)
    {
        var (all, searched) = (Of(null, Today), Of(search, Today));

        Assert.NotEmpty(all.Alerts);
        Assert.Equal(all.Alerts, searched.Alerts);
        Assert.Equal(all.Dates, searched.Dates);
        Assert.Equal(all.Count, searched.Count);
        Assert.Equal(found, searched.Rows.Count);
    }

    [Theory]
    [InlineData("2026-12-31", "la convention s’achève le 31\u00A0décembre 2026, aujourd’hui")]
    [InlineData("2027-01-01", "la convention a pris fin le 31\u00A0décembre 2026, il y a 1\u00A0jour")]
    [InlineData("2027-11-30", "la convention a pris fin le 31\u00A0décembre 2026, il y a 334\u00A0jours")]
    public void An_alert_outlives_its_date(string today, string sentence)
    {
        var alerts = Of(null, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Alerts;

        Assert.Contains(alerts, a => a.Subject == "Échéance de convention"
            && a.Sentence.StartsWith("Entretien de la voirie", StringComparison.Ordinal)
            && a.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-06-16", "2026-06-30", "Entretien de la voirie : préavis de la ")]
    [InlineData("2026-12-01", "2026-12-10", "Systèmes d’information, Entretien de la")]
    public void The_dates_to_come_are_the_first_of_the_calendar_whatever_their_kind(string today, string on, string what)
    {
        var dates = Of(null, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Dates;

        Assert.Contains(dates, d => d.On == DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)
            && d.What.StartsWith(what, StringComparison.Ordinal));
        Assert.Equal(dates.OrderBy(d => d.On), dates);
        Assert.Equal(6, dates.Count);
    }

    [Fact]
    public void Every_missed_target_of_the_list_is_an_alert()
    {
        var overview = Of(null, Today);
        var missed = Services.SelectMany(s => s.Report.Quality.Lines.Concat(s.Report.Activity.Lines).Concat(s.Report.Costs.Lines))
            .Count(l => l.State == TargetStatus.Missed);

        Assert.Equal(missed, overview.Alerts.Count(a => a.Subject == "Cible manquée"));
        Assert.Equal(missed > 0, overview.Rows.Any(r => r.State == TargetStatus.Missed));
    }

    [Fact]
    public void Every_target_of_the_list_is_counted_whether_it_may_be_judged_or_not()
    {
        foreach (var evaluation in DemonstrationDossiers.Evaluations.Where(e => e.WhyNotEvaluated is null))
        {
            var service = new ServiceYear(evaluation.Dossier.Mutualisation, evaluation, AnnualReport.Of(evaluation, Edition), [], []);
            var row = Assert.Single(CommunityOverview.Of(evaluation.Dossier.Community, [service], null, Today).Rows);
            var aimed = service.Report.Quality.Lines.Concat(service.Report.Activity.Lines).Concat(service.Report.Costs.Lines).Count(l => l.Target is not null);

            Assert.Equal(aimed == 0, row.Targets == "sans cible");
            Assert.Equal(aimed, Counts(row.Targets));
        }
    }

    [Fact]
    public void A_year_without_a_value_says_that_its_targets_have_no_verdict()
    {
        var evaluation = Services.Select(s => s.Evaluation).First(e => e.Indicators.Any(i => i.Followed.Target is not null));
        var empty = Core.Assessments.AnnualEvaluation.Of(evaluation.Dossier with { Values = new Core.Indicators.ValueBook([]) });
        var service = new ServiceYear(empty.Dossier.Mutualisation, empty, AnnualReport.Of(empty, Edition), [], []);

        var row = Assert.Single(CommunityOverview.Of(empty.Dossier.Community, [service], null, Today).Rows);

        Assert.Contains("sans verdict", row.Targets, StringComparison.Ordinal);
    }

    // « 2 sur 3, 1 cible sans verdict » is four targets.
    private static int Counts(string targets)
    {
        var (judged, open) = (
            System.Text.RegularExpressions.Regex.Match(targets, "sur\u00A0(\\d+)"), System.Text.RegularExpressions.Regex.Match(targets, "(\\d+)\\s*cibles? sans"));
        return (judged.Success ? Number(judged) : 0) + (open.Success ? Number(open) : 0);

        static int Number(System.Text.RegularExpressions.Match match) =>
            int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static CommunityOverview Of(string? search, DateOnly today) => CommunityOverview.Of(
        Services[0].Evaluation.Dossier.Community, Services, search, today);
}
