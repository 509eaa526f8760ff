using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Charges;

/// <summary>Amounts between bodies as they are put into accounts.</summary>
internal static class ChargeTables
{
    /// <summary>A line for each payer of each creditor.</summary>
    /// <param name="community">Names the bodies.</param>
    /// <param name="year">Written.</param>
    /// <param name="charges">At least one.</param>
    public static PaperTable ByPayer(Community community, string year, IReadOnlyList<Charge> charges)
    {
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Payeur"), PaperColumn.Words("SIREN"), PaperColumn.Words("Créancier"),
            PaperColumn.Euros("Titres"), PaperColumn.Euros("Mandats"), PaperColumn.Euros("Imputé sur l’AC"), PaperColumn.Euros("Net"),
        ];
        IReadOnlyList<PaperRow> rows =
        [
            .. charges.GroupBy(c => (c.Creditor, c.Payer)).OrderBy(g => g.Key.Creditor).ThenBy(g => g.Key.Payer).Select(g => PaperRow.Of(
                NameOf(community, g.Key.Payer),
                g.Key.Payer.ToString(),
                NameOf(community, g.Key.Creditor),
                Sum(g, ChargeAct.Title),
                Sum(g, ChargeAct.PaymentOrder),
                Sum(g, ChargeAct.Allowance),
                g.Sum(c => c.Amount))),
        ];
        return new PaperTable(
            ChargesPaper.Payers,
            $"Montants de {year} par payeur",
            "En euros ; émis ou à émettre par le créancier ; net : titres + mandats + imputé, un mandat étant négatif",
            columns,
            rows,
            PaperTotals.Of(columns, rows));
    }

    /// <summary>A line for each amount.</summary>
    /// <param name="community">Names the bodies.</param>
    /// <param name="year">Written.</param>
    /// <param name="charges">At least one.</param>
    public static PaperTable Each(Community community, string year, IReadOnlyList<Charge> charges)
    {
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"), PaperColumn.Words("Payeur"), PaperColumn.Words("SIREN"), PaperColumn.Words("Créancier"), PaperColumn.Words("Imputation"),
            PaperColumn.Words("Objet"), new("Jour", PaperFormat.Day), PaperColumn.Words("État"), PaperColumn.Euros("Montant"),
        ];
        IReadOnlyList<PaperRow> rows =
        [
            .. charges.Select(c => PaperRow.Of(
                ReportText.Name(c.Service),
                NameOf(community, c.Payer),
                c.Payer.ToString(),
                NameOf(community, c.Creditor),
                c.Act.Label(),
                c.On is null ? "solde à régler" : c.Kind switch { CallKind.Provisional => "acompte", CallKind.Balance => "régularisation" },
                c.On is { } day ? day : PaperTotals.NotApplicable,
                c.State?.Label() ?? "à émettre",
                c.Amount)),
        ];
        return new PaperTable(
            ChargesPaper.Lines, $"Appels et soldes de {year}", "En euros ; négatif : rendu au payeur", columns, rows, PaperTotals.Of(columns, rows));
    }

    /// <summary>Those that owe each other, and the net; null when nobody does.</summary>
    /// <param name="community">Names the bodies.</param>
    /// <param name="year">Written.</param>
    /// <param name="charges">Any number.</param>
    public static PaperTable? Net(Community community, string year, IReadOnlyList<Charge> charges)
    {
        var owed = charges.GroupBy(c => (c.Payer, c.Creditor)).ToDictionary(g => g.Key, g => g.Sum(c => c.Amount));
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Premier"), PaperColumn.Words("Second"), PaperColumn.Euros("Le second doit au premier"), PaperColumn.Euros("Le premier doit au second"),
            PaperColumn.Difference("Net dû par le premier"),
        ];
        IReadOnlyList<PaperRow> rows =
        [
            .. owed.Keys
                .Where(pair => pair.Payer.CompareTo(pair.Creditor) < 0 && owed.ContainsKey((pair.Creditor, pair.Payer)))
                .OrderBy(pair => pair.Payer)
                .ThenBy(pair => pair.Creditor)
                .Select(pair => (pair, Back: owed[(pair.Creditor, pair.Payer)], Forth: owed[pair]))
                .Select(p => PaperRow.Of(
                    NameOf(community, p.pair.Payer), NameOf(community, p.pair.Creditor), p.Back, p.Forth, p.Forth - p.Back)),
        ];
        return rows.Count == 0 ? null : new PaperTable(
            ChargesPaper.Crossed,
            $"Ceux qui se doivent l’un à l’autre pour {year}",
            "En euros ; net : ce que le premier doit au second − ce que le second doit au premier ; négatif, le second doit le net au premier",
            columns,
            rows);
    }

    /// <summary>A line for each service, the ones without an amount included.</summary>
    /// <param name="year">Written.</param>
    /// <param name="services">At least one.</param>
    public static PaperTable ByService(string year, IReadOnlyList<ServiceCharges> services)
    {
        IReadOnlyList<PaperColumn> columns =
            [PaperColumn.Words("Service"), PaperColumn.Euros("Appelé"), PaperColumn.Euros("Soldes à émettre"), PaperColumn.Euros("Ensemble")];
        IReadOnlyList<PaperRow> rows = [.. services.Select(Service)];
        return new PaperTable(
            ChargesPaper.Services,
            $"Montants de {year} par service",
            "En euros ; ensemble : appelé + soldes à émettre",
            columns,
            rows,
            PaperTotals.Of(columns, rows));
    }

    private static PaperRow Service(ServiceCharges service)
    {
        var called = service.Charges.Where(c => c.On is not null).Sum(c => c.Amount);
        var left = service.Charges.Where(c => c.On is null).Sum(c => c.Amount);
        var isKnown = service.WhyNoBalance is null;
        return PaperRow.Of(
            new PaperCell { Words = ReportText.Name(service.Service), Note = isKnown ? null : $"Solde non établi : {service.WhyNoBalance}." },
            called,
            PaperTotals.Known(isKnown ? left : null),
            PaperTotals.Known(isKnown ? called + left : null));
    }

    /// <summary>How an amount is put into accounts, in French.</summary>
    public static string Label(this ChargeAct act) => act switch
    {
        ChargeAct.Title => "titre de recettes",
        ChargeAct.PaymentOrder => "mandat",
        ChargeAct.Allowance => "imputation sur l’AC",
    };

    private static PaperCell Sum(IEnumerable<Charge> charges, ChargeAct act) => charges.Where(c => c.Act == act).Sum(c => c.Amount);

    private static string NameOf(Community community, Siren body) =>
        ReportText.Name(body == community.Siren ? community.Name : community.Find(body.ToString())?.Name ?? body.ToString());
}
