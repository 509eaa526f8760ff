using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Confirmations;

/// <summary>The units of a member in a period, what was said of them, and where they stand.</summary>
/// <param name="Units">As they are known.</param>
/// <param name="Answer">What the member last said; null when it said nothing.</param>
public sealed record UnitsStanding(MemberUnits Units, UnitsAnswer? Answer)
{
    /// <summary>Where they stand.</summary>
    public UnitsState State { get; } = UnitsStates.Of(Units, Answer);

    /// <summary>
    /// Where the units of a year stand: of each member and each period that is over, with anything transmitted or said.
    /// </summary>
    /// <param name="values">What was transmitted.</param>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="catalogue">Definitions.</param>
    /// <param name="members">Whose units, in the order wanted.</param>
    /// <param name="answers">What was said; those of other years and members are passed over.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="on">Local date; a period is over after its last day.</param>
    /// <returns>By member, then period.</returns>
    public static IReadOnlyList<UnitsStanding> Of(
        ValueBook values,
        Mutualisation mutualisation,
        Catalogue catalogue,
        IEnumerable<Member> members,
        IReadOnlyList<UnitsAnswer> answers,
        int year,
        DateOnly on)
    {
        var said = answers.ToDictionary(a => (a.Member, a.Period));
        var over = MemberUnits.PeriodsOf(mutualisation, catalogue, year).Where(p => p.LastDay < on).ToList();
        return
        [
            .. from member in members
               from period in over
               let standing = new UnitsStanding(
                   MemberUnits.Of(values, mutualisation, catalogue, member, period), said.GetValueOrDefault((member.Siren, period)))
               where standing.Units.HasAny || standing.Answer is not null
               select standing,
        ];
    }
}
