using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Charges;

/// <summary>
/// What the accountant of a community writes titres, mandats and imputations from: a line for each payer, a line for each amount,
/// and the net of those that owe each other (docs/spec/papers.md).
/// </summary>
public static class ChargesPaper
{
    /// <summary>Name of the table of payers.</summary>
    public const string Payers = "Payeurs";

    /// <summary>Name of the table of amounts.</summary>
    public const string Lines = "Lignes";

    /// <summary>Name of the table of services.</summary>
    public const string Services = "Services";

    /// <summary>Name of the table of those that owe each other.</summary>
    public const string Crossed = "Croisées";

    /// <summary>The paper; pure, the same every time.</summary>
    /// <param name="community">Whose services.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="on">Local date in Europe/Paris on which it is told.</param>
    /// <param name="services">By name.</param>
    public static Paper Of(Community community, int year, DateOnly on, IReadOnlyList<ServiceCharges> services)
    {
        var written = ReportText.Year(year);
        IReadOnlyList<Charge> charges = [.. services.SelectMany(s => s.Charges)];
        return PaperProse.Of(new Paper(
            ReportText.Name(community.Name),
            "Titres, mandats et imputations",
            $"Exercice {written}",
            $"Établi le {FrenchDate.InWords(on)}, avec les appels et les coûts connus ce jour.",
            community.IsDemonstration,
            Lead(charges, written),
            [.. Sections(community, written, charges, services)]));
    }

    private static string Lead(IReadOnlyList<Charge> charges, string year)
    {
        if (charges.Count == 0)
        {
            return $"Aucun montant n’est appelé ni à régler pour {year}.";
        }

        var toIssue = charges.Count(c => c.On is null);
        var disputed = charges.Count(c => c.State == CallState.Disputed);
        var payers = charges.Select(c => c.Payer).Distinct().Count();
        IReadOnlyList<string> parts =
        [
            .. toIssue == 0 ? (string[])[] : [FrenchText.Count(toIssue, "solde à émettre", "soldes à émettre")],
            .. disputed == 0 ? (string[])[] : [FrenchText.Count(disputed, "appel contesté", "appels contestés")],
        ];
        return $"{FrenchText.Count(charges.Count, "montant", "montants")} pour {FrenchText.Count(payers, "payeur", "payeurs")}"
            + (parts.Count == 0 ? "." : $", dont {FrenchText.List(parts)}.");
    }

    private static IEnumerable<PaperSection> Sections(
        Community community, string year, IReadOnlyList<Charge> charges, IReadOnlyList<ServiceCharges> services)
    {
        if (charges.Count > 0)
        {
            yield return new PaperSection("Par payeur", [ChargeTables.ByPayer(community, year, charges)]);
            yield return new PaperSection("Montant par montant", [ChargeTables.Each(community, year, charges)]);
        }

        // What shares no cost, or has it paid by nobody, has nothing to be told while nothing was called.
        IReadOnlyList<ServiceCharges> told = [.. services.Where(s => s.IsBilled || s.Charges.Count > 0)];
        if (told.Count > 0)
        {
            yield return new PaperSection("Par service", [ChargeTables.ByService(year, told)]);
        }

        if (ChargeTables.Net(community, year, charges) is { } net)
        {
            yield return new PaperSection("Conventions croisées", [net, new PaperNote("Le net se lit dans les deux sens ; chaque dette garde son titre tant que les comptables ne l’ont pas compensée.")]);
        }
    }
}
