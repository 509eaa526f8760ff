using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Report;

/// <summary>What came of the statements of the members of a community.</summary>
/// <param name="Published">How many have a new version.</param>
/// <param name="Same">How many say what their latest version says.</param>
internal sealed record StatementsBuilt(int Published, int Same);

/// <summary>Publishes the statements of members. What a member is told is known on a higher floor than the queue of reports.</summary>
internal interface IStatementBuild
{
    /// <summary>Publishes the statement of every member that is told an amount, one after the other; twice is the same as once.</summary>
    /// <exception cref="Refusing.RefusalException">There is no such community, or nothing was transmitted of the year.</exception>
    Task<StatementsBuilt> PublishAsync(Siren siren, Period year, CancellationToken cancellationToken);
}
