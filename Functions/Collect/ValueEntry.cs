using System.Globalization;
using System.Text;
using Evaluation.Core.Problems;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>A value as readers get it.</summary>
internal sealed record ValueEntry(
    string Indicator,
    string? Member,
    string Period,
    string? Value,
    string? Status,
    string? Quality,
    int Revision,
    string SubmissionId,
    string? Comment,
    bool? Deleted)
{
    public static ValueEntry Of(StoredValue stored) => new(
        stored.Key.Indicator,
        stored.Key.Member?.ToString(),
        stored.Key.Period.ToString(),
        stored.Cell.Value?.ToString(CultureInfo.InvariantCulture),
        stored.Cell.IsDeleted ? null : DomainCode.Of(stored.Cell.Status),
        stored.Cell.IsDeleted ? null : DomainCode.Of(stored.Cell.Quality),
        stored.Cell.Revision,
        stored.Cell.Submission,
        stored.Cell.Comment,
        stored.Cell.IsDeleted ? true : null);

    /// <summary>Entries as a spreadsheet reads them.</summary>
    public static string Csv(IEnumerable<ValueEntry> entries)
    {
        var csv = new StringBuilder("\uFEFFindicator;member;period;value;status;quality;revision;submissionId;comment\r\n");
        foreach (var e in entries)
        {
            csv.AppendJoin(';', e.Indicator, e.Member, e.Period, e.Value?.Replace('.', ','), e.Status, e.Quality)
                .Append(CultureInfo.InvariantCulture, $";{e.Revision};{e.SubmissionId};{CsvText.Field(e.Comment)}\r\n");
        }

        return csv.ToString();
    }
}
