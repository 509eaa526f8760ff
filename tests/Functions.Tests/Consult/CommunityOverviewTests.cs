using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Calendar;
using Evaluation.Core.Closing;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
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
    [InlineData("VOÏRIE", 1)]
    [InlineData("systemes d'information", 1)]
    [InlineData("Systèmes d’information", 1)]
    [InlineData("dsi", 1)]
    public void A_search_ignores_case_and_accents_finds_codes_and_hides_neither_act_alert_nor_date(string search, int found)
    {
        var (all, searched) = (Of(new OverviewAsked(), Today), Of(search, Today));

        Assert.NotEmpty(all.Alerts);
        Assert.NotEmpty(all.Waiting);
        Assert.Equal(all.Waiting, searched.Waiting);
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
        var alerts = Of(new OverviewAsked(), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Alerts;

        Assert.Contains(alerts, a => a.Subject == "Échéance de convention"
            && a.Sentence.StartsWith("Entretien de la voirie", StringComparison.Ordinal)
            && a.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-06-16", "2026-06-30", "Entretien de la voirie : préavis de la ")]
    [InlineData("2026-12-01", "2026-12-10", "Systèmes d’information, Entretien de la")]
    public void The_dates_to_come_are_the_first_of_the_calendar_whatever_their_kind(string today, string on, string what)
    {
        var dates = Of(new OverviewAsked(), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Dates;

        Assert.Contains(dates, d => d.On == DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)
            && d.What.StartsWith(what, StringComparison.Ordinal));
        Assert.Equal(dates.OrderBy(d => d.On), dates);
        Assert.Equal(6, dates.Count);
    }

    [Fact]
    public void A_filter_keeps_those_it_names_and_every_service_is_under_one_word_of_each()
    {
        var all = Of(new OverviewAsked(), Today).Rows;

        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            Assert.Equal(
                all.Where(r => r.Verdict.Verdict == verdict).Select(r => r.Id), Of(new OverviewAsked(Verdict: verdict), Today).Rows.Select(r => r.Id));
        }

        Assert.Equal(all.Count, Of(new OverviewAsked(), Today).Forms.Sum(form => Of(new OverviewAsked(Form: form), Today).Rows.Count));
        Assert.True(all.Select(r => r.Form).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData(OverviewOrder.Name)]
    [InlineData(OverviewOrder.Verdict)]
    [InlineData(OverviewOrder.Cost)]
    [InlineData(OverviewOrder.Change)]
    [InlineData(OverviewOrder.Completeness)]
    public void Any_order_lists_the_same_services_and_what_is_not_known_last(OverviewOrder order)
    {
        var rows = Of(new OverviewAsked(Order: order), Today).Rows;

        Assert.Equal(Of(new OverviewAsked(), Today).Rows.Select(r => r.Id).Order(StringComparer.Ordinal), rows.Select(r => r.Id).Order(StringComparer.Ordinal));
        var known = rows.Select(r => order switch
        {
            OverviewOrder.Name => 0,
            OverviewOrder.Verdict => ServiceVerdict.Rank(r.Verdict.Verdict),
            OverviewOrder.Cost => -r.Full,
            OverviewOrder.Change => -r.Change,
            OverviewOrder.Completeness => r.Received,
        }).ToList();
        Assert.Equal(known.OrderBy(k => k ?? decimal.MaxValue), known);
    }

    [Fact]
    public void The_total_is_the_sum_of_the_costs_that_are_known_and_counts_the_others()
    {
        var overview = Of(new OverviewAsked(), Today);
        var services = Services.Select(s => s.Report.Costs.Full).ToList();

        Assert.Equal(services.Sum(), overview.Full);
        Assert.Equal(services.Count(full => full is null), overview.WithoutCost);
        Assert.Null(Of("zzz", Today).Full);
    }

    [Fact]
    public void The_verdict_on_a_service_is_the_least_good_of_those_on_its_criteria_and_names_them()
    {
        foreach (var (service, row) in Services.Join(Of(new OverviewAsked(), Today).Rows, s => s.Mutualisation.Id, r => r.Id, (s, r) => (s, r)))
        {
            var judged = service.Report.Criteria.Rows.Where(c => c.Verdict != Verdict.NonEvaluable).ToList();
            Assert.All(judged, c => Assert.True(ServiceVerdict.Rank(row.Verdict.Verdict) <= ServiceVerdict.Rank(c.Verdict)));
            Assert.Equal(judged.Count == 0, row.Verdict.Verdict == Verdict.NonEvaluable);
            foreach (var worst in judged.Where(c => c.Verdict == row.Verdict.Verdict && c.Verdict != Verdict.Favorable))
            {
                Assert.Contains(worst.Name, row.Verdict.Because, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public void Every_missed_target_of_the_list_is_an_alert()
    {
        var overview = Of(new OverviewAsked(), Today);
        var missed = Services.SelectMany(s => s.Report.Quality.Lines.Concat(s.Report.Activity.Lines).Concat(s.Report.Costs.Lines))
            .Count(l => l.State == TargetStatus.Missed);

        Assert.Equal(missed, overview.Alerts.Count(a => a.Subject == "Cible manquée"));
    }

    [Fact]
    public void Every_target_of_the_list_is_counted_whether_it_may_be_judged_or_not()
    {
        foreach (var evaluation in DemonstrationDossiers.Evaluations.Where(e => e.WhyNotEvaluated is null))
        {
            var service = new ServiceYear(evaluation.Dossier.Mutualisation, evaluation, AnnualReport.Of(evaluation, Edition), [], []);
            var row = OverviewRow.Of(service, TodayOf(service, Today));
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

        var row = OverviewRow.Of(service, TodayOf(service, Today));

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

    private static CommunityOverview Of(string? search, DateOnly today) => Of(new OverviewAsked(search), today);

    private static CommunityOverview Of(OverviewAsked asked, DateOnly today) => CommunityOverview.Of(
        Services[0].Evaluation.Dossier.Community,
        [.. Services.Select(s => new ServiceAtHome(s, TodayOf(s, today)))],
        service => WaitingActs.Of("246300701", service, mayDirect: true, maySettle: true, today),
        asked,
        today);

    // As the year after 2025 knows it: its costs, nothing decided, nothing published.
    private static ServiceToday TodayOf(ServiceYear service, DateOnly today)
    {
        var dossier = service.Evaluation.Dossier;
        var closed = new ClosedPeriods(
            "Riom Limagne et Volcans", null, new Dictionary<Period, PeriodApproval>(), new Dictionary<int, FiscalYearClosing>(), SettledYears.None, _ => false, today);
        return new ServiceToday(
            service.Mutualisation,
            ServiceCalendar.Of(dossier with { Year = today.Year, AsOf = today, Closed = closed }, null, today, []),
            closed,
            dossier.Costs,
            [],
            new Dictionary<int, Decision>());
    }
}
