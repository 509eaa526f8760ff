using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Inform;

/// <summary>Tells a member its own part of every service in a year.</summary>
internal sealed class MemberYears(Registry registry, ServiceAccounts accounts, TimeProvider clock)
{
    private const int AtOnce = 4;

    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>The year of a member, narrowed to the services that the caller sees.</summary>
    public async Task<MemberYear> OfAsync(
        Caller caller, Community community, Member member, int year, CancellationToken cancellationToken)
    {
        var towards = caller.Towards(member.Siren);
        var takesPart = (await registry.ListMutualisationsAsync(community, cancellationToken))
            .Select(m => m.Value)
            .Where(m => towards.May(Right.ReadMember, community.Siren, m))
            .Where(m => TakesPart(m, member, year))
            .OrderBy(m => m.Label, StringComparer.Ordinal);
        var services = new List<ServiceAccount>();
        foreach (var few in takesPart.Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(m => accounts.OfAsync(towards, community, m, member, year, cancellationToken))));
        }

        return Year(member, year, services);
    }

    /// <summary>
    /// The year of a member as its page shows it: what was transmitted comes first, also to who reads the service; beside it, what would be told
    /// of the same services with what is known now, null where no draft stands beside what was transmitted.
    /// </summary>
    public async Task<(MemberYear Told, MemberYear? Drafts)> ShownAsync(
        Caller caller, Community community, Member member, int year, CancellationToken cancellationToken)
    {
        var known = await OfAsync(caller, community, member, year, cancellationToken);
        var drafts = known.Services.Where(s => s.IsDraft).ToDictionary(s => s.Mutualisation, StringComparer.Ordinal);
        if (drafts.Count == 0)
        {
            return (known, null);
        }

        var transmitted = new Dictionary<string, ServiceAccount>(StringComparer.Ordinal);
        var services = await registry.ListMutualisationsAsync(community, cancellationToken);
        foreach (var few in services.Select(m => m.Value).Where(m => drafts.ContainsKey(m.Id)).Chunk(AtOnce))
        {
            foreach (var tell in await Task.WhenAll(few.Select(m => accounts.TransmittedToAllAsync(community, m, year, cancellationToken))))
            {
                var told = tell(member);
                if (told.Account is not null)
                {
                    transmitted[told.Mutualisation] = told;
                }
            }
        }

        return transmitted.Count == 0 ? (known, null) : (
            Year(member, year, [.. known.Services.Select(s => transmitted.GetValueOrDefault(s.Mutualisation) ?? s)]),
            Year(member, year, [.. known.Services.Where(s => transmitted.ContainsKey(s.Mutualisation))]));
    }

    /// <summary>The year of every member that is told something, by the services that the caller reads: each is evaluated once.</summary>
    public async Task<IReadOnlyList<MemberYear>> AllAsync(Caller caller, Community community, int year, CancellationToken cancellationToken)
    {
        return
        [
            .. await ToldAsync(
                community,
                year,
                m => caller.May(Right.Read, community.Siren, m),
                m => accounts.ToAllAsync(community, m, year, cancellationToken),
                cancellationToken),
        ];
    }

    /// <summary>
    /// The year of every member that is told an amount, by what was transmitted of every service: as each member is told it
    /// itself. The services are read once; the year of a member is made when its turn comes.
    /// </summary>
    public async Task<IEnumerable<MemberYear>> TransmittedAsync(Community community, int year, CancellationToken cancellationToken) =>
        (await ToldAsync(
            community, year, _ => true, m => accounts.TransmittedToAllAsync(community, m, year, cancellationToken), cancellationToken))
        .Where(told => told.Services.Any(s => s.Account is not null));

    private async Task<IEnumerable<MemberYear>> ToldAsync(
        Community community,
        int year,
        Func<Mutualisation, bool> isTold,
        Func<Mutualisation, Task<Func<Member, ServiceAccount>>> tell,
        CancellationToken cancellationToken)
    {
        var read = (await registry.ListMutualisationsAsync(community, cancellationToken))
            .Select(m => m.Value)
            .Where(isTold)
            .OrderBy(m => m.Label, StringComparer.Ordinal);
        var services = new List<(Mutualisation Service, Func<Member, ServiceAccount> Tell)>();
        foreach (var few in read.Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(async m => (m, await tell(m)))));
        }

        return community.Members
            .Select(member => Year(member, year, [.. services.Where(s => TakesPart(s.Service, member, year)).Select(s => s.Tell(member))]))
            .Where(told => told.Services.Count > 0);
    }

    private static bool TakesPart(Mutualisation mutualisation, Member member, int year) =>
        mutualisation.DaysIn(member.Siren, Period.OfYear(year)) > 0 || mutualisation.DaysIn(member.Siren, Period.OfYear(year - 1)) > 0;

    private static MemberYear Year(Member member, int year, IReadOnlyList<ServiceAccount> services) => new(
        new ReportMember(member.Siren.ToString(), member.InseeCode, Typography.Apostrophes(member.Name)),
        year,
        services,
        AccountTotals.Of(services),
        [.. services.SelectMany(AskedWords.Of)]);
}
