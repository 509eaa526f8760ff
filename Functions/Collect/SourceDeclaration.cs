using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>What becomes of a source when its service is declared.</summary>
internal sealed class SourceDeclaration(FeedAddresses addresses, FeedSecrets secrets, SourceStates states)
{
    /// <summary>Refuses a source that could never be pulled.</summary>
    /// <exception cref="RefusalException">422 when its address may not be pulled or its secret is not set.</exception>
    public void Require(FeedSource? source)
    {
        if (source is null)
        {
            return;
        }

        addresses.Require(source.Address);
        if (!secrets.Knows(source.Authentication))
        {
            throw EdgeRefusals.SourceSecretUnknown.Refused(source.Authentication!.Secret, source.Authentication.Secret);
        }
    }

    /// <summary>
    /// Notes since when a source is declared as it is. After a crash before this, the calendar notes it at its
    /// next look.
    /// </summary>
    public Task NoteAsync(Siren siren, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        mutualisation.Source is { } source
            ? states.OfAsync(siren, mutualisation.Id, source, cancellationToken)
            : Task.CompletedTask;
}
