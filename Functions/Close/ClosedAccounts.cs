using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Close;

/// <summary>
/// Refuses documents that would move the accounts of a closed fiscal year, or of a year whose amounts are settled
/// (docs/spec/closing.md): the year is evaluated with what is there and with what is sent, and both must come to the same.
/// </summary>
internal sealed class ClosedAccounts(ClosingStore closings, DossierLoader dossiers, TimeProvider clock)
{
    /// <summary>Refuses whatever is written into the accounts of a year that takes no change.</summary>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task RequireOpenAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        if ((await ClosedAsync(community, mutualisation, cancellationToken)).FindAccounts(year) is { } why)
        {
            throw Refusal(why);
        }
    }

    /// <summary>Refuses a change that moves the accounts of any year of a service that takes none.</summary>
    /// <param name="community">As it is.</param>
    /// <param name="mutualisation">As it is.</param>
    /// <param name="change">Gives the dossier of a year as it would be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task RequireUnmovedAsync(
        Community community, Mutualisation mutualisation, Func<Dossier, Task<Dossier>> change, CancellationToken cancellationToken)
    {
        var closed = await ClosedAsync(community, mutualisation, cancellationToken);
        foreach (var year in closed.ClosedAccounts)
        {
            var (before, _) = await LoadAsync(community, mutualisation, year, cancellationToken);
            if (YearAccounts.Of(before) != YearAccounts.Of(await change(before)))
            {
                throw Refusal(closed.FindAccounts(year)!);
            }
        }
    }

    /// <summary>The same for a change of the service itself.</summary>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public Task RequireUnmovedAsync(
        Community community, Mutualisation before, Mutualisation after, CancellationToken cancellationToken) => RequireUnmovedAsync(
            community, before, dossier => Task.FromResult(dossier with { Mutualisation = after }), cancellationToken);

    /// <summary>The same for a change of the community on which the service rests.</summary>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public Task RequireUnmovedAsync(
        Community before, Mutualisation service, Community after, Mutualisation serviceAfter, CancellationToken cancellationToken) => RequireUnmovedAsync(
            before,
            service,
            async dossier => (await LoadAsync(after, serviceAfter, dossier.Year, cancellationToken)).Dossier,
            cancellationToken);

    private Task<LoadedDossier> LoadAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken) =>
        dossiers.LoadAsync(community, mutualisation, year, ParisTime.DateOf(clock.GetUtcNow()), cancellationToken);

    private Task<ClosedPeriods> ClosedAsync(Community community, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        closings.ClosedAsync(community, mutualisation, ParisTime.DateOf(clock.GetUtcNow()), cancellationToken);

    private static RefusalException Refusal(ClosedPeriod why) => new(new(why.Code, "", why.Message), RefusalKind.Conflict);
}
