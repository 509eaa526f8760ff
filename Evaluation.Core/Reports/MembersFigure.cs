using System.Text.Json.Serialization;
using Evaluation.Core.French;
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

    /// <summary>What the members that a slide has no room for come to together; null when all find room.</summary>
    [JsonIgnore]
    public Figure? Rest { get; init; }

    /// <summary>The chart.</summary>
    public CommuneBars Drawing() => new()
    {
        Title = $"{Heading}, {ReportText.Year(Year)}",
        Description = "Barres horizontales, de la plus haute valeur à la plus basse. " +
            "Toutes les valeurs sont dans le tableau de données.",
        Rows = [.. Sorted.Select(m => new CommuneBar(
            m.Member.Name, m.WholeValue, m.IsPartial ? "valeur partielle" : InPlaceOfBar(m.Value)))],
        Rest = Rest is { } rest ? RestOf(rest) : null,
        Decimals = Line.Decimals,
        Reference = Line.Target is { } target && HasMemberTarget(Line) ? new TargetLine(target.Value) : null,
        Marked = (Line.Target, HasMemberTarget(Line)) switch
        {
            ({ IsMaximum: true }, true) => Overrun.Above,
            ({ IsMaximum: false }, true) => Overrun.Below,
            _ => Overrun.None,
        },
    };

    /// <summary>The figure.</summary>
    /// <param name="name">Name of its file and of its anchor.</param>
    /// <param name="line">The indicator’s figures.</param>
    /// <param name="year">The year evaluated.</param>
    /// <param name="areCommunes">Whether « communes » may be said of members.</param>
    /// <param name="over">The indicator over the year and some of its members.</param>
    internal static MembersFigure Of(
        string name, IndicatorLine line, int year, bool areCommunes, Func<IReadOnlyList<ReportMember>, decimal?> over)
    {
        var noun = areCommunes ? "commune" : "membre";
        var target = HasMemberTarget(line) ? $" ; trait : cible {line.Target!.Text(line.Decimals)}" : "";
        var figure = new MembersFigure(
            name,
            $"{line.Label}, par {noun}",
            ReportText.Prose($"{ReportText.InUnit(line.Unit)} ({line.Code}), {ReportText.Year(year)}{target}"),
            line.IsConclusive ? MembersTakeaway.Of(line, areCommunes) : null,
            line.Code,
            year,
            FrenchText.Opening(noun),
            line);
        var left = figure.Sorted.Skip(CommuneBars.RowsOfSlide).Select(m => m.Member).ToList();
        return left.Count < 2 ? figure : figure with { Rest = Figure.Of(over(left), line.Decimals) };
    }

    private static string InPlaceOfBar(Figure value) =>
        value.Absence == Absence.NotApplicable ? Figure.NotApplicableText : Figure.NotTransmittedText;

    private RestOfBars RestOf(Figure value)
    {
        var left = Sorted.Skip(CommuneBars.RowsOfSlide).ToList();
        var noun = ReportText.Inside(MemberNoun);
        var others = FrenchText.Count(left.Count, $"autre {noun}", $"autres {noun}s");
        var (first, theOthers) = MemberNoun == "Commune"
            ? ("premières communes", "toutes ensemble")
            : ("premiers membres", "tous ensemble");
        var without = left.Count(m => m.Value.Value is null);
        var missing = without == 0 ? "" : $", dont {FrenchNumber.Format(without)} sans valeur";
        return new RestOfBars(
            new CommuneBar(others, value.Value, InPlaceOfBar(value)) { IsTogether = true },
            ReportText.Prose(
                $"Les {FrenchNumber.Format(CommuneBars.RowsOfSlide)} {first} sur {FrenchNumber.Format(Sorted.Count)} ; " +
                $"barre grise : les {FrenchNumber.Format(left.Count)} autres, {theOthers}{missing}."));
    }

    // The target of a total does not apply to each of its parts.
    internal static bool HasMemberTarget(IndicatorLine line) =>
        line.Target is not null && line.Aggregation is (AggregationRule.Ratio or AggregationRule.Average);
}
