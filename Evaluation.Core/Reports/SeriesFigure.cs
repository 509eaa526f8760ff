using System.Text.Json.Serialization;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>The course of an indicator over the year, with the year before and its target.</summary>
/// <param name="Name">Name of its file and of its anchor.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="UnitLine">Unit and what each stroke means.</param>
/// <param name="Takeaway">The sentence to remember; null when none is certain.</param>
/// <param name="Code">The indicator.</param>
/// <param name="Year">The year evaluated.</param>
/// <param name="Line">The indicator’s figures.</param>
public sealed record SeriesFigure(
    string Name,
    string Heading,
    string UnitLine,
    string? Takeaway,
    string Code,
    int Year,
    [property: JsonIgnore] IndicatorLine Line)
{
    private const decimal WholePercent = 100;

    /// <summary>Whether any value of the year before is known.</summary>
    [JsonIgnore]
    public bool HasPrevious => Line.Series.Any(p => p.Previous.Value is not null);

    /// <summary>The chart.</summary>
    public LineChart Drawing() => Draw(Line, Year, Heading);

    internal static SeriesFigure Of(string name, IndicatorLine line, int year)
    {
        var heading = $"{line.Label}, par {Step(line.Periodicity)}";
        return new SeriesFigure(
            name,
            heading,
            UnitLineOf(line, Draw(line, year, heading)),
            line.IsConclusive ? SeriesTakeaway.Of(line, year) : null,
            line.Code,
            year,
            line);
    }

    private static LineChart Draw(IndicatorLine line, int year, string heading) => new()
    {
        Title = $"{heading}, {ReportText.Year(year)}",
        Description = Describe(line),
        Categories = [.. line.Series.Select((p, i) => Category(line.Periodicity, i))],
        Current = new LineSeries(ReportText.Year(year), [.. line.Series.Select(p => new LinePoint(p.WholeValue, p.IsProvisional))]),
        Previous = line.Series.Any(p => p is { Previous.Value: not null, IsPreviousPartial: false })
            ? LineSeries.Of(ReportText.Year(year - 1), [.. line.Series.Select(p => p.IsPreviousPartial ? null : p.Previous.Value)])
            : null,
        Target = HasPeriodTarget(line) ? new TargetLine(line.Target!.Value) : null,
        Decimals = line.Decimals,
        MayCutAxis = line.Aggregation is AggregationRule.Ratio or AggregationRule.Average,
        Ceiling = line.Unit == "%" ? WholePercent : null,
    };

    // A target over the year applies to each period only where periods do not add up.
    internal static bool HasPeriodTarget(IndicatorLine line) => line.Target is not null && line.Aggregation != AggregationRule.Sum;

    private static string Step(Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => "mois",
        Periodicity.Quarterly => "trimestre",
        Periodicity.Semiannual => "semestre",
        Periodicity.Annual => "an",
    };

    private static string Category(Periodicity periodicity, int index) => periodicity switch
    {
        Periodicity.Monthly => FrenchDate.MonthInitials[index],
        Periodicity.Quarterly => $"T{FrenchNumber.Format(index + 1)}",
        Periodicity.Semiannual => $"S{FrenchNumber.Format(index + 1)}",
        Periodicity.Annual => "année",
    };

    private static string UnitLineOf(IndicatorLine line, LineChart chart)
    {
        var parts = new List<string> { $"{ReportText.InUnit(line.Unit)} ({line.Code}), {Drawn(chart.Current, "trait plein", "point")}" };
        if (chart.Previous is { } previous)
        {
            parts.Add(Drawn(previous, "pointillé", "petit point"));
        }

        if (chart.Target is not null)
        {
            parts.Add("tirets : cible");
        }

        if (line.Series.Any(p => p.IsProvisional && p.WholeValue is not null))
        {
            parts.Add("point creux : valeur provisoire");
        }

        if (line.Series.Any(p => p.IsPartial || p.IsPreviousPartial))
        {
            parts.Add("sans point : valeur partielle");
        }

        if (chart.IsAxisCut)
        {
            parts.Add($"axe coupé à {FrenchQuantity.Of(chart.AxisStart, line.Decimals, line.Unit)}");
        }

        return ReportText.Prose(string.Join(" ; ", parts));
    }

    // Values with a gap on each side make no line.
    private static string Drawn(LineSeries series, string line, string point) => LineRuns.Of(series.Points) switch
    {
        [] => $"aucune valeur entière en {series.Label}",
        { } runs when runs.TrueForAll(run => run.Count == 1) => $"{point} : {series.Label}",
        _ => $"{line} : {series.Label}",
    };

    private static string Describe(IndicatorLine line)
    {
        var known = line.Series.Where(p => p.WholeValue is not null).ToList();
        if (known.Count == 0)
        {
            return line.Series.Any(p => p.IsPartial) ? "Courbe sans valeur entière." : "Courbe sans valeur.";
        }

        var (low, high) = (known.Min(p => p.WholeValue!.Value), known.Max(p => p.WholeValue!.Value));
        var course = known.Count == 1 ? $"Seule valeur entière : {known[0].Label}, {line.Quantity(low)}. "
            : low == high ? $"Même valeur : {PeriodsAt(low, known)}, {line.Quantity(low)}. "
            : $"Plus bas : {PeriodsAt(low, known)}, {line.Quantity(low)}. Plus haut : {PeriodsAt(high, known)}, {line.Quantity(high)}. ";
        return ReportText.Prose($"Courbe. {course}Toutes les valeurs sont dans le tableau de données.");
    }

    /// <summary>The periods that have a value: several may share an extreme.</summary>
    internal static string PeriodsAt(decimal value, IEnumerable<PeriodFigure> periods) =>
        FrenchText.Names([.. periods.Where(p => p.Value.Value == value).Select(p => p.Label)]);
}
