using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Communities;

public sealed class SubscriptionTests
{
    private static readonly SubscriptionDocument Right = new() { Kind = "monthly", To = "director" };

    public static TheoryData<SubscriptionDocument?, string> Wrong => new()
    {
        { null, "document.unknownChoice /subscriptions/0/kind, document.unknownChoice /subscriptions/0/to" },
        { Right with { Kind = "Monthly" }, "document.unknownChoice /subscriptions/0/kind" },
        { Right with { To = "person" }, "document.unknownChoice /subscriptions/0/to" },
        { Right with { As = "pdf" }, "document.unknownChoice /subscriptions/0/as" },
        { Right with { To = "mailbox" }, "subscription.recipient /subscriptions/0/to" },
        { Right with { Mailbox = "comite@exemple.fr" }, "subscription.recipient /subscriptions/0/to" },
        { Right with { Member = "38001" }, "subscription.recipient /subscriptions/0/to" },
        { Right with { To = "mailbox", Mailbox = "comité" }, "contact.mailbox /subscriptions/0/mailbox" },
        { Right with { Kind = "annual", To = "member" }, "subscription.recipient /subscriptions/0/to" },
        { Right with { Kind = "annual", To = "member", Member = "38999" }, "member.unknown /subscriptions/0/member" },
        { Right with { Kind = "annual", To = "member", Member = GivenCommunity.Siren }, "subscription.community /subscriptions/0/member" },
        { Right with { To = "member", Member = "38001" }, "subscription.memberKind /subscriptions/0/kind" },
        { Right with { Kind = "annualStatement", To = "member", Member = "38001" }, "subscription.memberKind /subscriptions/0/kind" },
        { Right with { Kind = "budgetDebate", Mutualisation = "ads" }, "subscription.ofCommunity /subscriptions/0/mutualisation" },
        { Right with { Kind = "memberStatement", To = "director" }, "subscription.statement /subscriptions/0/kind" },
        { Right with { Kind = "memberStatement", To = "mailbox", Mailbox = "comite@exemple.fr" }, "subscription.statement /subscriptions/0/kind" },
        { Right with { Kind = "memberStatement", To = "member", Member = "38001", Mutualisation = "ads" }, "subscription.ofCommunity /subscriptions/0/mutualisation" },
        { Right with { Kind = "memberStatement", To = "member", Member = GivenCommunity.Siren }, "subscription.community /subscriptions/0/member" },
        { Right with { Kind = "budgetDebate", To = "service" }, "subscription.ofCommunity /subscriptions/0/to" },
        { Right with { To = "mailbox", Mailbox = "Mairie@exemple.fr" }, "subscription.memberMailbox /subscriptions/0/mailbox" },
        { Right with { Mutualisation = new string('a', 41) }, "document.tooLong /subscriptions/0/mutualisation" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_names_no_report_or_no_reader_of_it_is_refused_at_its_place(SubscriptionDocument? written, string expected) =>
        Assert.Equal(expected, Problems(written));

    [Fact]
    public void The_same_subscription_twice_is_refused_and_another_form_or_service_is_another_one()
    {
        Assert.Equal("", Problems(Right, Right with { As = "docx" }, Right with { Mutualisation = "ads" }, Right with { Kind = "quarterly" }));
        Assert.Equal("subscription.duplicate /subscriptions/1", Problems(Right, Right with { As = "link" }));
        Assert.Equal(
            "subscription.duplicate /subscriptions/1",
            Problems(
                Right with { To = "mailbox", Mailbox = "comite@exemple.fr" }, Right with { To = "mailbox", Mailbox = "Comite@exemple.fr" }));
        Assert.Equal(
            "subscription.duplicate /subscriptions/1",
            Problems(
                Right with { Kind = "annual", To = "member", Member = "38001" },
                Right with { Kind = "annual", To = "member", Member = GivenCommunity.SirenOf(1) }));
    }

    [Fact]
    public void A_thousand_subscriptions_are_read_and_one_more_is_refused()
    {
        SubscriptionDocument[] many = [.. Enumerable.Range(1, 1001).Select(n => Right with { Mutualisation = $"service-{n}" })];

        Assert.Equal("", Problems(many[..1000]));
        Assert.Equal("subscription.tooMany /subscriptions", Problems(many));
    }

    [Fact]
    public void A_member_is_subscribed_to_its_own_statement_and_to_evaluations_in_any_form()
    {
        var member = Right with { To = "member", Member = "38001" };
        Assert.Equal("", Problems([.. from kind in new[] { "memberStatement", "annual" } from form in new[] { "link", "docx", "xlsx" } select member with { Kind = kind, As = form }]));
    }

    [Fact]
    public void What_is_kept_of_a_subscription_reads_as_the_same_one_whatever_names_its_member()
    {
        var community = GivenCommunity.Read(Document(
            Right with { Mutualisation = "ads", As = "xlsx" },
            Right with { Kind = "memberStatement", To = "member", Member = "38001", As = "docx" },
            Right with { To = "mailbox", Mailbox = "comite@exemple.fr" }));

        var again = community.Subscriptions.Select(s => SubscriptionReader.Read(s.Written(), community).Value!);
        Assert.Equal(community.Subscriptions, again);
        Assert.Equal(community.Subscriptions.Select(s => s.Id), again.Select(s => s.Id));
        Assert.Equal(3, community.Subscriptions.Select(s => s.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(community.Subscriptions, s => Assert.Matches("^[0-9a-f]{24}$", s.Id));
    }

    [Fact]
    public void A_subscription_concerns_its_kind_in_its_service_or_in_all()
    {
        var community = GivenCommunity.Read(Document(Right with { Mutualisation = "ads" }, Right with { As = "xlsx" }, Right with { Kind = "budgetDebate" }));

        bool[] Concerned(ReportKind kind, string? service) => [.. community.Subscriptions.Select(s => s.Concerns(kind, service))];
        Assert.Equal([true, true, false], Concerned(ReportKind.Monthly, "ads"));
        Assert.Equal([false, true, false], Concerned(ReportKind.Monthly, "voirie"));
        Assert.Equal([false, false, true], Concerned(ReportKind.BudgetDebate, null));
        Assert.Equal([false, false, false], Concerned(ReportKind.Annual, "ads"));
    }

    [Fact]
    public void Each_recipient_has_its_own_address()
    {
        var community = GivenCommunity.Read(Document(
            Right,
            Right with { To = "service" },
            Right with { Kind = "annual", To = "member", Member = "38001" },
            Right with { To = "mailbox", Mailbox = "comite@exemple.fr" }));

        Assert.Equal(
            ["direction@exemple.fr", "ads@exemple.fr", "mairie@exemple.fr", "comite@exemple.fr"],
            community.Subscriptions.Select(s => s.MailboxIn(community, "ads@exemple.fr")));
    }

    private static string Problems(params SubscriptionDocument?[] written) => string.Join(
        ", ", CommunityReader.Read(GivenCommunity.Siren, Document(written)).Problems.Select(p => $"{p.Code} {p.Pointer}"));

    // The community is a member of itself, as where it takes part in its own services.
    private static CommunityDocument Document(params SubscriptionDocument?[] written)
    {
        var given = GivenCommunity.Document("A", "B");
        return given with
        {
            DirectorMailbox = "direction@exemple.fr",
            Members =
            [
                given.Members![0] with { Mailbox = "mairie@exemple.fr" },
                given.Members[1],
                new MemberDocument { Siren = GivenCommunity.Siren, Name = "Métropole", Kind = "epci" },
            ],
            Subscriptions = written,
        };
    }
}
