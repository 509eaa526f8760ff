using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>
/// Puts the notices of days of one community into the outbox, each once. What is known of the services is loaded once
/// for all days of a year.
/// </summary>
internal sealed class NoticeMaking(
    Community community,
    DateOnly today,
    Registry registry,
    ServiceCalendars calendars,
    NoticeStore store,
    TimeProvider clock)
{
    private readonly Dictionary<int, IReadOnlyList<CalendarFacts>> _years = [];

    /// <summary>Makes the notices of a day; how many were not there already.</summary>
    public async Task<int> MakeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var made = 0;
        foreach (var due in CommunityDeadlines.NoticesOn(community, day))
        {
            made += await AddAsync(null, due, cancellationToken) ? 1 : 0;
        }

        foreach (var facts in await ServicesAsync(day.Year, cancellationToken))
        {
            var mutualisation = facts.Dossier.Mutualisation;
            foreach (var due in facts.On(day).Notices())
            {
                made += await AddAsync(mutualisation, due, cancellationToken) ? 1 : 0;
            }
        }

        return made;
    }

    private Task<bool> AddAsync(Mutualisation? mutualisation, DueNotice due, CancellationToken cancellationToken)
    {
        var mailbox = due.Recipient == NoticeRecipient.Director
            ? community.DirectorMailbox
            : mutualisation?.Governance.ContactMailbox;
        return store.AddAsync(
            new Notice(community.Siren, mutualisation?.Id, due, mailbox, clock.GetUtcNow()), cancellationToken);
    }

    private async Task<IReadOnlyList<CalendarFacts>> ServicesAsync(int year, CancellationToken cancellationToken)
    {
        if (_years.TryGetValue(year, out var known))
        {
            return known;
        }

        var services = new List<CalendarFacts>();
        foreach (var mutualisation in await registry.ListMutualisationsAsync(community, cancellationToken))
        {
            services.Add(await calendars.LoadAsync(community, mutualisation.Value, year, today, cancellationToken));
        }

        return _years[year] = services;
    }
}
