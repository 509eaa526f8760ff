using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>What was received of what was due, for one indicator.</summary>
/// <param name="Code">Of the catalogue.</param>
/// <param name="Label">French name.</param>
/// <param name="Periodicity">« mensuelle »…</param>
/// <param name="Expected">Values due.</param>
/// <param name="Received">Values that came.</param>
/// <param name="Rate">Percent, one decimal; not applicable when nothing was due.</param>
/// <param name="OnTime">Received in time, percent, one decimal; not transmitted when no day of arrival is known.</param>
/// <param name="Confidence">« élevée », « moyenne », « faible », « – ».</param>
public sealed record CompletenessRow(
    string Code, string Label, string Periodicity, int Expected, int Received, Figure Rate, Figure OnTime, string Confidence);

/// <summary>What was received of what was due.</summary>
/// <param name="Notes">What it means for the reader.</param>
/// <param name="Rows">By indicator code.</param>
/// <param name="Total">All together.</param>
/// <param name="Behind">Who is late or incomplete.</param>
public sealed record CompletenessSection(
    IReadOnlyList<string> Notes, IReadOnlyList<CompletenessRow> Rows, CompletenessRow Total, IReadOnlyList<PunctualityRow> Behind)
{
    internal static CompletenessSection Of(AnnualEvaluation evaluation)
    {
        var isKnown = PunctualityRows.IsKnown(evaluation);
        var behind = PunctualityRows.Of(evaluation);
        return new CompletenessSection(
            [.. NotesOf(evaluation).Concat(PunctualityRows.Sentences(evaluation, behind)).Select(ReportText.Prose)],
            [.. evaluation.Completeness.ByIndicator.Select(i => Row(
                i.Definition.Code, ReportText.Prose(i.Definition.Label), i.Definition.Periodicity.Label(), i.Received, isKnown))],
            Row("Ensemble", "", "", evaluation.Completeness.Total, isKnown),
            behind);
    }

    /// <summary>« élevée », « moyenne », « faible »; « – » when nothing was due.</summary>
    internal static string Word(Received received) => received.Rate is null
        ? Figure.NotApplicableText
        : CriteriaWords.Of(received.Confidence);

    private static CompletenessRow Row(string code, string label, string periodicity, Received received, bool isKnown) => new(
        code,
        label,
        periodicity,
        received.Expected,
        received.Count,
        received.Rate is { } rate ? Figure.Of(rate * 100, 1) : Figure.NotApplicable,
        PunctualityRows.Rate(received, isKnown),
        Word(received));

    private static IEnumerable<string> NotesOf(AnnualEvaluation evaluation)
    {
        var total = evaluation.Completeness.Total;
        var asOf = FrenchDate.InWords(evaluation.Dossier.AsOf);
        if (total.Rate is not { } rate)
        {
            yield return $"Au {asOf}, aucune valeur n’était attendue.";
            yield break;
        }

        var missing = total.Expected - total.Count;
        yield return
            $"Au {asOf}, {FrenchText.Count(total.Count, "valeur reçue", "valeurs reçues")} sur {FrenchNumber.Format(total.Expected)} " +
            $"attendues, soit {FrenchNumber.Percent(rate * 100)} : confiance {Word(total)}. " +
            (missing == 0 ? "Il n’en manque aucune." : $"Il en manque {FrenchNumber.Format(missing)}.");
        var weak = evaluation.Completeness.ByIndicator
            .Where(i => i.Received is { Expected: > 0, Confidence: Assessments.Facts.Confidence.Faible })
            .Select(i => ReportText.Inside(i.Definition.Label))
            .ToList();
        if (weak.Count > 0)
        {
            yield return $"En dessous de 80 % les valeurs sont montrées, rien n’en est conclu : {FrenchText.Names(weak)}.";
        }
    }
}
