using Evaluation.Core.Closing;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Dashboards;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Papers;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Dashboards;

/// <summary>What no dashboard may contradict, whatever the service, the period and the day.</summary>
public sealed class DashboardProperties
{
    [Fact]
    public void Totals_are_sums_and_what_came_and_did_not_come_is_what_was_expected() => HoldForEveryDashboard((_, paper) =>
        paper.Tables().Where(t => t.Name == "Valeurs reçues").All(t =>
            Enumerable.Range(1, 3).All(t.IsSum)
            && t.Rows.Append(t.Total!).All(r => r.Cells[1].Number == r.Cells[2].Number + r.Cells[3].Number && !(r.Cells[4].Number > r.Cells[2].Number)))
        && paper.Tables().Where(t => t.Name == "Retards").All(t => t.IsSum(3) && t.IsSum(4) && t.Rows.Count <= 7));

    [Fact]
    public void Every_change_is_found_again_from_the_two_figures_beside_it() => HoldForEveryDashboard((_, paper) =>
        Indicators(paper).All(row => row.Cells[4].Number is not { } change
            || change == (row.Cells[4].Format!.Value.Kind == PaperFormatKind.Signed
                ? row.Cells[3].Number!.Value - row.Cells[2].Number!.Value
                : decimal.Round(
                    (row.Cells[3].Number!.Value - row.Cells[2].Number!.Value) / Math.Abs(row.Cells[2].Number!.Value) * 100,
                    1,
                    MidpointRounding.AwayFromZero))));

    [Fact]
    public void No_partial_value_is_judged() => HoldForEveryDashboard((subject, paper) => Indicators(paper)
        .Where(row => row.Cells[6].Words!.EndsWith("atteinte", StringComparison.Ordinal) || row.Cells[6].Words!.EndsWith("proche", StringComparison.Ordinal))
        .All(row => IsWhole(subject, subject.Dossier.Catalogue[row.Cells[0].Note![..6]])));

    [Fact]
    public void What_is_partial_says_so_and_nothing_else_does() => HoldForEveryDashboard((subject, paper) => Indicators(paper)
        .Where(row => row.Cells[1].IsFigure)
        .All(row => IsWhole(subject, subject.Dossier.Catalogue[row.Cells[0].Note![..6]]) != row.Cells[0].Note!.Contains("partielle", StringComparison.Ordinal)));

    [Fact]
    public void Words_agree_with_what_they_count() => HoldForEveryDashboard((_, paper) =>
        SentenceRules.Disagreeing([.. PaperRules.Sentences(paper), .. Told(paper)]).Count == 0);

    [Fact]
    public void At_most_six_indicators_are_shown_each_once() => HoldForEveryDashboard((_, paper) =>
        Indicators(paper).Select(r => r.Cells[0].Note![..6]).ToList() is var codes
        && codes.Count <= 6 && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count);

    [Fact]
    public void What_comes_later_changes_nothing_of_the_day() => HoldForEveryDashboard((subject, paper) =>
        Told(DashboardPaper.Of(subject with
        {
            Dossier = subject.Dossier with
            {
                Values = new ValueBook(subject.Dossier.Values.All.Where(v => v.Origin!.FirstReceivedOn <= subject.Today)),
            },
        })).SequenceEqual(Told(paper), StringComparer.Ordinal));

    // Between the 13th and the 18th of a month no value falls due, no month ends and no period of 30 days closes.
    [Fact]
    public void Asked_on_two_days_between_which_nothing_happens_it_says_the_same() => HoldForEveryDashboard((subject, _) =>
    {
        var day = new DateOnly(subject.Period.End.Year, subject.Period.End.Month, 13);
        var known = new ValueBook(subject.Dossier.Values.All.Where(v => v.Origin!.FirstReceivedOn <= day));
        return PaperAsText.Of(On(day)) == PaperAsText.Of(On(day.AddDays(5)));

        Paper On(DateOnly today) => DashboardPaper.Of(subject with
        {
            Dossier = subject.Dossier with { Values = known, Closed = Closing(subject.Dossier.Community.Name, today) },
            Today = today,
            ToldOn = DateOnly.MinValue,
        });
    });

    [Fact]
    public void The_dashboards_drawn_hold_all_that_is_promised_of_them()
    {
        var rows = Enumerable.Range(1, 40).Select(Drawn).SelectMany(s => Indicators(DashboardPaper.Of(s))).ToList();

        Assert.Contains(rows, r => r.Cells[4].Number is not null);
        Assert.Contains(rows, r => r.Cells[4].Words == "non conclue");
        Assert.Contains(rows, r => r.Cells[0].Note!.Contains("partielle", StringComparison.Ordinal));
        Assert.All(["non atteinte", "proche", "non conclue", "n.d."], state => Assert.Contains(
            rows, r => r.Cells[6].Words!.EndsWith(state, StringComparison.Ordinal)));
    }

    private static void HoldForEveryDashboard(Func<DashboardSubject, Paper, bool> property) => Properties.Hold(
        Gen.Choose(1, 1_000_000),
        number =>
        {
            var subject = Drawn(number);
            return property(subject, DashboardPaper.Of(subject));
        },
        40);

    private static DashboardSubject Drawn(int number)
    {
        var dossier = new DrawnService(number).Evaluated().Evaluation.Dossier;
        var period = Period.Of(2025, number % 3 == 0 ? Periodicity.Quarterly : Periodicity.Monthly, (number % 4) + 1);
        var today = period.LastDay.AddDays((number % 5 * 9) - 2);
        return new DashboardSubject(dossier with { Closed = Closing(dossier.Community.Name, today) }, period, today);
    }

    private static ClosedPeriods Closing(string community, DateOnly today) =>
        new(community, 30, new Dictionary<Period, PeriodApproval>(), new Dictionary<int, FiscalYearClosing>(), SettledYears.None, _ => false, today);

    // Found again from the dossier: the period is over, and whoever takes part sent every value that the indicator is made of by the day.
    private static bool IsWhole(DashboardSubject subject, IndicatorDefinition definition)
    {
        var (dossier, mutualisation) = (subject.Dossier, subject.Dossier.Mutualisation);
        var known = dossier.Values.All.Where(v => v.Origin!.FirstReceivedOn <= subject.Today).Select(v => v.Key).ToHashSet();
        return subject.Period.LastDay < subject.Today && Catalogue.PartsOf(definition).Append(definition.Code).Select(code => dossier.Catalogue[code])
            .Where(part => !part.IsComputed && !part.IsDerived)
            .All(part => Period.InYear(subject.Period.Year, part.Periodicity).Where(p => subject.Period.Contains(p)).All(period =>
                part.Level == IndicatorLevel.Service
                    ? known.Contains(new ValueKey(part.Code, null, period))
                    : dossier.Community.Members.Where(m => mutualisation.IsActiveIn(m.Siren, period)).All(m => known.Contains(new ValueKey(part.Code, m.Siren, period)))));
    }

    private static IEnumerable<PaperRow> Indicators(Paper paper) => paper.Tables().Where(t => t.Name == "Indicateurs").SelectMany(t => t.Rows);

    private static IEnumerable<string> Told(Paper paper) => paper.Tables()
        .SelectMany(t => t.Rows.SelectMany(r => r.Cells.Select((c, i) => t.Text(c, i) + c.Note)))
        .Prepend(paper.Lead);
}
