using Evaluation.Core.French;
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

    /// <summary>
    /// « ; réponses favorables : 34 sur 41 en 2024, 2 sur 2 en 2025 (pas de pourcentage sous 5) »; null for what is no share of answers.
    /// </summary>
    public static string? Answers(IndicatorLine line, int year)
    {
        string[] counts = [.. new[] { (Count: line.PreviousAnswers, Year: year - 1), (Count: line.Answers, Year: year) }
            .Where(a => a.Count is not null)
            .Select(a => $"{FrenchNumber.Format(a.Count!.Favourable, 0)} sur {FrenchNumber.Format(a.Count.Expressed, 0)} en {ReportText.Year(a.Year)}")];
        var isWithoutPercentage = line is { PreviousAnswers.AreTooFew: true } or { Answers.AreTooFew: true };
        return counts.Length == 0 ? null : "\u202F" + Typography.Fix($"; réponses favorables : {string.Join(", ", counts)}"
            + (isWithoutPercentage ? $" (pas de pourcentage sous {FrenchNumber.Format(IndicatorDefinition.FewestAnswers, 0)})" : ""));
    }

    /// <summary>How a value stands beside its target.</summary>
    public static string State(TargetStatus state) => state switch
    {
        TargetStatus.Reached => "atteinte",
        TargetStatus.Close => "proche",
        TargetStatus.Missed => "non atteinte",
        TargetStatus.NoTarget => "sans cible",
        TargetStatus.NotKnown => Figure.NotTransmittedText,
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
