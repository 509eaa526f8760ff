using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>A member of at least one day of the year.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days of the year on which it takes part.</param>
/// <param name="Population">Population totale of the year, of one vintage for all; null when unknown.</param>
public sealed record Participant(Member Member, int Days, int? Population);

/// <summary>A member that entered or left in the year.</summary>
/// <param name="Member">Who.</param>
/// <param name="IsEntry">Entry, or exit.</param>
/// <param name="On">Day of effect: the first day in, or the first day out.</param>
/// <param name="Days">Days of the year on which it takes part.</param>
public sealed record Movement(Member Member, bool IsEntry, DateOnly On, int Days);

/// <summary>Who takes part in a year. Nothing is counted by hand: all of it follows from dated memberships.</summary>
/// <param name="Participants">Members of at least one day, in the community’s order.</param>
/// <param name="Movements">Entries and exits, by date.</param>
/// <param name="MembersAtEnd">Members on 31 December.</param>
/// <param name="MembersAtPreviousEnd">Members on 31 December of the year before.</param>
/// <param name="CommunesAtEnd">Communes of the community among the members on 31 December.</param>
/// <param name="EligibleCommunes">Communes of the community.</param>
/// <param name="PopulationServed">
/// Population totale of the members on 31 December; null when that of a commune is missing, or when no member has one.
/// </param>
/// <param name="DaysInYear">365 or 366.</param>
public sealed record Perimeter(
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<Movement> Movements,
    int MembersAtEnd,
    int MembersAtPreviousEnd,
    int CommunesAtEnd,
    int EligibleCommunes,
    int? PopulationServed,
    int DaysInYear)
{
    /// <summary>The year of the counts of population, the same for all; null when none is known.</summary>
    public int? Vintage { get; init; }

    /// <summary>
    /// Inhabitants that the members bring over the year, each counted for its days; null when no population is known, or
    /// when that of a commune is missing.
    /// </summary>
    public decimal? PopulationByDays
    {
        get
        {
            var sum = Participants.Sum(p => (decimal)(p.Population ?? 0) * p.Days) / DaysInYear;
            return AreCounted(Participants) && sum > 0 ? sum : null;
        }
    }

    /// <summary>Part of the communes that take part on 31 December, 0 to 1; null without communes.</summary>
    public decimal? AdhesionRate => EligibleCommunes == 0 ? null : (decimal)CommunesAtEnd / EligibleCommunes;

    /// <summary>The perimeter of a year.</summary>
    public static Perimeter Of(Community community, Mutualisation mutualisation, int year)
    {
        var period = Period.OfYear(year);
        var members = mutualisation.MembersIn(community, period);
        var vintage = PopulationVintage.For(members, PopulationKind.Totale, year);
        var participants = members
            .Select(m => new Participant(
                m, mutualisation.DaysIn(m.Siren, period), vintage is { } known ? m.InhabitantsOf(known, PopulationKind.Totale) : null))
            .ToList();
        var atEnd = participants.Where(p => mutualisation.IsActiveOn(p.Member.Siren, period.LastDay)).ToList();
        return new Perimeter(
            participants,
            MovementsOf(community, mutualisation, period),
            atEnd.Count,
            community.Members.Count(m => mutualisation.IsActiveOn(m.Siren, period.Start.AddDays(-1))),
            atEnd.Count(p => p.Member.Kind == MemberKind.Commune),
            community.Communes.Count(),
            AreCounted(atEnd) ? atEnd.Sum(p => p.Population ?? 0) : null,
            period.End.DayNumber - period.Start.DayNumber)
        {
            Vintage = vintage,
        };
    }

    // Missing is not zero. Only communes must have inhabitants: a syndicat or a CCAS brings none of its own.
    private static bool AreCounted(IReadOnlyList<Participant> participants) =>
        participants.Count == 0
        || (participants.Any(p => p.Population is not null)
            && participants.All(p => p.Population is not null || p.Member.Kind is not (MemberKind.Commune or MemberKind.CommuneExterieure)));

    // Not from the participants: who left on 31 December is out from 1 January, without a day in the year.
    private static List<Movement> MovementsOf(Community community, Mutualisation mutualisation, Period year) =>
        [.. community.Members
            .SelectMany(member => mutualisation.Memberships
                .Where(m => m.Member == member.Siren)
                .SelectMany(m => new[] { (IsEntry: true, On: (DateOnly?)m.From), (IsEntry: false, On: m.To) })
                .Where(move => move.On is { } on && year.Contains(on))
                .Select(move => new Movement(
                    member, move.IsEntry, move.On!.Value, mutualisation.DaysIn(member.Siren, year))))
            .OrderBy(move => move.On)
            .ThenBy(move => move.Member.SortKey, StringComparer.Ordinal)];
}
