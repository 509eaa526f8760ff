using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers.Charges;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Costs;

/// <summary>What a settled year leaves to a later one is owed there, and there only (docs/spec/settlement.md).</summary>
public sealed class CarriedOverYearsTests
{
    private const int Payers = 4;
    private static readonly DateOnly Today = new(2026, 2, 1);
    private static readonly Community Communes = GivenCommunity.Of([.. Enumerable.Range(1, Payers).Select(i => $"Commune {i}")]);
    private static readonly Siren Nobody = Siren.Parse(GivenCommunity.Siren);
    private static readonly Siren A = GivenService.Community.Named("A").Siren;
    private static readonly Siren B = GivenService.Community.Named("B").Siren;

    // A year comes to amounts and calls, is settled with them or not, and may be opened and settled again later on.
    private static readonly Gen<(int Year, (int Payer, int Amount, int Called)[] Amounts, bool IsSettled, int Last)> Acts =
        from year in Gen.Choose(2021, 2025)
        from isSettled in Gen.Elements(true, true, false)
        from last in Gen.Choose(2021, 2028)
        from amounts in (
            from payer in Gen.Choose(1, Payers)
            from amount in Gen.Choose(-10_000, 100_000)
            from called in Gen.Choose(-10_000, 100_000)
            select (payer, amount, called)).ListOf()
        select (year, amounts.DistinctBy(a => a.payer).ToArray(), isSettled, last);

    [Fact]
    public void Over_all_years_a_payer_is_called_and_left_to_settle_what_it_owes_once() => Properties.Hold(Acts.ListOf(), acts =>
    {
        var (settled, years) = Lived(acts);
        var all = Enumerable.Range(2021, 20).SelectMany(year => Of(year, years, settled).Members).ToList();
        return all.GroupBy(m => m.Member).All(g => g.Sum(m => m.Called + m.Balance) == g.Sum(m => m.Actual));
    });

    [Fact]
    public void Of_a_settled_year_whose_balances_are_carried_no_charge_is_left_and_the_next_one_has_it()
    {
        var given = new GivenService { Method = "split", Costs = [Year(2024, 8_950), Year(2025, 8_950)] };
        var before = ServiceCharges.Of(given.In(2024)).Charges;
        var settled = given with { Settled = Settle(given, 2024) };
        var (first, second) = (ServiceCharges.Of(settled.In(2024)).Charges, ServiceCharges.Of(settled.In(2025)).Charges);

        Assert.Equal(["A 5140.00", "B 2790.00", "C 1020.00"], Sums(before));
        Assert.All(first, c => Assert.NotNull(c.On));
        Assert.Equal(["A 5000.00", "B 3000.00"], Sums(first));
        Assert.Equal(["A 5280.00", "B 2580.00", "C 2040.00"], Sums(second));
    }

    [Fact]
    public void A_settled_year_says_where_its_balances_went_and_asks_for_nothing()
    {
        var given = new GivenService { Method = "split", Costs = [Year(2024, 8_950), Year(2025, 8_950)] };
        var settled = given with { Settled = Settle(given, 2024) };
        var section = Report(settled, 2024).Split.Settlement!;
        var (first, second) = (Account(settled, 2024), Account(settled, 2025));

        Assert.Contains("Ce qui restait à régler est reporté sur 2025 : il ne reste rien à régler pour 2024.", section.Sentences.Select(Plain));
        Assert.All(section.Rows, row => Assert.Equal((0m, "soldé"), (row.Balance.Value, row.Word)));
        Assert.Equal((5_000m, 5_000m, 0m, 140m), (first.Called.Value, first.Due.Value, first.Balance.Value, first.Onward!.Amount.Value));
        Assert.Equal([2025], first.Onward.Years);
        Assert.Equal((5_000m, 5_280m, 280m, 140m), (second.Called.Value, second.Due.Value, second.Balance.Value, second.Carried!.Amount.Value));
        Assert.Equal([2024], second.Carried.Years);
        Assert.Null(second.Onward);
    }

