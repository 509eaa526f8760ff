using System.Security.Cryptography;
using Evaluation.Core.Papers;
using Evaluation.Core.Periods;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>Publishes a report that is a paper: every kind but the annual evaluation.</summary>
internal sealed class PaperBuild(
    Addressed addressed, ReportTerms terms, PaperSources sources, PaperFiles files, ReportPublication publication, TimeProvider clock)
{
    // What a paper says whatever its issue is told apart from it by writing every one of them as the same issue. What it says
    // of its day (what is late, what is not over) is of the data, not of the issue.
    private static readonly PaperEdition Unnamed = new(1, DateOnly.MinValue, DateOnly.MinValue);

    /// <summary>The version that says what is known, new or not.</summary>
    /// <exception cref="RefusalException">There is no such community, service or report.</exception>
    public async Task<(ReportVersion Version, BuildEnd End)> PublishAsync(ReportKey key, Period period, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(key.Siren.ToString(), cancellationToken)).Value;
        var service = key.IsOfCommunity ? null : (await addressed.MutualisationAsync(community, key.Mutualisation, cancellationToken)).Value;
        if (await terms.WhyNotAsync(community, service, key.Kind, period, cancellationToken) is { } refusal)
        {
            throw refusal;
        }

        var readAt = clock.GetUtcNow();
        var today = ParisTime.DateOf(readAt);
        var write = await sources.LoadAsync(community, service, key.Kind, period, today, cancellationToken);
        return await publication.PublishAsync(
            key,
            FingerprintOf(write(Unnamed)),
            readAt,
            _ => Task.FromResult(false),
            (version, _) => files.RenderAsync(write(new PaperEdition(version.Version, version.GeneratedOn, today)), cancellationToken),
            cancellationToken);
    }

    /// <summary>Of what a paper says, its issue apart: SHA-256, in lower case.</summary>
    public static string FingerprintOf(WrittenPaper written)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var paper in written.Letters.Prepend(written.Paper))
        {
            hash.AppendData(PaperJson.Write(paper with { Identity = "" }).ToMemory().Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
