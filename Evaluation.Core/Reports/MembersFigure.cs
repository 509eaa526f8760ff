using System.Text.Json.Serialization;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>An indicator member by member, as bars.</summary>
/// <param name="Name">Name of its file and of its anchor.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="UnitLine">Unit and order.</param>
/// <param name="Takeaway">The sentence to remember; null when none is certain.</param>
/// <param name="Code">The indicator.</param>
/// <param name="Year">The year evaluated.</param>
/// <param name="MemberNoun">« Commune », « Membre » when some are not communes.</param>
/// <param name="Line">The indicator’s figures.</param>
public sealed record MembersFigure(
    string Name,
    string Heading,
    string UnitLine,
    string? Takeaway,
    string Code,
    int Year,
    string MemberNoun,
    [property: JsonIgnore] IndicatorLine Line)
{
    /// <summary>By value, the highest first, then by Insee code; members without a whole value last.</summary>
    [JsonIgnore]
    public IReadOnlyList<MemberFigure> Sorted =>
        [.. Line.Members.OrderByDescending(m => m.WholeValue is not null).ThenByDescending(m => m.WholeValue)];

    /// <summary>Whether any member has a value for the year before.</summary>
    [JsonIgnore]
    public bool HasPrevious => Line.Members.Any(m => m.Previous.Value is not null);

    /// <summary>The chart.</summary>
    public CommuneBars Drawing() => new()
    {
        Title = $"{Heading}, {ReportText.Year(Year)}",
        Description = "Barres horizontales, de la plus haute valeur à la plus basse. " +
            "Toutes les valeurs sont dans le tableau de données.",
        Rows = [.. Sorted.Select(m => new CommuneBar(
            m.Member.Name,
            m.WholeValue,
            m.IsPartial ? "valeur partielle" : m.Value.Absence == Absence.NotApplicable ? "sans objet" : Figure.NotTransmittedText))],
        Decimals = Line.Decimals,
        Reference = Line.Target is { } target && HasMemberTarget(Line) ? new TargetLine(target.Value) : null,
        Marked = (Line.Target, HasMemberTarget(Line)) switch
        {
            ({ IsMaximum: true }, true) => Overrun.Above,
            ({ IsMaximum: false }, true) => Overrun.Below,
            _ => Overrun.None,
        },
    };

    internal static MembersFigure Of(string name, IndicatorLine line, int year, bool areCommunes)
    {
        var noun = areCommunes ? "commune" : "membre";
        var target = HasMemberTarget(line) ? $" ; trait : cible {line.Target!.Text(line.Decimals)}" : "";
        return new MembersFigure(
            name,
            $"{line.Label}, par {noun}",
            ReportText.Prose($"{ReportText.InUnit(line.Unit)} ({line.Code}), {ReportText.Year(year)}{target}"),
            line.IsConclusive ? MembersTakeaway.Of(line, areCommunes) : null,
            line.Code,
            year,
            ReportText.Opening(noun),
            line);
    }

    // The target of a total does not apply to each of its parts.
    internal static bool HasMemberTarget(IndicatorLine line) =>
        line.Target is not null && line.Aggregation is (Aggregation.Ratio or Aggregation.Average);
}
