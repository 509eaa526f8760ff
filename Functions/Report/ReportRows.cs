using System.Globalization;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report;

/// <summary>One figure of a report.</summary>
internal sealed record ReportRow(string Section, string? Code, string Label, string Period, Figure? Value, string Unit)
{
    public ReportMember? Member { get; init; }

    public Figure? Previous { get; init; }

    public Figure? Change { get; init; }

    public decimal? Target { get; init; }

    public string? State { get; init; }

    public ComparedFigures? Compared { get; init; }

    public bool IsPartial { get; init; }

    public bool IsPreviousPartial { get; init; }

    /// <summary>What the version before had and what this one has; null where the row does not tell of a change.</summary>
    public Replaced? Replaced { get; init; }

    /// <summary>The same of words.</summary>
    public (string? Before, string? After)? ReplacedWords { get; init; }
}

/// <summary>A figure of the version before and that of this one.</summary>
internal sealed record Replaced(Figure Before, Figure After);

/// <summary>Lays every figure of a report out, one a row: section, then indicator, then period or member.</summary>
internal static class ReportRows
{
    private const string Euro = "€";
    private const string Percent = "%";

    public static IEnumerable<ReportRow> Of(AnnualReport report)
    {
        var year = report.Cover.Year.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. ChangeRows.Of(report.Changes, year),
            .. Perimeter(report.Perimeter, year),
            .. report.Activity.Lines.SelectMany(l => IndicatorRows.Of("Activité", l, year)),
            .. FigureRows.Months(report.Activity.ByMonth),
            .. report.Quality.Lines.SelectMany(l => IndicatorRows.Of("Délais et qualité", l, year)),
            .. RecordRows.Equality(report.Quality.Equality, year),
            .. report.Costs.Lines.SelectMany(l => IndicatorRows.Of("Coûts", l, year)),
            .. Costs(report.Costs, year),
            .. Split(report.Split, year),
            .. FigureRows.Uses(report.Split.Uses, year),
            .. RecordRows.Settlement(report.Split.Settlement, year),
            .. RecordRows.Corrections(report.Split.Settlement?.Settled, year),
            .. RecordRows.Calls(report.Split.Settlement?.Calls, year),
            .. RecordRows.Statement(report.Split.Statement),
            .. RecordRows.Savings(report.Savings, year),
            .. RecordRows.Criteria(report.Criteria, year),
            .. Completeness(report.Completeness, year),
            .. RecordRows.Behind(report.Completeness.Behind, year),
        ];
    }

    private static IEnumerable<ReportRow> Perimeter(PerimeterSection perimeter, string year)
    {
        const string section = "Périmètre";
        yield return new ReportRow(section, null, "Membres au 31 décembre", year, Count(perimeter.MembersAtEnd), "membres")
        {
            Previous = Count(perimeter.MembersAtPreviousEnd),
        };
        yield return new ReportRow(section, null, "Taux d’adhésion", year, perimeter.AdhesionRate, Percent);
        yield return new ReportRow(section, null, "Population desservie", year, perimeter.PopulationServed, "habitants");
        foreach (var member in perimeter.Members)
        {
            yield return new ReportRow(section, null, "Jours comptés", year, Count(member.Days), "jours") { Member = member.Member };
            yield return new ReportRow(section, null, "Population totale", year, member.Population, "habitants")
            {
                Member = member.Member,
            };
        }
    }

    private static IEnumerable<ReportRow> Costs(CostSection costs, string year)
    {
        const string section = "Coûts";
        foreach (var row in costs.Total is { } total ? costs.Rows.Append(total) : costs.Rows)
        {
            yield return new ReportRow(section, null, $"{row.Label}, constaté", year, row.Actual, Euro)
            {
                Previous = row.Previous,
                Change = row.Change,
            };
            yield return new ReportRow(section, null, $"{row.Label}, prévu", year, row.Forecast, Euro);
        }

        if (costs.Total is not null)
        {
            yield return new ReportRow(section, null, "Coût par habitant", year, costs.PerInhabitant, Euro);
        }
    }

    private static IEnumerable<ReportRow> Split(SplitSection split, string year)
    {
        const string section = "Répartition";
        foreach (var row in split.Rows)
        {
            for (var i = 0; i < split.Criteria.Count; i++)
            {
                var criterion = split.Criteria[i];
                yield return new ReportRow(section, criterion.Code, criterion.Label, year, row.Units[i], "unités de la clé")
                {
                    Member = row.Member,
                };
            }

            yield return new ReportRow(section, null, "Quote-part", year, row.Share, Percent) { Member = row.Member };
            if (split.HasDirect)
            {
                yield return new ReportRow(section, null, "Charges directes", year, row.Direct, Euro) { Member = row.Member };
            }

            yield return new ReportRow(section, null, "Montant", year, row.Amount, Euro)
            {
                Member = row.Member,
                Previous = row.Previous,
            };
        }

        if (split.Owed is { } owed)
        {
            yield return new ReportRow(section, null, "Dû par les membres", year, owed.Amount, Euro) { Previous = owed.Previous };
        }

        if (split.RoundingGap is { } gap)
        {
            yield return new ReportRow(section, null, "Écart d’arrondi", year, gap.Amount, Euro) { Previous = gap.Previous };
        }

        if (split.ProviderPart is { } kept)
        {
            yield return new ReportRow(section, null, "Part du porteur", year, kept.Amount, Euro) { Previous = kept.Previous };
        }

        if (split.Total is { } total)
        {
            yield return new ReportRow(section, null, "Total", year, total.Amount, Euro) { Previous = total.Previous };
        }
    }

    private static IEnumerable<ReportRow> Completeness(CompletenessSection completeness, string year)
    {
        const string section = "Complétude";
        foreach (var row in completeness.Rows.Append(completeness.Total))
        {
            var code = row.Code == completeness.Total.Code ? null : row.Code;
            var label = code is null ? row.Code : row.Label;
            yield return new ReportRow(section, code, $"{label}, valeurs attendues", year, Count(row.Expected), "valeurs");
            yield return new ReportRow(section, code, $"{label}, valeurs reçues", year, Count(row.Received), "valeurs");
            yield return new ReportRow(section, code, $"{label}, complétude", year, row.Rate, Percent);
            yield return new ReportRow(section, code, $"{label}, à temps", year, row.OnTime, Percent);
        }
    }

    private static Figure Count(int count) => Figure.Of(count, 0);
}
