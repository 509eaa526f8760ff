using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Kinds;
using Evaluation.Functions.Operate.Notices;

namespace Evaluation.Functions.Consult;

/// <summary>Words of who receives which report.</summary>
internal static class SubscriptionWords
{
    private const string Nowhere = "sans adresse";

    /// <summary>Whose reports they are: a service, all of them, the community.</summary>
    public static string ServiceOf(SubscriptionStanding standing) => Typography.Fix(
        standing.Service?.Label
        ?? standing.Subscription.Mutualisation
        ?? standing.Subscription.Kind switch
        {
            ReportKind.BudgetDebate => "toute la communauté",
            ReportKind.MemberStatement => "toutes ses mutualisations",
            ReportKind.Annual or ReportKind.Monthly or ReportKind.Quarterly or ReportKind.MultiYear or ReportKind.AnnualStatement => "toutes les mutualisations",
        });

    /// <summary>« Évaluation annuelle, toutes les mutualisations, Direction, direction@exemple.fr, lien ».</summary>
    public static string Whole(SubscriptionStanding standing, Community community) =>
        $"{standing.Subscription.Kind.Label()}, {ServiceOf(standing)}, {RecipientOf(standing, community)}, {standing.Subscription.Form.Label()}";

    /// <summary>« Direction, direction@exemple.fr ».</summary>
    public static string RecipientOf(SubscriptionStanding standing, Community community)
    {
        var (subscription, mailbox) = (standing.Subscription, standing.Mailbox ?? Nowhere);
        return Typography.Fix(subscription.To switch
        {
            NoticeRecipient.Director => $"Direction, {mailbox}",
            NoticeRecipient.Service => subscription.Mutualisation is null ? "Contact de chaque service" : $"Contact du service, {mailbox}",
            NoticeRecipient.Member => subscription.Member is { } member ? $"{community.Member(member).Name}, {mailbox}" : mailbox,
            NoticeRecipient.Mailbox => mailbox,
        });
    }
}
