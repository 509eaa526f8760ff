using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.French;

namespace Evaluation.Functions.Consult;

/// <summary>A date to come, as pages list it: one line for all whom the same thing binds on the same day.</summary>
/// <param name="On">Last day in time.</param>
/// <param name="What">Whom it binds and what is due, in French without a full stop.</param>
public sealed record DateToCome(DateOnly On, string What)
{
    /// <summary>The first dates to come of a community and of its services, in order.</summary>
    /// <param name="community">With the deadlines that bind it on the day.</param>
    /// <param name="ofServices">Those of each service, with its name.</param>
    /// <param name="ofCommunity">Those of the community.</param>
    /// <param name="most">How many are listed.</param>
    internal static IReadOnlyList<DateToCome> First(
        Community community, IEnumerable<(Deadline Deadline, string Whose)> ofServices, IEnumerable<Deadline> ofCommunity, int most) =>
    [
        .. ofServices
            .Concat(ofCommunity.Select(d => (Deadline: d, Whose: community.Name)))
            .GroupBy(d => (d.Deadline.On, d.Deadline.What))
            .Select(g => new DateToCome(g.Key.On, $"{FrenchText.Names([.. g.Select(d => d.Whose)])} : {g.Key.What}"))
            .OrderBy(d => d.On)
            .Take(most),
    ];
}
