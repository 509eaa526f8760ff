using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>A member of at least one day of the year.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days counted.</param>
/// <param name="Population">Population totale.</param>
public sealed record PerimeterMember(ReportMember Member, int Days, Figure Population);

/// <summary>An entry or an exit.</summary>
/// <param name="IsEntry">Entry, or exit.</param>
/// <param name="Member">Who.</param>
/// <param name="On">Day of effect.</param>
/// <param name="Days">Days of the year on which it takes part.</param>
/// <param name="Population">Population totale.</param>
public sealed record PerimeterMovement(bool IsEntry, ReportMember Member, DateOnly On, int Days, Figure Population);

/// <summary>Members of a size.</summary>
/// <param name="Label">« De 1 000 à 3 499 ».</param>
/// <param name="Members">How many.</param>
/// <param name="Population">Population totale.</param>
/// <param name="Units">Units of functioning.</param>
/// <param name="UnitsPerThousand">Per 1 000 inhabitants, one decimal.</param>
/// <param name="Amount">Euros of the split, exact.</param>
/// <param name="PerInhabitant">Euros per inhabitant, two decimals.</param>
public sealed record Stratum(
    string Label, int Members, Figure Population, Figure Units, Figure UnitsPerThousand, Figure Amount, Figure PerInhabitant);

/// <summary>Members by size, the ville-centre apart.</summary>
/// <param name="UnitLabel">Unit of functioning; null when none is known.</param>
/// <param name="UnitCode">Its code.</param>
/// <param name="UnitDecimals">Its decimals.</param>
/// <param name="HasAmounts">Whether the cost is split.</param>
/// <param name="Rows">Smallest communes first.</param>
/// <param name="Total">All of them.</param>
public sealed record Strata(
    string? UnitLabel, string? UnitCode, int UnitDecimals, bool HasAmounts, IReadOnlyList<Stratum> Rows, Stratum Total);

/// <summary>Who takes part.</summary>
/// <param name="Sentences">In words.</param>
/// <param name="MembersAtEnd">On 31 December.</param>
/// <param name="MembersAtPreviousEnd">On 31 December of the year before.</param>
/// <param name="EligibleCommunes">Communes of the community.</param>
/// <param name="AdhesionRate">Percent, one decimal.</param>
/// <param name="PopulationServed">On 31 December; not transmitted when that of a commune is missing.</param>
/// <param name="DaysInYear">365 or 366.</param>
/// <param name="Members">Of at least one day, by Insee code.</param>
/// <param name="Movements">Entries and exits, by date.</param>
/// <param name="Strata">By size; null when there is a single member.</param>
public sealed record PerimeterSection(
    IReadOnlyList<string> Sentences,
    int MembersAtEnd,
    int MembersAtPreviousEnd,
    int EligibleCommunes,
    Figure AdhesionRate,
    Figure PopulationServed,
    int DaysInYear,
    IReadOnlyList<PerimeterMember> Members,
    IReadOnlyList<PerimeterMovement> Movements,
    Strata? Strata);

/// <summary>Writes the section of the perimeter.</summary>
internal static class PerimeterSections
{
    /// <summary>Whether every participant is a commune, so that « communes » may be said of members.</summary>
    public static bool AreCommunes(AnnualEvaluation evaluation) => evaluation.Perimeter.Participants
        .All(p => p.Member.Kind is MemberKind.Commune or MemberKind.CommuneExterieure);

    public static PerimeterSection Of(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        var perimeter = evaluation.Perimeter;
        return new PerimeterSection(
            [.. Sentences(evaluation).Select(ReportText.Prose)],
            perimeter.MembersAtEnd,
            perimeter.MembersAtPreviousEnd,
            perimeter.EligibleCommunes,
            perimeter.AdhesionRate is { } rate ? Figure.Of(rate * 100, 1) : Figure.NotApplicable,
            Population(perimeter.PopulationServed),
            perimeter.DaysInYear,
            [.. perimeter.Participants.Select(p => new PerimeterMember(
                ReportMember.Of(p.Member), p.Days, Population(p.Population)))],
            [.. perimeter.Movements.Select(m => new PerimeterMovement(
                m.IsEntry, ReportMember.Of(m.Member), m.On, m.Days, PopulationOf(m.Member, perimeter.Vintage)))],
            perimeter.Participants.Count < 2 ? null : StrataTable.Of(evaluation, lines));
    }

    // Who left on 31 December has a movement and is no participant.
    private static Figure PopulationOf(Member member, int? vintage) =>
        Population(vintage is { } year ? member.InhabitantsOf(year, PopulationKind.Totale) : null);

    /// <summary>Which counts of population are shown: « population totale de 2020 ».</summary>
    public static string Counted(Perimeter perimeter) => perimeter.Vintage is { } vintage
        ? $"population totale de {ReportText.Year(vintage)}"
        : "population totale";

    private static Figure Population(int? inhabitants) => Figure.Of(inhabitants, 0);

    private static IEnumerable<string> Sentences(AnnualEvaluation evaluation)
    {
        var perimeter = evaluation.Perimeter;
        var year = ReportText.Year(evaluation.Dossier.Year);
        if (perimeter.Participants.Count == 0)
        {
            yield return $"Aucun membre {(evaluation.IsYearOver ? "n’a pris" : "ne prend")} part au service en {year}.";
            yield break;
        }

        var population = perimeter.PopulationServed is { } served ? $", soit {FrenchText.Count(served, "habitant", "habitants")} ({Counted(perimeter)})" : "";
        yield return $"Au 31 décembre {year},{(evaluation.IsYearOver ? "" : " d’après les adhésions enregistrées à ce jour,")} le service compte {FrenchText.Count(perimeter.MembersAtEnd, "membre", "membres")}" +
            $" (un an plus tôt : {FrenchNumber.Format(perimeter.MembersAtPreviousEnd)}){population}.";
        if (perimeter.AdhesionRate is { } rate)
        {
            yield return $"{FrenchText.Count(perimeter.CommunesAtEnd, "commune adhère", "communes adhèrent")} " +
                $"sur {FrenchNumber.Format(perimeter.EligibleCommunes)} : taux d’adhésion de {FrenchNumber.Percent(rate * 100)}.";
        }

        if (perimeter.Movements.Count == 0)
        {
            yield return $"Aucune entrée ni sortie en {year}.";
        }

        var unknown = perimeter.Participants.Where(p => p.Population is null && p.Member.InseeCode is not null).ToList();
        if (unknown.Count > 0)
        {
            yield return $"Population inconnue : {FrenchText.Names([.. unknown.Select(p => p.Member.Name)])}" +
                (perimeter.PopulationServed is null ? " ; la population desservie n’est pas donnée." : ".");
        }

        if (perimeter.Participants.Count == 1)
        {
            yield return "Un seul membre : les communes ne sont pas comparées par taille.";
        }
    }
}
