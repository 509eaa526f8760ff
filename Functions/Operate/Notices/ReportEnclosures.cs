using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Kinds;
using Evaluation.Functions.Report;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>
/// Finds the report that goes with a notice when the notice leaves: nothing of it is kept in the outbox, so that a second
/// delivery carries the same version.
/// </summary>
internal sealed class ReportEnclosures(ReportStore reports, SiteAddress site)
{
    /// <summary>The most that is joined to a mail, in bytes: 5 megabytes. What is larger goes by its address.</summary>
    public const int MostBytes = 5_000_000;

    private const string Page = "report.html";

    /// <summary>What goes with a notice; null with those that tell of no report.</summary>
    /// <param name="notice">What leaves.</param>
    /// <param name="withFile">Whether files are carried.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidDataException">The version is not there, or cannot be read.</exception>
    public async Task<Enclosure?> OfAsync(Notice notice, bool withFile, CancellationToken cancellationToken)
    {
        if (notice.Due.Kind != CalendarKind.Report)
        {
            return null;
        }

        var told = SubscribedVersion.Parse(notice.Due.Occurrence);
        var key = notice.Due.Member is { } member && told.Kind == ReportKind.MemberStatement
            ? ReportKey.OfMember(notice.Siren, member, told.Period)
            : new ReportKey(notice.Siren, notice.Mutualisation ?? ReportKey.WholeCommunity, told.Kind, told.Period);
        var version = (await reports.VersionsAsync(key, cancellationToken)).FirstOrDefault(v => v.IsPublished && v.Version == told.Version)
            ?? throw new InvalidDataException($"The index has no version {told.Version} of {key.Siren}/{key.Mutualisation}/{key.Period}.");
        var page = AddressOf(version, Page);
        var read = $"Le rapport se lit dans le portail : {page}";
        if (FileOf(told.Form) is not { } name)
        {
            return new Enclosure(page, [Typography.Fix(read)], null);
        }

        if (!OfficeFiles.Has(version, name))
        {
            return new Enclosure(page, [Typography.Fix(read), Typography.Fix($"Cette version n’a pas de {told.Form.Label()}.")], null);
        }

        var content = withFile ? await OfficeFiles.FindOrMakeAsync(reports, version, name, cancellationToken) : null;
        var words = content is null ? $"Le {told.Form.Label()} s’y télécharge aussi : {AddressOf(version, name)}"
            : content.ToMemory().Length > MostBytes
                ? $"Le {told.Form.Label()} dépasse {MostBytes / 1_000_000} Mo et n’est pas joint : {AddressOf(version, name)}"
                : $"Le {told.Form.Label()} est joint.";
        return new Enclosure(
            page,
            [Typography.Fix(read), Typography.Fix(words)],
            content?.ToMemory().Length <= MostBytes ? new ReportFile(ReportDownload.NameOf(version, name), OfficeFiles.ContentTypeOf(name), content) : null);
    }

    private static string? FileOf(SubscriptionForm form) => form switch
    {
        SubscriptionForm.Link => null,
        SubscriptionForm.Docx => OfficeFiles.Document,
        SubscriptionForm.Xlsx => OfficeFiles.Workbook,
    };

    private string AddressOf(ReportVersion version, string file) => site.Of($"/portal{ReportAddress.Of(version)}/{file}");
}
