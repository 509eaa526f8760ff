using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;

namespace Evaluation.Core.Tests.Calendar;

public sealed class ReportNoticeTests
{
    private static readonly DateOnly On = new(2026, 4, 20);

    private static readonly ToldReport Report = new(
        ReportKind.Annual, "2025", "Évaluation annuelle 2025", "Instruction\ndes autorisations", 2, ["Les délais sont tenus : 95 %.", "Il est proposé de continuer."]);

    [Theory]
    [InlineData("subscription~monthly~2025-03~v12~docx", ReportKind.Monthly, "2025-03", 12, SubscriptionForm.Docx)]
    [InlineData("subscription~budgetDebate~2025~v1~link", ReportKind.BudgetDebate, "2025", 1, SubscriptionForm.Link)]
    public void An_occurrence_says_which_version_and_which_form(string written, ReportKind kind, string period, int version, SubscriptionForm form)
    {
        var told = SubscribedVersion.Parse(written);

        Assert.Equal(new SubscribedVersion(kind, period, version, form), told);
        Assert.Equal(written, told.Occurrence);
    }

    [Theory]
    [InlineData("report~annual~2025~v1")]
    [InlineData("subscription~annual~2025~1~docx")]
    [InlineData("subscription~annual~2025~v1~pdf")]
    [InlineData("subscription~weekly~2025~v1~docx")]
    [InlineData("subscription~annual~2025~v-1~docx")]
    public void Another_occurrence_says_none(string written) => Assert.Throws<FormatException>(() => SubscribedVersion.Parse(written));

    [Fact]
    public void A_subscriber_reads_the_title_the_summary_and_that_an_evaluation_is_not_validated_yet()
    {
        var due = ReportNotices.Of(Report, new Subscription(ReportKind.Annual, null, NoticeRecipient.Director, SubscriptionForm.Docx), On);

        Assert.Equal("Évaluation annuelle 2025\u00A0: Instruction des autorisations", due.Subject);
        Assert.Equal(
            """
            Bonjour,

            Évaluation annuelle 2025, version 2 : Instruction des autorisations.

            Les délais sont tenus : 95 %.

            Il est proposé de continuer.

            À sa publication, cette version n’est ni validée ni transmise aux communes.

            Ce message est automatique : cette adresse est abonnée à ces rapports. Pour ne plus le recevoir, demandez à la direction de retirer l’abonnement.
            """,
            due.Text.Replace('\u00A0', ' '));
        Assert.Equal((CalendarKind.Report, On, NoticeRecipient.Director), (due.Kind, due.On, due.Recipient));
    }

    [Fact]
    public void A_member_is_not_told_that_what_was_transmitted_to_it_is_not()
    {
        var member = Siren.Parse("213801855");
        var due = ReportNotices.Of(
            Report, new Subscription(ReportKind.Annual, null, NoticeRecipient.Member, SubscriptionForm.Link) { Member = member }, On);

        Assert.DoesNotContain("validée", due.Text, StringComparison.Ordinal);
        Assert.Equal(member, due.Member);
    }

    [Fact]
    public void The_direction_is_told_who_did_not_get_what_and_why()
    {
        var lost = ReportNotices.Of(Report, new Subscription(ReportKind.Annual, null, NoticeRecipient.Service, SubscriptionForm.Link), On);

        var told = ReportNotices.Undelivered("2912-ab", lost, null, null, "Ce service n’a pas d’adresse de contact.", On);

        Assert.Equal("undelivered~2912-ab", told.Occurrence);
        Assert.Equal((CalendarKind.ReportUndelivered, NoticeRecipient.Director), (told.Kind, told.Recipient));
        Assert.StartsWith("Rapport non remis\u00A0: Évaluation annuelle 2025", told.Subject, StringComparison.Ordinal);
        Assert.Contains("Destinataire\u00A0: service, sans adresse.\n\nCe service n’a pas d’adresse de contact.", told.Text, StringComparison.Ordinal);
    }
}
