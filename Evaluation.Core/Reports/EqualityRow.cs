using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Reports;

/// <summary>How alike communes are served, for one indicator.</summary>
/// <param name="Code">Of the catalogue.</param>
/// <param name="Label">French name.</param>
/// <param name="Unit">French name of the unit.</param>
/// <param name="Decimals">Decimals of the indicator.</param>
/// <param name="Communes">Communes with a value.</param>
/// <param name="Previous">Coefficient of variation of the year before, percent, one decimal.</param>
/// <param name="Coefficient">Of the year; the same on the communes known in both when the year before is.</param>
/// <param name="Change">In points, one decimal.</param>
/// <param name="Reading">« plus égal », « moins égal », « aussi égal » below one point, « – » without a year before.</param>
/// <param name="Centre">Of the ville-centre.</param>
/// <param name="Others">Of the other communes together.</param>
public sealed record EqualityRow(
    string Code,
    string Label,
    string Unit,
    int Decimals,
    int Communes,
    Figure Previous,
    Figure Coefficient,
    Figure Change,
    string Reading,
    Figure Centre,
    Figure Others);

/// <summary>Writes the table of equality between communes.</summary>
internal static class EqualityRows
{
    public static IReadOnlyList<EqualityRow> Of(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        var dossier = evaluation.Dossier;
        var aggregation = new IndicatorAggregation(dossier.Values, dossier.Mutualisation, dossier.Catalogue);
        var groups = MemberGroup.CentreAndOthers(evaluation.Perimeter.Participants.Select(p => p.Member));
        var year = Period.OfYear(dossier.Year);
        return
        [
            .. lines.Where(l => l.IsConclusive)
                .Select(line => (Line: line, Result: evaluation.Find(line.Code)!))
                .Where(i => i.Result.Homogeneity is not null)
                .Select(i => Row(i.Line, i.Result, Groups(i.Result.Definition))),
        ];

        decimal?[] Groups(IndicatorDefinition definition) => groups.Count == 0
            ? []
            : [.. groups.Select(g => aggregation.Over(definition, year, aggregation.In(year.Year, g.Members)))];
    }

    private static EqualityRow Row(IndicatorLine line, IndicatorResult result, decimal?[] groups)
    {
        var homogeneity = result.HomogeneityChange;
        var change = homogeneity is not null && line.IsChangeConclusive ? EqualityChange.Of(homogeneity) : null;
        return new EqualityRow(
            line.Code,
            line.Label,
            line.Unit,
            line.Decimals,
            (change is null ? result.Homogeneity! : homogeneity!.Current).Communes,
            change is null ? Figure.NotApplicable : Figure.Of(change.Previous, 1),
            Figure.Of(change?.Current ?? result.Homogeneity!.Coefficient * 100, 1),
            change is null ? Figure.NotApplicable : Figure.Of(change.Value, 1),
            change is null ? Figure.NotApplicableText : EqualityChange.Reading(change),
            Group(0),
            Group(1));

        Figure Group(int index) => groups.Length == 0 ? Figure.NotApplicable : Figure.Of(groups[index], line.Decimals);
    }
}
