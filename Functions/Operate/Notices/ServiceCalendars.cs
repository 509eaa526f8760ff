using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>Everything the calendar of a service is computed from, for the days of one year.</summary>
internal sealed record CalendarFacts(Dossier Dossier, FailingSource? Source, IReadOnlyList<Deadline> Actions)
{
    /// <summary>The calendar of a day of that year.</summary>
    public ServiceCalendar On(DateOnly day) => ServiceCalendar.Of(Dossier, Source, day, Actions);
}

/// <summary>Loads what calendars are computed from.</summary>
internal sealed class ServiceCalendars(DossierLoader dossiers, SourceStates sources, DecisionStore decisions)
{
    /// <summary>The facts of a service.</summary>
    /// <param name="community">Whose.</param>
    /// <param name="mutualisation">Which.</param>
    /// <param name="year">The year of the days that will be asked for.</param>
    /// <param name="asOf">Values that first came after this day do not count as received.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public async Task<CalendarFacts> LoadAsync(
        Community community, Mutualisation mutualisation, int year, DateOnly asOf, CancellationToken cancellationToken)
    {
        var loading = dossiers.LoadAsync(community, mutualisation, year, asOf, cancellationToken);
        var pulling = FailingAsync(community, mutualisation, cancellationToken);
        var deciding = decisions.ListAsync(community.Siren, mutualisation.Id, cancellationToken);
        await Task.WhenAll(loading, pulling, deciding);
        return new CalendarFacts(
            (await loading).Dossier,
            await pulling,
            [.. (await deciding).SelectMany(d => ActionDeadlines.Of(d.Year, d.Decision.Value))]);
    }

    private async Task<FailingSource?> FailingAsync(Community community, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        mutualisation.Source is { } source
            ? Failing(await sources.OfAsync(community.Siren, mutualisation.Id, source, cancellationToken))
            : null;

    private static FailingSource? Failing(SourceState state) => state is { Failures: > 0 }
        ? new FailingSource(ParisTime.DateOf(state.LastSuccessAt ?? state.DeclaredAt), state.LastError ?? "La cause n’est pas connue.")
        : null;
}
