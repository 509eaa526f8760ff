using System.Text.Json.Serialization;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>What one member uses and owes, against its size.</summary>
/// <param name="Member">Who.</param>
/// <param name="IsVilleCentre">Whether it is a ville-centre.</param>
/// <param name="IsPartial">Whether it took part in a part of the year only.</param>
/// <param name="Population">Population totale.</param>
/// <param name="Units">Units of functioning.</param>
/// <param name="UnitsPerThousand">Per 1 000 inhabitants, one decimal.</param>
/// <param name="Amount">Euros of the split, exact.</param>
/// <param name="PerInhabitant">Euros per inhabitant, two decimals.</param>
public sealed record MemberUse(
    ReportMember Member,
    bool IsVilleCentre,
    bool IsPartial,
    Figure Population,
    Figure Units,
    Figure UnitsPerThousand,
    Figure Amount,
    Figure PerInhabitant)
{
    internal bool CanBePlaced => UnitsPerThousand.Value is not null && PerInhabitant.Value is not null;
}

/// <summary>Members by what they use and what they owe, per inhabitant.</summary>
/// <param name="Name">Name of its file and of its anchor.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="UnitLine">What is set beside what, in which units.</param>
/// <param name="Takeaway">The sentence to remember.</param>
/// <param name="UnitLabel">Unit of functioning.</param>
/// <param name="UnitCode">Its code.</param>
/// <param name="UnitDecimals">Its decimals.</param>
/// <param name="Year">The year evaluated.</param>
/// <param name="MemberNoun">« Commune », « Membre » when some are not communes.</param>
/// <param name="Rows">By Insee code; those that cannot be placed too.</param>
public sealed record UsesFigure(
    string Name,
    string Heading,
    string UnitLine,
    string Takeaway,
    string UnitLabel,
    string UnitCode,
    int UnitDecimals,
    int Year,
    string MemberNoun,
    IReadOnlyList<MemberUse> Rows)
{
    /// <summary>What each mark of the chart means, and who has none.</summary>
    [JsonIgnore]
    public string Marks
    {
        get
        {
            var noun = ReportText.Inside(MemberNoun);
            var parts = new List<string> { $"un point par {noun}" };
            if (Rows.Any(r => r is { CanBePlaced: true, IsVilleCentre: true }))
            {
                parts.Add("carré : ville-centre");
            }

            if (Rows.Any(r => r is { CanBePlaced: true, IsPartial: true }))
            {
                parts.Add("marque creuse : une partie de l’année seulement");
            }

            var left = Rows.Count(r => !r.CanBePlaced);
            if (left > 0)
            {
                parts.Add($"sans point, faute de population, d’usage ou de montant connus : {FrenchText.Count(left, noun, noun + "s")}");
            }

            return ReportText.Prose(string.Join(" ; ", parts));
        }
    }

    /// <summary>The chart.</summary>
    public CommuneScatter Drawing() => new()
    {
        Title = $"{Heading}, {ReportText.Year(Year)}",
        Description = "Nuage de points : un point par membre, l’usage en abscisse, le montant en ordonnée. " +
            "Toutes les valeurs sont dans le tableau de données.",
        Across = ReportText.Prose($"{UnitLabel} pour {FrenchNumber.Format(1000)} habitants"),
        Upwards = "Montant en euros par habitant",
        Points =
        [
            .. Rows.Where(r => r.CanBePlaced).Select(r => new ScatterPoint(
                r.Member.Name, r.UnitsPerThousand.Value!.Value, r.PerInhabitant.Value!.Value, r.IsVilleCentre, r.IsPartial)),
        ],
    };
}
