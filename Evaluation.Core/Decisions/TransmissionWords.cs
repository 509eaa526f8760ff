using System.Globalization;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.French;

namespace Evaluation.Core.Decisions;

/// <summary>What a version says that is told with it.</summary>
/// <param name="Label">Name of the service.</param>
/// <param name="Period">Year evaluated, written.</param>
/// <param name="Version">Which.</param>
/// <param name="Sentence">The year in a sentence or two.</param>
/// <param name="Proposal">What is proposed and why, or what is missing.</param>
public sealed record TransmittedReport(
    string Label, string Period, int Version, string Sentence, string Proposal);

/// <summary>Tells a member that a report is transmitted to it.</summary>
public static class TransmissionWords
{
    /// <summary>What the notices of a version are told apart by.</summary>
    /// <param name="period">Year evaluated, written.</param>
    /// <param name="version">Which.</param>
    public static string OccurrenceOf(string period, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{OccurrencesOf(period)}v{version}");

    /// <summary>How the occurrences of every version of a year begin.</summary>
    /// <param name="period">Year evaluated, written.</param>
    public static string OccurrencesOf(string period) => $"report~annual~{period}~";

    /// <summary>The notice of a member, with the written summary of the version and what was decided.</summary>
    /// <param name="report">What is transmitted.</param>
    /// <param name="validation">Of the version.</param>
    /// <param name="decision">Of the year; null when none is recorded.</param>
    /// <param name="community">Whose service.</param>
    /// <param name="member">Who is told.</param>
    /// <param name="on">Local date of the transmission, in Europe/Paris.</param>
    public static DueNotice Of(
        TransmittedReport report, ReportValidation validation, Decision? decision, Community community, Member member, DateOnly on)
    {
        var version = report.Version.ToString(CultureInfo.InvariantCulture);
        var validated = $"Le rapport, version {version}, est validé ({OneLine(validation.Function)})."
            + (validation.Comment is { } comment ? $" {OneLine(comment)}" : "");
        string?[] paragraphs =
        [
            $"{community.Name} transmet l’évaluation de l’année {report.Period} de la mutualisation « {report.Label} ». Destinataire : {member.Name}.",
            report.Sentence,
            report.Proposal,
            decision is null
                ? null
                : $"Décision : {decision.Kind.Label()}, à compter du {FrenchDate.InWords(decision.EffectiveOn)}. {OneLine(decision.Reasons)}"
                    + (decision.DepartsBecause is { } departs ? $" La décision s’écarte de la proposition : {OneLine(departs)}" : ""),
            validated,
            "Le rapport se lit et se télécharge dans le portail, page « Rapports » de la communauté.",
        ];
        return new DueNotice(
            CalendarKind.Transmission,
            OccurrenceOf(report.Period, report.Version),
            on,
            Typography.Fix(OneLine($"Rapport {report.Period} transmis : {report.Label} ({member.Name})")),
            string.Join("\n\n", paragraphs.OfType<string>().Select(Typography.Fix)),
            NoticeRecipient.Member)
        {
            Member = member.Siren,
        };
    }

    // Subjects of mail and paragraphs hold no line of their own.
    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
