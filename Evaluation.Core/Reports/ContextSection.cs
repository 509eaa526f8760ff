using Evaluation.Core.Assessments;

namespace Evaluation.Core.Reports;

/// <summary>A fact of the registers with its name.</summary>
/// <param name="Label">« Forme », « Statut »…</param>
/// <param name="Text">In words.</param>
public sealed record ContextFact(string Label, string Text);

/// <summary>A change of the convention.</summary>
/// <param name="Number">Its reference.</param>
/// <param name="EffectiveOn">First day of effect.</param>
/// <param name="Purpose">What it changes.</param>
public sealed record ContextAmendment(string Number, DateOnly EffectiveOn, string Purpose);

/// <summary>What the service is for and in what legal frame it runs.</summary>
/// <param name="Facts">Form, direction, status, provider, authorities, contract; what is not recorded is left out.</param>
/// <param name="Object">What the convention is for; null without one.</param>
/// <param name="Objectives">What it wants to achieve.</param>
/// <param name="Amendments">In force at the end of the year, by date of effect.</param>
/// <param name="ToRegularise">What the texts expect and the record lacks; what the costs hold that is to be checked.</param>
public sealed record ContextSection(
    IReadOnlyList<ContextFact> Facts,
    string? Object,
    IReadOnlyList<string> Objectives,
    IReadOnlyList<ContextAmendment> Amendments,
    IReadOnlyList<string> ToRegularise);

/// <summary>Writes the section of the context, as of the last day of the year.</summary>
internal static class ContextSections
{
    public static ContextSection Of(AnnualEvaluation evaluation, ReportCover cover)
    {
        var dossier = evaluation.Dossier;
        var lastDay = Periods.Period.OfYear(dossier.Year).LastDay;
        var costs = dossier.CostsOf(dossier.Year);
        return new ContextSection(
            [.. ContextFacts.Of(evaluation, cover)],
            cover.Object,
            cover.Objectives,
            [
                .. dossier.Mutualisation.Conventions
                    .Where(c => c.Amendment is not null && c.EffectiveOn <= lastDay)
                    .Select(c => new ContextAmendment(
                        ReportText.Prose(c.Amendment!.Number), c.EffectiveOn, ReportText.Prose(c.Amendment.Purpose))),
            ],
            [
                .. Mutualisations.ComplianceNotices.Of(dossier.Mutualisation, dossier.Community, lastDay)
                    .Select(n => ReportText.Prose(n.Message)),
                .. Costs.CostNotices.Of(
                    dossier.Mutualisation.LegalFormIn(dossier.Year), [.. costs?.Lines.Where(l => l.Stage == costs.KnownStage) ?? []])
                    .Select(n => ReportText.Prose(n.Message)),
            ]);
    }
}
