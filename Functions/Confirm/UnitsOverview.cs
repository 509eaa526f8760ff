using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Confirm;

/// <summary>Where the units of a service stand in a year, and what members think of it.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Standings">By member, then period; periods that are over.</param>
/// <param name="Ratings">Of the year.</param>
/// <param name="Kept">What was said, as it is kept.</param>
public sealed record UnitsYear(
    int Year, IReadOnlyList<UnitsStanding> Standings, ServiceRatings Ratings, IReadOnlyList<KeptUnits> Kept)
{
    /// <summary>What was said of some units, as it is kept; null when nothing was.</summary>
    public KeptUnits? KeptOf(UnitsStanding standing) =>
        standing.Answer is null ? null : Kept.First(k => ReferenceEquals(k.Value, standing.Answer));

    /// <summary>Units as they are told.</summary>
    public IReadOnlyList<UnitsEntry> Entries => [.. Standings.Select(s => UnitsEntries.Of(s, KeptOf(s)))];
}

/// <summary>Finds where the units of services stand.</summary>
internal sealed class UnitsOverview(UnitsStore store, ValueStore values, TimeProvider clock)
{
    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>All members of a year.</summary>
    public Task<UnitsYear> OfAsync(Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken) =>
        OfAsync(community, mutualisation, mutualisation.MembersIn(community, Period.OfYear(year)), year, cancellationToken);

    /// <summary>Some members of a year.</summary>
    public async Task<UnitsYear> OfAsync(
        Community community, Mutualisation mutualisation, IReadOnlyList<Member> members, int year, CancellationToken cancellationToken)
    {
        var reading = store.ListAsync(community.Siren, mutualisation.Id, year, year, cancellationToken);
        var known = new ValueBook(await values.ValuesAsync(community.Siren, mutualisation.Id, [year], cancellationToken));
        return Of(known, await reading, mutualisation, members, year, Today);
    }

    /// <summary>Some members of the year of a dossier, on its day: nothing is read again.</summary>
    public static UnitsYear Of(LoadedDossier loaded, IReadOnlyList<Member> members)
    {
        var dossier = loaded.Dossier;
        return Of(
            dossier.Values,
            [.. loaded.Said.Where(said => said.Value.Period.Year == dossier.Year)],
            dossier.Mutualisation,
            members,
            dossier.Year,
            dossier.AsOf);
    }

    private static UnitsYear Of(
        ValueBook known, IReadOnlyList<KeptUnits> kept, Mutualisation mutualisation, IReadOnlyList<Member> members, int year, DateOnly today)
    {
        IReadOnlyList<UnitsAnswer> answers = [.. kept.Select(k => k.Value)];
        return new UnitsYear(
            year,
            UnitsStanding.Of(known, mutualisation, Catalogue.Standard, members, answers, year, today),
            ServiceRatings.Of(answers),
            kept);
    }
}
