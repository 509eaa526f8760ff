using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Papers.Charges;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Papers;

/// <summary>What titres, mandats and imputations are written from, with the figures of docs/spec/papers.md.</summary>
public sealed class ChargesPaperTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Siren Epci = GivenService.Community.Siren;
    private static readonly Siren A = GivenService.Community.Named("A").Siren;
    private static readonly Siren B = GivenService.Community.Named("B").Siren;

    [Fact]
    public void Each_payer_has_one_line_of_titres_mandats_and_imputations()
    {
        var table = Table(Crossing(), ChargesPaper.Payers);

        Assert.Equal(
            ["A 1200.00 0.00 6000.00 7200.00", "B 0.00 -380.00 3000.00 2620.00", $"{GivenService.Community.Name} 900.00 0.00 0.00 900.00"],
            table.Rows.Select(r => $"{r.Cells[0].Words} {string.Join(' ', r.Cells.Skip(3).Select(c => FormattableString.Invariant($"{c.Number:F2}")))}").Order(StringComparer.Ordinal));
        Assert.All(table.Rows, r => Assert.Equal(r.Cells[6].Number, r.Cells.Skip(3).Take(3).Sum(c => c.Number)));
        Assert.Equal(10_720m, table.Total!.Cells[6].Number);
    }

    [Fact]
    public void Those_that_owe_each_other_are_told_their_net()
    {
        var row = Assert.Single(Table(Crossing(), ChargesPaper.Crossed).Rows);

        var (first, second) = A.CompareTo(Epci) < 0 ? ("A", 6_300m) : (GivenService.Community.Name, -6_300m);
        Assert.Equal(first, row.Cells[0].Words);
        Assert.Equal(second, row.Cells[4].Number);
        Assert.Equal(row.Cells[4].Number, row.Cells[3].Number - row.Cells[2].Number);
    }

    [Fact]
    public void Without_crossed_conventions_no_net_is_told() =>
        Assert.DoesNotContain(Paper([Permits]).Tables(), t => t.Name == ChargesPaper.Crossed);

    [Fact]
    public void Calls_and_what_is_left_of_the_observed_cost_are_the_lines_of_a_service()
    {
        var given = new GivenService
        {
            Method = "split",
            Costs =
            [
                new(2025, [new CostLine(CostCategory.Personnel, CostStage.Actual, 8_950)])
                {
                    Calls =
                    [
                        new FundsCall(A, 5_000, new DateOnly(2025, 6, 30), CallKind.Provisional) { Standing = new CallStanding(CallState.Disputed, new DateOnly(2025, 7, 1), "Trop.") },
                        new FundsCall(B, 3_000, new DateOnly(2025, 6, 30), CallKind.Provisional),
                    ],
                },
            ],
        };
        var charges = ServiceCharges.Of(given.In(2025));

        Assert.Null(charges.WhyNoBalance);
        Assert.Equal(
            ["A Title provisional Disputed 5000.00", "A Title balance  140.00", "B Title provisional Issued 3000.00", "B PaymentOrder balance  -210.00", "C Title balance  1020.00"],
            charges.Charges.Select(c => FormattableString.Invariant(
                $"{GivenService.Community.Members.Single(m => m.Siren == c.Payer).Name} {c.Act} {(c.Kind == CallKind.Balance ? "balance" : "provisional")} {c.State} {c.Amount:F2}")));
        Assert.Equal(8_950m, charges.Charges.Sum(c => c.Amount));
    }

    [Fact]
    public void A_year_whose_cost_is_not_observed_has_its_calls_and_says_why_no_balance_is_told()
    {
        var given = new GivenService
        {
            Costs = [new(2025, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 8_950)]) { Calls = [new FundsCall(A, 5_000, new DateOnly(2025, 6, 30), CallKind.Provisional)] }],
        };
        var charges = ServiceCharges.Of(given.In(2025));

        Assert.Equal(5_000m, Assert.Single(charges.Charges).Amount);
        Assert.NotNull(charges.WhyNoBalance);
        var paper = Paper([charges]);
        Assert.Contains("Solde non établi", Assert.Single(Table(paper, ChargesPaper.Services).Rows).Cells[0].Note, StringComparison.Ordinal);
        Assert.Equal("1\u00A0montant pour 1\u00A0payeur.", paper.Lead);
    }

    [Fact]
    public void A_service_that_nobody_pays_is_told_only_where_something_was_called() =>
        Assert.Equal(
            ["Instruction des permis"],
            Table(Paper([Permits, new("Formation", [], false, "le coût constaté n’est pas réparti")]), ChargesPaper.Services).Rows.Select(r => r.Cells[0].Words));

    [Fact]
    public void A_year_without_any_amount_says_so() =>
        Assert.Equal("Aucun montant n’est appelé ni à régler pour 2025.", Paper([]).Lead);

    private static ServiceCharges Permits { get; } = new(
        "Instruction des permis",
        [
            new("Instruction des permis", Epci, A, ChargeAct.Allowance, CallKind.Provisional, new DateOnly(2025, 6, 30), CallState.Paid, 6_000),
            new("Instruction des permis", Epci, A, ChargeAct.Title, CallKind.Balance, null, null, 1_200),
            new("Instruction des permis", Epci, B, ChargeAct.Allowance, CallKind.Provisional, new DateOnly(2025, 6, 30), CallState.Issued, 3_000),
            new("Instruction des permis", Epci, B, ChargeAct.PaymentOrder, CallKind.Balance, null, null, -380),
        ],
        true,
        null);

    private static Paper Crossing() => Paper(
        [Permits, new("Déneigement", [new("Déneigement", A, Epci, ChargeAct.Title, CallKind.Provisional, new DateOnly(2025, 12, 31), CallState.Issued, 900)], true, null)]);

    private static Paper Paper(IReadOnlyList<ServiceCharges> services) => ChargesPaper.Of(GivenService.Community, 2025, Day, services);

    private static PaperTable Table(Paper paper, string name) => paper.Tables().Single(t => t.Name == name);
}
