using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>Every value of every indicator, by period and by member; the uses of the yearly statement by period.</summary>
internal static class ValuesPart
{
    /// <summary>The annex; null when nothing is followed.</summary>
    public static PaperSection? Of(AnnualReport report, string noun)
    {
        var year = report.Cover.Year;
        var lines = report.Activity.Lines.Concat(report.Quality.Lines).Concat(report.Costs.Lines).ToList();
        var ofMembers = lines.FindAll(l => l.Members.Count > 0);
        IReadOnlyList<PaperBlock> blocks =
        [
            .. ByPeriod(lines.FindAll(l => l.Periodicity != Periodicity.Annual), year),
            .. ByMember(ofMembers, year, m => m.Value, m => m.IsPartial, noun),
            .. ByMember(ofMembers, year - 1, m => m.Previous, _ => false, noun),
            .. report.Split.Statement is { } statement ? Uses(statement, year, noun) : [],
        ];
        return blocks.Count == 0 ? null : new PaperSection(ReportHeadings.Values, blocks, OnNewPage: true);
    }

    private static IEnumerable<PaperBlock> ByPeriod(List<IndicatorLine> lines, int year)
    {
        var hasCompared = lines.Exists(l => l.Series.Any(p => p.Compared is not null));
        return Blocks.Table(
            "Valeurs par période",
            new TableCaption("Valeurs par période", IndicatorTables.UnitOf(null, lines, hasCompared)),
            [PaperColumn.Words("Période"), .. IndicatorTables.Years(year), .. hasCompared ? IndicatorTables.ComparedYears(year) : []],
            lines.SelectMany(line => line.Series.Select((period, i) => IndicatorCharts.Row(period, line, year, hasCompared) with
            {
                Group = i == 0 ? $"{line.Label} ({line.Code}), {FigureWords.Unit(line.Unit)}" : null,
            })));
    }

    private static IEnumerable<PaperBlock> ByMember(
        List<IndicatorLine> lines, int year, Func<MemberFigure, Figure> of, Func<MemberFigure, bool> isPartial, string noun)
    {
        var members = lines.SelectMany(l => l.Members).Select(m => m.Member).DistinctBy(m => m.Siren).ToList();
        var figures = lines.ConvertAll(l => l.Members.ToDictionary(m => m.Member.Siren, StringComparer.Ordinal));
        return Blocks.Table(
            $"Valeurs par membre {ReportText.Year(year)}",
            new TableCaption(
                $"Valeurs de {ReportText.Year(year)} par membre",
                ReportText.Prose($"Chaque indicateur dans son unité ; les codes sont ceux de la partie « {Outline.Definitions} »")),
            [PaperColumn.Words(noun), .. lines.Select(l => new PaperColumn(l.Code, PaperFormat.Number(l.Decimals)))],
            members.Select(member => new PaperRow(
            [
                member.Name,
                .. figures.Select(f => f.TryGetValue(member.Siren, out var figure) ? Cell(figure) : FigureCells.None),
            ])));

        PaperCell Cell(MemberFigure figure) =>
            of(figure).Cell() is { IsFigure: true } cell && isPartial(figure) ? cell with { Note = "valeur partielle" } : of(figure).Cell();
    }

    private static IEnumerable<PaperBlock> Uses(StatementSection statement, int year, string noun)
    {
        var uses = statement.Rows.SelectMany(r => r.Uses).ToList();
        var periods = uses.Select(u => Parsed(u.Period)).Distinct().Order().ToList();
        var codes = uses.Select(u => u.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Blocks.Table(
            "Détail de l’état annuel",
            new TableCaption($"État annuel de {ReportText.Year(year)}, en unités de la clé et par période"),
            [PaperColumn.Words(noun), .. periods.Select(p => PaperColumn.Count(FrenchPeriod.InItsYear(p)))],
            codes.SelectMany(code => statement.Rows
                .Where(r => r.Uses.Any(u => u.Code == code))
                .Select((row, i) => new PaperRow(
                    [row.Member.Name, .. periods.Select(p => Units(row, code, p))], i == 0 ? code : null))));
    }

    private static PaperCell Units(StatementRow row, string code, Period period)
    {
        var used = row.Uses.Where(u => u.Code == code && Parsed(u.Period) == period).ToList();
        return used.Count == 0
            ? FigureCells.None
            : (PaperCell)used.Sum(u => u.Units) with { Format = PaperFormat.Number(used.Max(u => (int)u.Units.Scale)) };
    }

    private static Period Parsed(string canonical) => Period.TryParse(canonical, out var period)
        ? period
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{canonical} is no period."));
}
