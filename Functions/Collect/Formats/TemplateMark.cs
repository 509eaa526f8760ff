using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using Evaluation.Core.Communities;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats;

/// <summary>
/// What our template says of itself, in properties of the document that Excel and LibreOffice keep: for whom it was made.
/// </summary>
/// <param name="Community">SIREN.</param>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Period">Canonical form.</param>
internal sealed record TemplateMark(string Community, string Mutualisation, string Period)
{
    /// <summary>Name of the sheet that explains the others.</summary>
    public const string GuideSheet = "Mode d’emploi";

    private const string CommunityName = "EvaluationCommunity";
    private const string MutualisationName = "EvaluationMutualisation";
    private const string PeriodName = "EvaluationPeriod";

    // What every property of a user is announced by (MS-OLEPS, FMTID_UserDefinedProperties); the first two ids are taken.
    private const string UserDefined = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const int FirstId = 2;

    /// <summary>The mark of a workbook; null when it is not our template.</summary>
    public static TemplateMark? Find(SpreadsheetDocument document)
    {
        var properties = document.CustomFilePropertiesPart?.Properties?.Elements<CustomDocumentProperty>().ToList() ?? [];
        string? Text(string name) => properties.Find(p => p.Name?.Value == name)?.InnerText;
        return Text(CommunityName) is { } community
            && Text(MutualisationName) is { } mutualisation
            && Text(PeriodName) is { } period
                ? new TemplateMark(community, mutualisation, period)
                : null;
    }

    /// <summary>Marks a workbook.</summary>
    public void Write(SpreadsheetDocument document, string partId)
    {
        var part = document.AddNewPart<CustomFilePropertiesPart>(
            "application/vnd.openxmlformats-officedocument.custom-properties+xml", partId);
        (string Name, string Text)[] named =
            [(CommunityName, Community), (MutualisationName, Mutualisation), (PeriodName, Period)];
        part.Properties = new Properties(named.Select((property, rank) => new CustomDocumentProperty(
            new VTLPWSTR(property.Text))
        {
            FormatId = UserDefined,
            PropertyId = FirstId + rank,
            Name = property.Name,
        }));
        part.Properties.Save();
    }

    /// <summary>Asks that the template was made for whom it is sent.</summary>
    /// <exception cref="RefusalException">400 when it was made for another service.</exception>
    public void RequireMadeFor(Siren community, string mutualisation)
    {
        if (Community != community.ToString() || Mutualisation != mutualisation)
        {
            throw EdgeRefusals.TemplateOtherService.Refused();
        }
    }
}
