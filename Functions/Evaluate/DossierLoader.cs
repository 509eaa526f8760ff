using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Evaluate;

/// <summary>What one evaluation is computed from, with the documents that it was read from.</summary>
/// <param name="Dossier">The facts.</param>
/// <param name="Baseline">The document of its baseline; null without one.</param>
/// <param name="Said">What members say of their units, as it is kept.</param>
internal sealed record LoadedDossier(Dossier Dossier, StoredDocument? Baseline, IReadOnlyList<KeptUnits> Said)
{
    /// <summary>The costs of every known year, in order; the dossier has those of two.</summary>
    public required IReadOnlyList<CostYear> EveryCost { get; init; }
}

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
        Community community, Mutualisation mutualisation, int year, DateOnly asOf, CancellationToken cancellationToken) =>
        (await LoadAsync(community, mutualisation, [year], asOf, cancellationToken))[0];

    /// <summary>The dossiers of some years of one service, in that order; what they share is read once.</summary>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="years">Fiscal years, one at least.</param>
    /// <param name="asOf">Local date of the evaluation.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public async Task<IReadOnlyList<LoadedDossier>> LoadAsync(
        Community community, Mutualisation mutualisation, IReadOnlyList<int> years, DateOnly asOf, CancellationToken cancellationToken)
    {
        var known = values.ValuesAsync(
            community.Siren, mutualisation.Id, years.SelectMany(year => new[] { year - 1, year }).Distinct(), cancellationToken);
        var lines = costs.ListAsync(community, mutualisation.Id, cancellationToken);
        var closing = closings.ClosedAsync(community, mutualisation, asOf, cancellationToken);
        var answers = units.ListAsync(community.Siren, mutualisation.Id, years.Min() - 1, years.Max(), cancellationToken);
        var baseline = await baselines.FindAsync(community, mutualisation, cancellationToken);
        var (said, closed, book, everyCost) = (await answers, await closing, await known, await lines);
        return
        [
            .. years.Select(year =>
            {
                bool IsOf(int other) => other == year || other == year - 1;
                IReadOnlyList<KeptUnits> saidThen = [.. said.Where(kept => IsOf(kept.Value.Period.Year))];
                var dossier = new Dossier(
                    community,
                    mutualisation,
                    Catalogue.Standard,
                    year,
                    asOf,
                    new ValueBook(book.Where(value => IsOf(value.Key.Period.Year))),
                    [.. everyCost.Where(c => IsOf(c.Year))])
                {
                    Baseline = baseline?.Value,
                    Settled = closed.Settled,
                    Closed = closed,
                    Answers = [.. saidThen.Select(kept => kept.Value)],
                };
                return new LoadedDossier(dossier, baseline?.Document, saidThen) { EveryCost = everyCost };
            }),
        ];
    }
}