    [Fact]
    public void What_is_imputed_says_nothing_of_balances_that_went_to_the_next_year()
    {
        var given = new GivenService { Method = "split", Settlement = "acImputation", Costs = [Year(2024, 8_950), Year(2025, 8_950)] };
        var settled = given with { Settled = Settle(given, 2024) };

        Assert.Contains("le solde se règle à part", Plain(string.Join(' ', Report(given, 2024).Split.Settlement!.Sentences)), StringComparison.Ordinal);
        Assert.DoesNotContain("à part", string.Join(' ', Report(settled, 2024).Split.Settlement!.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void The_provider_is_no_payer_whatever_was_called_from_it()
    {
        var given = new GivenService
        {
            Method = "split",
            LegalForm = "miseADispositionService",
            Provider = GivenService.Community.Named("A").SortKey,
            Costs = [Year(2025, 8_950)],
        };
        var (evaluation, report) = (given.In(2025), Report(given, 2025));

        Assert.Equal(["B 2790.00", "C 1020.00"], Sums(ServiceCharges.Of(evaluation).Charges));
        Assert.DoesNotContain(evaluation.Settlement()!.Members, m => m.Member == A);
        Assert.Null(report.Accounts.Members.Single(m => m.Member.Siren == A.ToString()).Calls);
        Assert.Equal(5_140m, evaluation.Statement()!.Members.Single(m => m.Member == A).Share!.Amount);
    }

    [Fact]
    public void The_year_before_a_service_began_has_no_amount_that_could_be_missing()
    {
        var given = new GivenService { Costs = [Year(2025, 8_950)] };
        var young = given with
        {
            Memberships = [.. GivenService.Community.Members.Select(m => new MembershipDocument { Member = m.SortKey, From = "2025-01-01" })],
        };

        Assert.All(Report(given, 2025).Accounts.Members, m => Assert.Equal(Absence.NotTransmitted, m.Previous.Absence));
        Assert.All(Report(young, 2025).Accounts.Members, m => Assert.Equal(Absence.NotApplicable, m.Previous.Absence));
    }

    private static CostYear Year(int year, decimal cost) => new(year, [new CostLine(CostCategory.Personnel, CostStage.Actual, cost)])
    {
        Calls =
        [
            new FundsCall(A, 5_000, new DateOnly(year, 6, 30), CallKind.Provisional),
            new FundsCall(B, 3_000, new DateOnly(year, 6, 30), CallKind.Provisional),
        ],
    };

    private static SettledYears Settle(GivenService given, int year) => SettledYears.None.Settle(
        year,
        new YearSettling(default, Today, "someone", "comptable", "", null, [
            .. given.In(year).Settlement()!.Members.Select(m => new SettledAmount(m.Member, m.Actual, 0, m.Called)),
        ]),
        _ => true).Value!;

    private static AnnualReport Report(GivenService given, int year) => AnnualReport.Of(given.In(year), new ReportEdition(1, "", Today));

    private static AccountCalls Account(GivenService given, int year) =>
        Report(given, year).Accounts.Members.Single(m => m.Member.Siren == A.ToString()).Calls!;

    private static IEnumerable<string> Sums(IEnumerable<Charge> charges) => charges.GroupBy(c => c.Payer).Select(g =>
        FormattableString.Invariant($"{GivenService.Community.Members.Single(m => m.Siren == g.Key).Name} {g.Sum(c => c.Amount):F2}"));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static (SettledYears Settled, Dictionary<int, (int Payer, int Amount, int Called)[]> Years) Lived(
        IEnumerable<(int Year, (int Payer, int Amount, int Called)[] Amounts, bool IsSettled, int Last)> acts)
    {
        var settled = SettledYears.None;
        var years = new Dictionary<int, (int Payer, int Amount, int Called)[]>();
        foreach (var (act, rank) in acts.Select((act, i) => (act, i)))
        {
            years[act.Year] = act.Amounts;
            if (settled.Find(act.Year) is not null)
            {
                settled = settled.Open(act.Year, new PeriodOpening($"{rank}", default, Today.AddDays(1), "because"), Today.AddDays(rank * 2)).Value ?? settled;
            }

            if (act.IsSettled)
            {
                settled = settled.Settle(act.Year, new YearSettling(default, Today, "someone", "comptable", "", null, [
                    .. act.Amounts.Select(a => new SettledAmount(SirenOf(a.Payer), a.Amount / 100m, 0, a.Called / 100m)),
                ]), year => year <= act.Last).Value!;
            }
        }

        return (settled, years);
    }

    private static Settlement Of(int year, Dictionary<int, (int Payer, int Amount, int Called)[]> years, SettledYears settled)
    {
        var amounts = years.GetValueOrDefault(year) ?? [];
        return Settlement.Of(
            year,
            SettlementMode.TitreRecette,
            [.. amounts.Select(a => new MemberShare(GivenContributors.Contributor(a.Payer).Member, 365, [], 0, a.Amount / 100m))],
            [.. amounts.Select(a => new FundsCall(SirenOf(a.Payer), a.Called / 100m, default, CallKind.Provisional))],
            settled,
            Nobody,
            Communes);
    }

    private static Siren SirenOf(int payer) => Siren.Parse(GivenCommunity.SirenOf(payer));
}
