using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>A version of a report as an address names it, under the API and in the portal.</summary>
/// <param name="Siren">Of the community.</param>
/// <param name="Id">Slug of the mutualisation.</param>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">What it reports on.</param>
/// <param name="Version"><c>v1</c>, or <c>latest</c> where a file is asked for.</param>
internal sealed record ReportAddress(string Siren, string Id, string Kind, string Period, string Version)
{
    /// <summary>The part of an address that these parameters stand in.</summary>
    public const string Template = "/communities/{siren}/mutualisations/{id}/reports/{kind}/{period}/{version}";

    /// <summary>Whose report it is, and its key.</summary>
    /// <exception cref="RefusalException">404 when there is no such community or mutualisation.</exception>
    public async Task<(Community Community, Mutualisation Mutualisation, ReportKey Key)> FindAsync(
        Addressed addressed, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(Siren, Id, cancellationToken);
        return (community, mutualisation.Value, new ReportKey(community.Siren, mutualisation.Value.Id, Kind, Period));
    }
}
