using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// What was decided of periods and fiscal years: table <c>Registry</c>, beside the community. Each decision replaces
/// the one before under If-Match; earlier ones stay in container <c>history</c>.
/// </summary>
internal sealed class ClosingStore(VersionedDocuments documents)
{
    private const string PeriodRow = "period";
    private const string YearRow = "fiscalYear";

    private readonly SettledYearStore _settled = new(documents);

    /// <summary>Which periods of a service take no more values on a day.</summary>
    public async Task<ClosedPeriods> ClosedAsync(
        Community community, Mutualisation mutualisation, DateOnly today, CancellationToken cancellationToken)
    {
        var approvals = ApprovalsAsync(community.Siren, mutualisation.Id, cancellationToken);
        var years = YearsAsync(community.Siren, cancellationToken);
        var settled = _settled.OfAsync(community.Siren, mutualisation.Id, cancellationToken);
        await Task.WhenAll(approvals, years, settled);
        return Closed(community, mutualisation, await approvals, await years, await settled, today);
    }

    /// <summary>
    /// Which accounts of a service take no change on a day; null where none of its years is closed nor settled, so that all take
    /// any. What was decided of periods is read for the others only.
    /// </summary>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="years">The fiscal years of the community: see <see cref="YearsAsync"/>.</param>
    /// <param name="today">Local date in Europe/Paris.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ClosedPeriods?> FindClosedAccountsAsync(
        Community community,
        Mutualisation mutualisation,
        IReadOnlyDictionary<int, FiscalYearClosing> years,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        var settled = await _settled.OfAsync(community.Siren, mutualisation.Id, cancellationToken);
        return settled.Years.Count == 0 && !years.Values.Any(year => year.IsClosed)
            ? null
            : Closed(community, mutualisation, await ApprovalsAsync(community.Siren, mutualisation.Id, cancellationToken), years, settled, today);
    }

    private async Task<IReadOnlyDictionary<Period, PeriodApproval>> ApprovalsAsync(
        Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var approvals = new Dictionary<Period, PeriodApproval>();
        await foreach (var document in documents.ListAsync(RowsFrom(siren, TableKey.Join(PeriodRow, mutualisation, "")), cancellationToken))
        {
            if (Period.TryParse(TableKey.Split(document.RowKey)[^1], out var period))
            {
                approvals[period] = ReadApproval(document);
            }
        }

        return approvals;
    }

    /// <summary>The fiscal years of a community that were ever closed.</summary>
    public async Task<IReadOnlyDictionary<int, FiscalYearClosing>> YearsAsync(Siren siren, CancellationToken cancellationToken)
    {
        var years = new Dictionary<int, FiscalYearClosing>();
        await foreach (var document in documents.ListAsync(RowsFrom(siren, TableKey.Join(YearRow, "")), cancellationToken))
        {
            var closing = JsonSerializer.Deserialize(document.Json, ClosingJson.Default.FiscalYearClosing)
                ?? throw new InvalidDataException("A closed year is empty.");
            years[closing.Year] = closing;
        }

        return years;
    }

    /// <summary>Decides of a period, on what was decided before.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="period">Which.</param>
    /// <param name="decide">Gives what is decided now.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<PeriodApproval> DecideAsync(
        Siren siren, string mutualisation, Period period, Func<PeriodApproval, PeriodApproval> decide, CancellationToken cancellationToken)
    {
        var decided = PeriodApproval.None;
        await documents.DecideAsync(
            siren.ToString(),
            TableKey.Join(PeriodRow, mutualisation, period.ToString()),
            found =>
            {
                var before = found is null ? PeriodApproval.None : ReadApproval(found);
                decided = decide(before);
                return ReferenceEquals(decided, before) ? null : Written(decided);
            },
            PutTerms.Always,
            cancellationToken);
        return decided;
    }

    /// <summary>Closes a fiscal year or opens it again.</summary>
    public Task PutYearAsync(Siren siren, FiscalYearClosing closing, PutTerms terms, CancellationToken cancellationToken) => documents.PutAsync(
        siren.ToString(),
        TableKey.Join(YearRow, closing.Year.ToString("D4", CultureInfo.InvariantCulture)),
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(closing, ClosingJson.Default.FiscalYearClosing)),
        terms,
        cancellationToken);

    private static ClosedPeriods Closed(
        Community community,
        Mutualisation mutualisation,
        IReadOnlyDictionary<Period, PeriodApproval> approvals,
        IReadOnlyDictionary<int, FiscalYearClosing> years,
        SettledYears settled,
        DateOnly today) =>
        new(community.Name, mutualisation.ClosesAfterDays, approvals, years, settled, mutualisation.RestsOnYearBefore, today);

    private static BinaryData Written(PeriodApproval approval) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(approval, ClosingJson.Default.PeriodApproval));

    private static PeriodApproval ReadApproval(StoredDocument document) =>
        JsonSerializer.Deserialize(document.Json, ClosingJson.Default.PeriodApproval)
        ?? throw new InvalidDataException("A decision on a period is empty.");

    private static string RowsFrom(Siren siren, string start) => Table.CreateQueryFilter(
        $"PartitionKey eq {siren.ToString()} and RowKey ge {start} and RowKey lt {start[..^1] + "}"}");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseName<ApprovalStep>)])]
[JsonSerializable(typeof(PeriodApproval))]
[JsonSerializable(typeof(FiscalYearClosing))]
internal sealed partial class ClosingJson : JsonSerializerContext;
