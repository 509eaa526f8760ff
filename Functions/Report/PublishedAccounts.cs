using System.Text.Json;
using Evaluation.Core.Reports;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>What a version tells each member of its own part: read from its own file, never from what is known since.</summary>
internal static class PublishedAccounts
{
    private const string FileName = "report.json";
    private const string Accounts = "accounts";

    /// <summary>The accounts; null when the version was made before reports told them.</summary>
    /// <exception cref="InvalidDataException">The file is not there, or is no report.</exception>
    public static async Task<AccountSection?> ReadAsync(ReportStore reports, ReportVersion version, CancellationToken cancellationToken)
    {
        var file = await reports.FindFileAsync(version, FileName, cancellationToken)
            ?? throw new InvalidDataException($"The index names a file that is not there: {FileName}.");
        try
        {
            var report = JsonElement.Parse(file.Content.ToMemory().Span);
            return report.ValueKind != JsonValueKind.Object ? throw new JsonException("It is no object.")
                : report.TryGetProperty(Accounts, out var accounts) ? accounts.Deserialize(ReportJsonContext.Default.AccountSection)
                : null;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{version.PathOf(FileName)} is not a report.", e);
        }
    }
}
