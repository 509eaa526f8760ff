using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Calendar;

public sealed class DueNoticeTests
{
    private static readonly DateOnly FirstReminder = new(2025, 4, 11);

    [Fact]
    public void A_reminder_counts_what_lacks_says_what_to_do_and_names_the_owner()
    {
        var community = GivenCommunity.Of("A", "B", "C", "D", "E", "F", "G");
        var notice = Assert.Single(NoticesOn(FirstReminder, GivenMutualisation.WithEveryone(community).Following("ADS-01", "ADS-02").Read(), Everything(community, but: 3)));

        Assert.Equal("Données en retard\u00A0: Instruction des autorisations d’urbanisme, mars 2025", notice.Subject);
        Assert.Contains("14\u00A0valeurs manquent sur 14\u202F; elles étaient attendues le 10\u00A0avril 2025.", notice.Text, StringComparison.Ordinal);
        Assert.Contains("Membres\u00A0: A (2), B (2), C (2), D (2) et 3\u00A0autres.", notice.Text, StringComparison.Ordinal);
        Assert.Contains("À faire par Responsable du service\u00A0: transmettez ce qui manque", notice.Text, StringComparison.Ordinal);
        Assert.Contains("ne plus en recevoir", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("deux rappels", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_value_is_told_in_the_singular()
    {
        var community = GivenCommunity.Of("A");
        var notice = Assert.Single(NoticesOn(
            FirstReminder, GivenMutualisation.WithEveryone(community).Following("ADS-01").Read(), Everything(community, but: 3)));

        Assert.Contains("1\u00A0valeur manque sur 1\u202F; elle était attendue le 10\u00A0avril 2025.", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_escalation_says_that_the_service_was_told_twice()
    {
        var community = GivenCommunity.Of("A");
        var notice = Assert.Single(NoticesOn(
            new DateOnly(2025, 4, 25), GivenMutualisation.WithEveryone(community).Following("ADS-01").Read(), Everything(community, but: 3)));

        Assert.Equal((NoticeRecipient.Director, "values~2025-03~j15"), (notice.Recipient, notice.Occurrence));
        Assert.StartsWith("Données en retard depuis 15\u00A0jours", notice.Subject, StringComparison.Ordinal);
        Assert.Contains("deux rappels sans effet", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_several_lines_never_breaks_the_line_of_a_subject()
    {
        var deadline = new Deadline(CalendarKind.Values, "2025-03", new DateOnly(2025, 4, 10), "mars\r\n2025", "Agissez.");

        var subject = Assert.Single(deadline.NoticesOn(FirstReminder, "Service\nBcc: x@exemple.fr")).Subject;

        Assert.DoesNotContain(subject, char.IsControl);
    }

    [Fact]
    public void Values_that_arrived_meanwhile_are_not_asked_for_and_later_ones_are()
    {
        var community = GivenCommunity.Of("A");
        var mutualisation = GivenMutualisation.WithEveryone(community).Following("ADS-01").Read();
        var values = Everything(community, but: 3).Add("ADS-01", "A", "2025-03", 1, receivedOn: new DateOnly(2025, 4, 20));

        Assert.Empty(NoticesOn(FirstReminder, mutualisation, values, knownOn: new DateOnly(2025, 4, 20)));
        Assert.Single(NoticesOn(FirstReminder, mutualisation, values, knownOn: FirstReminder));
    }

    [Fact]
    public void Over_any_stretch_of_days_each_notice_falls_due_once_and_on_its_own_day()
    {
        var community = GivenCommunity.Of("A");
        var mutualisation = GivenMutualisation.WithEveryone(community).Following("ADS-01").Read();
        var values = Everything(community, but: 3);
        Prop.ForAll(Gen.Choose(0, 360).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (start, length) =>
        {
            var notices = Enumerable.Range(start, length).Select(new DateOnly(2025, 1, 1).AddDays).Where(day => day.Year == 2025)
                .SelectMany(day => NoticesOn(day, mutualisation, values).Concat(CommunityDeadlines.NoticesOn(community, day))
                    .Select(n => (Day: day, Notice: n)))
                .ToList();
            return notices.All(n => n.Day == n.Notice.On)
                && notices.DistinctBy(n => n.Notice.Occurrence).Count() == notices.Count
                && notices.All(n => n.Notice.Text.Length > 80 && !n.Notice.Text.Contains('\'', StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    private static GivenValues Everything(Community community, int but)
    {
        var values = new GivenValues(community);
        foreach (var period in new[] { 2024, 2025 }.SelectMany(y => Period.InYear(y, Periodicity.Monthly)).Where(p => (p.Year, p.Index) != (2025, but)))
        {
            foreach (var member in community.Members)
            {
                values.Add("ADS-01", member.Name, period.ToString(), 1).Add("ADS-02", member.Name, period.ToString(), 1);
            }
        }

        return values;
    }

    private static IReadOnlyList<DueNotice> NoticesOn(DateOnly day, Mutualisation mutualisation, GivenValues values, DateOnly? knownOn = null)
    {
        var community = GivenCommunity.Of([.. mutualisation.Memberships.Select((_, i) => ((char)('A' + i)).ToString())]);
        var dossier = new Dossier(community, mutualisation, Catalogue.Standard, day.Year, knownOn ?? day, values.Book, []);
        return ServiceCalendar.Of(dossier, null, day, []).Notices();
    }
}
