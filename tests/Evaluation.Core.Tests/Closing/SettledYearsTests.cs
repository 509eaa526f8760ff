using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Closing;

public sealed class SettledYearsTests
{
    private static readonly DateOnly Today = new(2026, 2, 1);

    // The last year of the service, as it is known at the act: it may be put off, or brought forward.
    private static readonly Gen<(int Year, (int Payer, int Amount, int Called)[] Amounts, int Last)> Acts =
        from year in Gen.Choose(2021, 2025)
        from last in Gen.Choose(2021, 2028)
        from amounts in (
            from payer in Gen.Choose(1, 4)
            from amount in Gen.Choose(-10_000, 100_000)
            from called in Gen.Choose(-10_000, 100_000)
            select (payer, amount, called)).ListOf()
        select (year, amounts.DistinctBy(a => a.payer).ToArray(), last);

    [Fact]
    public void All_that_a_year_leaves_to_settle_is_carried_once_and_to_the_cent() => Properties.Hold(Acts.ListOf(), acts =>
    {
        var settled = Lived(acts);
        return settled.Years.All(year => year.Settlings.SelectMany(s => s.Amounts).Select(a => a.Payer).Distinct().All(payer =>
            Enumerable.Range(2000, 100).SelectMany(year.CarriedTo).Where(c => c.Payer == payer).Sum(c => c.Amount)
            == (year.Settlings.LastOrDefault(s => s.CarriedTo is not null)?.BalanceOf(payer) ?? 0)));
    });

    [Fact]
    public void What_is_carried_to_a_year_that_was_settled_since_is_in_its_amounts() => Properties.Hold(Acts.ListOf(), acts =>
    {
        var settled = Lived(acts.OrderBy(a => a.Year));
        return settled.Years.All(year => year.Last.Amounts.All(a =>
            a.Carried == settled.CarriedTo(year.Year).Where(c => c.Payer == a.Payer).Sum(c => c.Amount)));
    });

    [Fact]
    public void The_same_person_in_the_same_function_settles_once_and_another_is_told_who_did()
    {
        var settled = Settle(SettledYears.None, 2024, (1, 100, 0));

        Assert.Same(settled, settled.Settle(2024, Asked((1, 999, 0)), _ => true).Value);
        Assert.Equal(
            "Les montants de 2024 sont déjà arrêtés depuis le 1er février 2026 (comptable) : relisez les comptes de l’année.",
            Problem(settled.Settle(2024, Asked((1, 100, 0)) with { By = "another" }, _ => true).Problems, "settling.settled"));
    }

    [Fact]
    public void The_same_opening_is_one_and_what_is_open_or_was_never_settled_is_not_opened()
    {
        var opening = new PeriodOpening("someone", default, Today.AddDays(3), "because");
        var opened = Settle(SettledYears.None, 2024, (1, 100, 0)).Open(2024, opening, Today).Value!;

        Assert.Same(opened, opened.Open(2024, opening, Today).Value);
        Assert.Equal(
            "Les montants de 2024 sont déjà ouverts jusqu’au 4 février 2026 : corrigez, puis arrêtez-les de nouveau.",
            Problem(opened.Open(2024, opening with { By = "another" }, Today).Problems, "opening.open"));
        Assert.Equal(
            "Les montants de 2023 ne sont pas arrêtés : il n’y a rien à ouvrir.",
            Problem(opened.Open(2023, opening, Today).Problems, "opening.notSettled"));
        Assert.Equal((false, true), (opened.IsFrozen(2024, opening.Until), opened.IsFrozen(2024, opening.Until.AddDays(1))));
        Assert.NotNull(opened.Open(2024, opening with { Until = Today.AddDays(9) }, Today.AddDays(4)).Value);
    }

    [Fact]
    public void Settling_again_ends_the_opening_and_a_balance_goes_nowhere_when_the_service_ends()
    {
        var opened = Settle(SettledYears.None, 2024, (1, 100, 0)).Open(2024, new PeriodOpening("a", default, Today.AddDays(3), "b"), Today).Value!;

        var again = opened.Settle(2024, Asked((1, 150, 0)), year => year < 2025).Value!;

        Assert.True(again.IsFrozen(2024, Today));
        Assert.Equal([(2025, 2)], again.Years.Select(y => (y.Settlings[0].CarriedTo!.Value, y.Settlings.Count)));
        Assert.Null(again.Years[0].Last.CarriedTo);
        Assert.Equal([1.00m], again.CarriedTo(2025).Select(c => c.Amount));
    }

    private static SettledYears Lived(IEnumerable<(int Year, (int Payer, int Amount, int Called)[] Amounts, int Last)> acts) =>
        acts.Aggregate(SettledYears.None, (settled, act) => Settle(settled, act.Year, later => later <= act.Last, act.Amounts));

    private static SettledYears Settle(SettledYears settled, int year, params (int Payer, int Amount, int Called)[] amounts) =>
        Settle(settled, year, _ => true, amounts);

    // Opens the year before when it is settled.
    private static SettledYears Settle(
        SettledYears settled, int year, Func<int, bool> isInForce, (int Payer, int Amount, int Called)[] amounts)
    {
        var open = settled.IsFrozen(year, Today)
            ? settled.Open(year, new PeriodOpening("someone", default, Today, "because"), Today).Value!
            : settled;
        return open.Settle(year, Asked(amounts), isInForce).Value!;
    }

    private static YearSettling Asked(params (int Payer, int Amount, int Called)[] amounts) => new(
        default,
        Today,
        "someone",
        "comptable",
        "",
        null,
        [.. amounts.Select(a => new SettledAmount(Siren.Parse(GivenCommunity.SirenOf(a.Payer)), a.Amount / 100m, 0, a.Called / 100m))]);

    private static string Problem(IReadOnlyList<Core.Problems.Refusal> problems, string code)
    {
        var problem = Assert.Single(problems);
        Assert.Equal(code, problem.Code);
        return problem.Message.Replace('\u00A0', ' ').Replace('\u202F', ' ');
    }
}
