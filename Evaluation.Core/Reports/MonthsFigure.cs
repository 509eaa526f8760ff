using System.Text.Json.Serialization;
using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>One member, month by month.</summary>
/// <param name="Member">Who.</param>
/// <param name="Months">January first, rounded as the indicator is shown.</param>
public sealed record MemberMonths(ReportMember Member, IReadOnlyList<Figure> Months);

/// <summary>An indicator by member and month, as a heat map.</summary>
/// <param name="Name">Name of its file and of its anchor.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="UnitLine">Unit.</param>
/// <param name="Takeaway">What is missing, in words.</param>
/// <param name="Code">The indicator.</param>
/// <param name="Year">The year evaluated.</param>
/// <param name="MemberNoun">« Commune », « Membre » when some are not communes.</param>
/// <param name="Rows">By value of the year, the highest first, members without a value last.</param>
/// <param name="Line">The indicator’s figures.</param>
public sealed record MonthsFigure(
    string Name,
    string Heading,
    string UnitLine,
    string Takeaway,
    string Code,
    int Year,
    string MemberNoun,
    IReadOnlyList<MemberMonths> Rows,
    [property: JsonIgnore] IndicatorLine Line)
{
    /// <summary>The chart.</summary>
    public HeatMap Drawing() => new()
    {
        Title = $"{Heading}, {ReportText.Year(Year)}",
        Description = "Carte thermique : une ligne par membre, une colonne par mois, plus foncé pour plus. " +
            "Toutes les valeurs sont dans le tableau de données.",
        Categories = FrenchDate.MonthInitials,
        Rows = [.. Rows.Select(r => new HeatRow(
            r.Member.Name, [.. r.Months.Select(m => new HeatCell(m.Value, m.Absence != Absence.NotApplicable))]))],
        Decimals = Line.Decimals,
        RestWords = Rows.Count <= HeatMap.RowsOfSlide ? null : RestWords(),
    };

    private string RestWords()
    {
        var (first, notShown) = MemberNoun == "Commune"
            ? ("premières communes", "ne sont pas montrées")
            : ("premiers membres", "ne sont pas montrés");
        return ReportText.Prose(
            $"Les {FrenchNumber.Format(HeatMap.RowsOfSlide)} {first} sur {FrenchNumber.Format(Rows.Count)} ; " +
            $"les {FrenchNumber.Format(Rows.Count - HeatMap.RowsOfSlide)} autres {notShown} ici.");
    }
}

/// <summary>Reads an indicator member by member and month by month.</summary>
internal static class MonthsFigures
{
    public static MonthsFigure Of(string name, AnnualEvaluation evaluation, IndicatorLine line)
    {
        var areCommunes = PerimeterSections.AreCommunes(evaluation);
        var noun = areCommunes ? "commune" : "membre";
        var months = new IndicatorLines(evaluation).MonthsOf(line.Code);
        var rows = line.Members
            .OrderByDescending(m => m.Value.Value is not null)
            .ThenByDescending(m => m.Value.Value)
            .Select(m => new MemberMonths(m.Member, months[m.Member.Siren]))
            .ToList();
        return new MonthsFigure(
            name,
            $"{line.Label}, par {noun} et par mois",
            ReportText.Prose($"{ReportText.InUnit(line.Unit)} ({line.Code}), {ReportText.Year(evaluation.Dossier.Year)}"),
            Takeaway(rows, areCommunes),
            line.Code,
            evaluation.Dossier.Year,
            FrenchText.Opening(noun),
            rows,
            line);
    }

    private static string Takeaway(List<MemberMonths> rows, bool areCommunes)
    {
        var holes = rows
            .Select(r => (r.Member.Name, Missing: r.Months.Count(m => m.Absence == Absence.NotTransmitted)))
            .Where(r => r.Missing > 0)
            .ToList();
        if (holes.Count == 0)
        {
            return "Toutes les valeurs mensuelles attendues ont été transmises.";
        }

        var missing = holes.Sum(h => h.Missing);
        return ReportText.Prose(
            $"{FrenchText.Count(missing, "valeur mensuelle n’a pas été transmise", "valeurs mensuelles n’ont pas été transmises")}, " +
            $"chez {FrenchText.Count(holes.Count, areCommunes ? "commune" : "membre", areCommunes ? "communes" : "membres")} : " +
            $"{FrenchText.Names([.. holes.Select(h => h.Name)])}.");
    }
}
