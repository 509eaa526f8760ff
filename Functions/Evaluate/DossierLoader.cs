using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Evaluate;

/// <summary>Loads everything one evaluation is computed from: two partitions of values, one of costs.</summary>
internal sealed class DossierLoader(ValueStore values, CostStore costs)
{
    /// <summary>The dossier of a year.</summary>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="asOf">Local date of the evaluation.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public async Task<Dossier> LoadAsync(
        Community community, Mutualisation mutualisation, int year, DateOnly asOf, CancellationToken cancellationToken)
    {
        var known = values.ReadAsync(community.Siren, mutualisation.Id, [year - 1, year], cancellationToken);
        var lines = costs.ListAsync(community.Siren, mutualisation.Id, cancellationToken);
        return new Dossier(
            community,
            mutualisation,
            Catalogue.Standard,
            year,
            asOf,
            new ValueBook((await known).Select(v => v.Value)),
            [.. (await lines).Where(c => c.Year == year || c.Year == year - 1)]);
    }
}
