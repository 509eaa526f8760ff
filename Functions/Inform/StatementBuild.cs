using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Periods;
using Evaluation.Functions.Http;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Inform;

/// <summary>
/// Publishes what each member of a community is told of a year: what was transmitted, never a draft. The services are read
/// once, then members are written one after the other, each told if it is subscribed; nothing of a member is held once its
/// statement is written.
/// </summary>
internal sealed class StatementBuild(
    Addressed addressed, ReportTerms terms, MemberYears years, PaperFiles files, ReportPublication publication, SubscriptionNotices subscriptions, TimeProvider clock) : IStatementBuild
{
    public async Task<StatementsBuilt> PublishAsync(Siren siren, Period year, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren.ToString(), cancellationToken)).Value;
        if (await terms.WhyNotAsync(community, service: null, ReportKind.MemberStatement, year, cancellationToken) is { } refusal)
        {
            throw refusal;
        }

        var readAt = clock.GetUtcNow();
        var built = new StatementsBuilt(0, 0);
        foreach (var told in await years.TransmittedAsync(community, year.Year, cancellationToken))
        {
            var end = await PublishAsync(community, told, ReportKey.OfMember(siren, Siren.Parse(told.Member.Siren), year.ToString()), readAt, cancellationToken);
            built = end == BuildEnd.Published ? built with { Published = built.Published + 1 } : built with { Same = built.Same + 1 };
        }

        return built;
    }

    private async Task<BuildEnd> PublishAsync(
        Community community, MemberYear told, ReportKey key, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        WrittenPaper Written(int? version, DateOnly on) => new(MemberStatementPaper.Of(new MemberStatementFacts(community, told, on) { Version = version }));

        // Told apart as if all were made on one day: the day and the version alone make no new one.
        var (version, end) = await publication.PublishAsync(
            key,
            PaperBuild.FingerprintOf(Written(null, DateOnly.MinValue)),
            readAt,
            _ => Task.FromResult(false),
            (made, _) => files.RenderAsync(Written(made.Version, made.GeneratedOn), cancellationToken),
            cancellationToken);
        await subscriptions.TellAsync(community, version, cancellationToken);
        return end;
    }
}
