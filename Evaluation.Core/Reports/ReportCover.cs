using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Reports;

/// <summary>What the report is about.</summary>
/// <param name="Community">Name of the community.</param>
/// <param name="CommunitySiren">Its number.</param>
/// <param name="IsDemonstration">Whether figures are made up; every page then says so.</param>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Label">Name of the service.</param>
/// <param name="Subtitle">« Évaluation annuelle du service commun, exercice 2025 ».</param>
/// <param name="Year">Year evaluated.</param>
/// <param name="Version">From 1.</param>
/// <param name="GeneratedOn">Local date.</param>
/// <param name="DataAsOf">Local date at which values were read.</param>
/// <param name="LegalForm">« service commun ».</param>
/// <param name="Provider">Who runs the service.</param>
/// <param name="Convention">Number, dates and notice in words; null when none is recorded.</param>
/// <param name="Object">What the convention is for; null without one.</param>
/// <param name="Objectives">What it wants to achieve.</param>
/// <param name="Referent">Function to contact.</param>
/// <param name="Fingerprint">SHA-256 of what the report was computed from.</param>
public sealed record ReportCover(
    string Community,
    string CommunitySiren,
    bool IsDemonstration,
    string Mutualisation,
    string Label,
    string Subtitle,
    int Year,
    int Version,
    DateOnly GeneratedOn,
    DateOnly DataAsOf,
    string LegalForm,
    string Provider,
    string? Convention,
    string? Object,
    IReadOnlyList<string> Objectives,
    string Referent,
    string Fingerprint)
{
    internal static ReportCover Of(AnnualEvaluation evaluation, ReportEdition edition)
    {
        var (community, mutualisation) = (evaluation.Dossier.Community, evaluation.Dossier.Mutualisation);
        var year = evaluation.Dossier.Year;
        return new ReportCover(
            ReportText.Name(community.Name),
            community.Siren.ToString(),
            community.IsDemonstration,
            mutualisation.Id,
            ReportText.Prose(mutualisation.Label),
            $"Évaluation annuelle {mutualisation.LegalFormIn(year).OfLabel()}, exercice {ReportText.Year(year)}",
            year,
            edition.Version,
            edition.GeneratedOn,
            evaluation.Dossier.AsOf,
            mutualisation.LegalFormIn(year).Label(),
            ReportText.Name(mutualisation.Provider == community.Siren
                ? community.Name
                : community.Member(mutualisation.Provider).Name),
            evaluation.Dossier.ConventionOf(year) is { } convention ? InWords(convention) : null,
            evaluation.Dossier.ConventionOf(year) is { Object: { Length: > 0 } text } ? ReportText.Prose(text) : null,
            [.. mutualisation.Objectives.Select(ReportText.Prose)],
            ReportText.Prose(mutualisation.Referent),
            edition.Fingerprint);
    }

    private static string InWords(Convention convention)
    {
        var dates = convention.EndsOn is { } end
            ? $"du {FrenchDate.InWords(convention.StartsOn)} au {FrenchDate.InWords(end)}"
            : $"depuis le {FrenchDate.InWords(convention.StartsOn)}, sans terme";
        return $"{ReportText.Prose(convention.Number)}, {dates}, {convention.NoticeInWords()}";
    }
}
