using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Costs;

public sealed class SettlementTests
{
    private static readonly Community Communes = GivenCommunity.Of([.. Enumerable.Range(1, 60).Select(i => $"Commune {i}")]);

    private static readonly Siren Nobody = Siren.Parse(GivenCommunity.Siren);

    private static readonly Gen<(int Member, decimal Amount, bool IsBalance)> Calls =
        from member in Gen.Choose(1, 12)
        from cents in Gen.Choose(-5_000_000, 20_000_000)
        from isBalance in Gen.Elements(true, false)
        select (member, cents / 100m, isBalance);

    private static readonly Gen<(decimal[] Actual, (int, decimal, bool)[] Calls, SettlementMode Mode)> Years =
        from actual in Gen.Choose(-5_000_000, 20_000_000).Select(c => c / 100m).NonEmptyListOf()
        from calls in Calls.ListOf()
        from mode in Gen.Elements(SettlementMode.AcImputation, SettlementMode.TitreRecette, SettlementMode.Gratuit)
        select (actual.Take(60).ToArray(), calls.ToArray(), mode);

    [Fact]
    public void Balances_add_up_to_what_is_owed_less_what_was_called() => Properties.Hold(Years, y =>
    {
        var settlement = Of(y.Mode, y.Actual, y.Calls);
        var owed = y.Mode == SettlementMode.Gratuit ? 0 : y.Actual.Sum();
        return settlement.Balance == owed - y.Calls.Sum(c => c.Item2)
            && settlement.Members.Sum(m => m.Actual) == owed
            && settlement.Members.Select(m => m.Member).Distinct().Count() == settlement.Members.Count;
    });

    [Fact]
    public void Once_the_balances_are_called_nothing_is_left() => Properties.Hold(Years, y =>
    {
        var first = Of(y.Mode, y.Actual, y.Calls);
        var settled = Settlement.Of(
            2025,
            y.Mode,
            Shares(y.Actual),
            [.. CallsOf(y.Calls), .. first.Members.Select(m => new FundsCall(m.Member, m.Balance, default, CallKind.Balance))],
            SettledYears.None,
            Nobody,
            Communes);
        return settled.Members.All(m => m is { Balance: 0, Kind: BalanceKind.Nothing });
    });

    [Fact]
    public void What_is_imputed_and_what_is_billed_make_what_is_owed() => Properties.Hold(Years, y =>
    {
        var settlement = Of(y.Mode, y.Actual, y.Calls);
        return settlement.Members.All(m => settlement.ImputedOnAllowance(m) + settlement.SettledByTitle(m) == m.Actual);
    });

    [Fact]
    public void Calls_name_members_by_Siren_or_Insee_code()
    {
        var community = GivenCommunity.Of("A", "B");
        var read = CostReader.Read(2025, Document("38001", "38002"), community).Value!;

        Assert.Equal(community.Named("A").Siren, read.Lines[0].DirectMember);
        Assert.Equal("Facture 12", read.Lines[0].Evidence);
        Assert.Equal(
            [new FundsCall(community.Named("B").Siren, -12.50m, new DateOnly(2025, 6, 30), CallKind.Provisional)], read.Calls);
        Assert.Equal(new SharedCost(10, [new DirectCharge(community.Named("A").Siren, CostCategory.Autre, 10, "Facture 12")]).Full, read.ToShare()!.Full);
    }

    [Fact]
    public void A_member_from_elsewhere_is_a_fault() => Assert.Equal(
        [("member.unknown", "/lines/0/directMember"), ("member.unknown", "/calls/0/member")],
        CostReader.Read(2025, Document("38009", "38008"), GivenCommunity.Of("A")).Problems.Select(p => (p.Code, p.Pointer)));

    [Fact]
    public void A_year_has_at_most_5000_calls()
    {
        var document = Document("38001", "38001");

        Assert.Equal(5_000, Read(5_000).Value!.Calls.Count);
        ProblemAssert.Only("costs.calls", "/calls", Read(5_001).Problems);

        Problems.Outcome<CostYear> Read(int calls) =>
            CostReader.Read(2025, document with { Calls = [.. Enumerable.Repeat(document.Calls![0], calls)] }, GivenCommunity.Of("A"));
    }

    private static CostDocument Document(string direct, string called) => new()
    {
        Lines =
        [
            new CostLineDocument { Category = "autre", Stage = "actual", Amount = 10, DirectMember = direct, Evidence = "Facture 12" },
        ],
        Calls = [new FundsCallDocument { Member = called, Amount = -12.50m, CalledOn = "2025-06-30" }],
    };

    private static Settlement Of(SettlementMode mode, decimal[] actual, (int, decimal, bool)[] calls) =>
        Settlement.Of(2025, mode, Shares(actual), [.. CallsOf(calls)], SettledYears.None, Nobody, Communes);

    private static List<MemberShare> Shares(decimal[] actual) =>
        [.. actual.Select((amount, i) => new MemberShare(GivenContributors.Contributor(i + 1).Member, 365, [], 0, amount))];

    private static IEnumerable<FundsCall> CallsOf((int Member, decimal Amount, bool IsBalance)[] calls) => calls.Select(c => new FundsCall(
        Siren.Parse(GivenCommunity.SirenOf(c.Member)), c.Amount, default, c.IsBalance ? CallKind.Balance : CallKind.Provisional));
}
