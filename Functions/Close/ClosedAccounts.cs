using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
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
/// A service none of whose years is closed nor settled costs two reads before its document is written, and two after.
/// </summary>
internal sealed class ClosedAccounts(ClosingStore closings, DossierLoader dossiers, TimeProvider clock)
{
    private DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>
    /// Refuses costs of a year that takes no change, and those that move the year after where that one takes none: it may rest on
    /// them, as under a limit on growth. No other year does.
    /// </summary>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="costs">As they would be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The settled years that were there: see <see cref="RequireNotSettledSinceAsync"/>.</returns>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task<SettledYears> RequireOpenAsync(
        Community community, Mutualisation mutualisation, CostYear costs, CancellationToken cancellationToken)
    {
        if (await FindClosedAsync(community, mutualisation, cancellationToken) is not { } closed)
        {
            return SettledYears.None;
        }

        if (closed.FindAccounts(costs.Year) is { } why)
        {
            throw Refusal(why);
        }

        await RequireUnmovedAsync(
            community,
            mutualisation,
            closed,
            closed.ClosedAccounts.Where(year => year == costs.Year + 1),
            dossier => Task.FromResult(dossier with { Costs = [.. dossier.Costs.Where(c => c.Year != costs.Year), costs] }),
            cancellationToken);
        return closed.Settled;
    }

    /// <summary>Refuses a change that moves the accounts of any year of a service that takes none.</summary>
    /// <param name="community">As it is.</param>
    /// <param name="mutualisation">As it is.</param>
    /// <param name="change">Gives the dossier of a year as it would be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The settled years that were there: see <see cref="RequireNotSettledSinceAsync"/>.</returns>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task<SettledYears> RequireUnmovedAsync(
        Community community, Mutualisation mutualisation, Func<Dossier, Dossier> change, CancellationToken cancellationToken)
    {
        if (await FindClosedAsync(community, mutualisation, cancellationToken) is not { } closed)
        {
            return SettledYears.None;
        }

        await RequireUnmovedAsync(
            community, mutualisation, closed, closed.ClosedAccounts, dossier => Task.FromResult(change(dossier)), cancellationToken);
        return closed.Settled;
    }

    /// <summary>
    /// Looks again once a document is written: where a year was settled since it was checked, with other accounts than those that
    /// it gives, the document is taken back.
    /// </summary>
    /// <param name="community">As it is now.</param>
    /// <param name="mutualisation">As it is now.</param>
    /// <param name="seen">The settled years that were there when the document was checked.</param>
    /// <param name="takeBack">Puts back what was there before the document.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task RequireNotSettledSinceAsync(
        Community community, Mutualisation mutualisation, SettledYears seen, Func<Task> takeBack, CancellationToken cancellationToken)
    {
        if (await FindClosedAsync(community, mutualisation, cancellationToken) is not { } closed)
        {
            return;
        }

        foreach (var settled in closed.Settled.Years.Where(y => y.Last.At != seen.Find(y.Year)?.Last.At))
        {
            var (dossier, _, _) = await LoadAsync(community, mutualisation, settled.Year, cancellationToken);
            if (closed.FindAccounts(settled.Year) is { } why && Fingerprint.OfAccounts(AnnualEvaluation.Of(dossier)) != settled.Last.Fingerprint)
            {
                await takeBack();
                throw Refusal(why);
            }
        }
    }

    /// <summary>The same for a change of the community on which services rest.</summary>
    /// <param name="before">As it is.</param>
    /// <param name="after">As it would be.</param>
    /// <param name="services">Each as it is, and as it is read with the community as it would be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The settled years of each service that were there, by its slug: see <see cref="RequireNotSettledSinceAsync"/>.</returns>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task<IReadOnlyDictionary<string, SettledYears>> RequireUnmovedAsync(
        Community before,
        Community after,
        IEnumerable<(Mutualisation Before, Mutualisation After)> services,
        CancellationToken cancellationToken)
    {
        var years = await closings.YearsAsync(before.Siren, cancellationToken);
        var seen = new Dictionary<string, SettledYears>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            if (await closings.FindClosedAccountsAsync(before, service.Before, years, Today, cancellationToken) is { } closed)
            {
                await RequireUnmovedAsync(
                    before,
                    service.Before,
                    closed,
                    closed.ClosedAccounts,
                    async dossier => (await LoadAsync(after, service.After, dossier.Year, cancellationToken)).Dossier,
                    cancellationToken);
                seen[service.Before.Id] = closed.Settled;
            }
        }

        return seen;
    }

    /// <summary>What closes a period or a year, as a refusal.</summary>
    public static RefusalException Refusal(ClosedPeriod why) => new(new(why.Code, "", why.Message), RefusalKind.Conflict);

    private async Task RequireUnmovedAsync(
        Community community,
        Mutualisation mutualisation,
        ClosedPeriods closed,
        IEnumerable<int> years,
        Func<Dossier, Task<Dossier>> change,
        CancellationToken cancellationToken)
    {
        foreach (var year in years)
        {
            var (before, _, _) = await LoadAsync(community, mutualisation, year, cancellationToken);
            if (AccountsOf(before) != AccountsOf(await change(before)))
            {
                throw Refusal(closed.FindAccounts(year)!);
            }
        }
    }

    private static string AccountsOf(Dossier dossier) => YearAccounts.Of(AnnualEvaluation.Of(dossier));

    private Task<LoadedDossier> LoadAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken) =>
        dossiers.LoadAsync(community, mutualisation, year, Today, cancellationToken);

    private async Task<ClosedPeriods?> FindClosedAsync(
        Community community, Mutualisation mutualisation, CancellationToken cancellationToken) =>
        await closings.FindClosedAccountsAsync(
            community, mutualisation, await closings.YearsAsync(community.Siren, cancellationToken), Today, cancellationToken);
}
