using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Evaluate;

/// <summary>What one evaluation is computed from, with the documents that it was read from.</summary>
/// <param name="Dossier">The facts.</param>
/// <param name="Baseline">The document of its baseline; null without one.</param>
/// <param name="Said">What members say of their units, as it is kept.</param>
internal sealed record LoadedDossier(Dossier Dossier, StoredDocument? Baseline, IReadOnlyList<KeptUnits> Said);

/// <summary>
/// Loads everything one evaluation is computed from: two partitions of values, one of costs, the baseline, what is closed and
/// settled, what members say of their units.
/// </summary>
internal sealed class DossierLoader(
    ValueStore values, CostStore costs, BaselineStore baselines, ClosingStore closings, UnitsStore units)
{
    /// <summary>The dossier of a year.</summary>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="asOf">Local date of the evaluation.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public async Task<LoadedDossier> LoadAsync(
        Community community, Mutualisation mutualisation, int year, DateOnly asOf, CancellationToken cancellationToken)
    {
        var known = values.ValuesAsync(community.Siren, mutualisation.Id, [year - 1, year], cancellationToken);
        var lines = costs.ListAsync(community, mutualisation.Id, cancellationToken);
        var closing = closings.ClosedAsync(community, mutualisation, asOf, cancellationToken);
        var answers = units.ListAsync(community.Siren, mutualisation.Id, year - 1, year, cancellationToken);
        var baseline = await baselines.FindAsync(community, mutualisation, cancellationToken);
        var said = await answers;
        var closed = await closing;
        var dossier = new Dossier(
            community,
            mutualisation,
            Catalogue.Standard,
            year,
            asOf,
            new ValueBook(await known),
            [.. (await lines).Where(c => c.Year == year || c.Year == year - 1)])
        {
            Baseline = baseline?.Value,
            Settled = closed.Settled,
            Closed = closed,
            Answers = [.. said.Select(kept => kept.Value)],
        };
        return new LoadedDossier(dossier, baseline?.Document, said);
    }
}
