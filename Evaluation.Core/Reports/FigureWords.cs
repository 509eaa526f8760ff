using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>What is said beside a figure, whatever the format of the report.</summary>
public static class FigureWords
{
    private const int GroupLength = 4;
    private const int GroupsShown = 4;

    /// <summary>« Commune » where every member is one, else « Membre ».</summary>
    public static string MemberNoun(AnnualReport report) =>
        report.Perimeter.Members.All(m => m.Member.InseeCode is not null) ? "Commune" : "Membre";

    /// <summary>Head of the column of periods.</summary>
    public static string PeriodHead(Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => "Mois",
        Periodicity.Quarterly => "Trimestre",
        Periodicity.Semiannual => "Semestre",
        Periodicity.Annual => "Année",
    };

    /// <summary>« ; valeur partielle », « ; valeurs de 2024 et 2025 partielles »; null when both years are whole.</summary>
    public static string? Partial(IndicatorLine line, int year) =>
        (line is { IsPreviousPartial: true, Previous.Value: not null }, line is { IsPartial: true, Value.Value: not null }) switch
        {
            (true, true) => $"\u202F; valeurs de {ReportText.Year(year - 1)} et {ReportText.Year(year)} partielles",
            (true, false) => $"\u202F; valeur de {ReportText.Year(year - 1)} partielle",
            (false, true) => $"\u202F; valeur de {ReportText.Year(year)} partielle",
            _ => null,
        };

    /// <summary>How a value stands beside its target.</summary>
    public static string State(TargetStatus state) => state switch
    {
        TargetStatus.Reached => "atteinte",
        TargetStatus.Close => "proche",
        TargetStatus.Missed => "non atteinte",
        TargetStatus.NoTarget => "sans cible",
        TargetStatus.NotKnown => "n.d.",
        TargetStatus.NotConclusive => "non conclue",
    };

    /// <summary>What there is to know of the value of a period: « (provisoire) », « (partiel) ».</summary>
    public static string? Mark(PeriodFigure period) => period switch
    {
        { Value.Value: null } => null,
        { IsPartial: true } => " (partiel)",
        { IsProvisional: true } => " (provisoire)",
        _ => null,
    };

    /// <summary>The unit of a column: pieces are « nombre ».</summary>
    public static string Unit(string unit) => unit == "unités" ? "nombre" : unit;

    /// <summary>What there is to know of a member beside its name: « , ville-centre », « , une partie de l’année ».</summary>
    public static string Marks(MemberUse row) =>
        (row.IsVilleCentre ? ", ville-centre" : "") + (row.IsPartial ? ", une partie de l’année" : "");

    /// <summary>The first digits of a fingerprint, by four.</summary>
    public static string Fingerprint(string fingerprint) =>
        string.Join(' ', fingerprint.Chunk(GroupLength).Take(GroupsShown).Select(group => new string(group)));
}
