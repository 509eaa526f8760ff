using Evaluation.Core.Costs;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Tests.Papers;

/// <summary>The statement of a member, with the figures of docs/spec/papers.md.</summary>
public sealed class MemberStatementPaperTests
{
    [Fact]
    public void It_says_what_is_owed_and_where_the_change_comes_from()
    {
        var paper = Paper(GivenPapers.Told());

        Assert.Equal(["Instruction des permis", "Archives"], Table(paper, "Montants").Rows.Select(r => r.Cells[0].Words));
        Assert.All(Table(paper, "Écarts").Rows, r => Assert.Equal(r.Cells[3].Number - r.Cells[2].Number, r.Cells[4].Number));
        var (before, now) = (Table(paper, "Montants").Rows[0].Cells[2].Number, Table(paper, "Montants").Rows[0].Cells[3].Number);
        Assert.Equal(now - before, Table(paper, "Écarts").Rows.Sum(r => r.Cells[4].Number));
        Assert.Equal(before, Table(paper, "Écarts").Rows[0].Cells[2].Number);
    }

    [Fact]
    public void Natures_add_up_to_the_amounts_that_have_any()
    {
        var paper = Paper(GivenPapers.Told());

        Assert.Equal(Table(paper, "Montants").Total!.Cells[3].Number, Table(paper, "Natures").Total!.Cells[2].Number);
    }

    [Fact]
    public void Each_call_is_told_with_its_state()
    {
        var siren = GivenService.Community.Members.Single(m => m.Name == "A").Siren;
        var costs = GivenPapers.Saving.Costs[1] with
        {
            Calls =
            [
                new FundsCall(siren, 1_000, new DateOnly(2025, 6, 1), CallKind.Provisional) { Standing = new CallStanding(CallState.Disputed, new DateOnly(2025, 7, 1), "Trop.") },
                new FundsCall(siren, 500, new DateOnly(2025, 3, 1), CallKind.Provisional),
                new FundsCall(siren, 250, new DateOnly(2026, 12, 1), CallKind.Balance),
            ],
        };
        var service = GivenPapers.Saving with { Costs = [GivenPapers.Saving.Costs[0], costs, GivenPapers.Saving.Costs[2]] };
        var paper = Paper(GivenPapers.Told() with { Told = GivenMemberYear.Of("A", [service.In(2025)]) });

        Assert.Equal(["émis", "contesté", "prévu"], Table(paper, "Appels").Rows.Select(r => r.Cells[4].Words));
        Assert.Equal("Trop.", Table(paper, "Appels").Rows[1].Cells[4].Note);
        Assert.Equal(1_750m, Table(paper, "Appels").Total!.Cells[3].Number);
        Assert.Equal(1_750m, Table(paper, "Règlement").Total!.Cells[2].Number);
        Assert.DoesNotContain(PaperRules.Sentences(paper), s => s.StartsWith("Les appels connus à ce jour", StringComparison.Ordinal));
    }

    [Fact]
    public void Calls_that_are_not_those_of_the_balance_are_told_as_such()
    {
        var facts = GivenPapers.Told();
        var moved = facts.Told.Services[0] with { Calls = [new MemberCall(new DateOnly(2025, 6, 1), "provisional", 10, "issued", null, null)] };
        var paper = Paper(facts with { Told = facts.Told with { Services = [moved, facts.Told.Services[1]] } });

        Assert.Contains(PaperRules.Sentences(paper), s => s.StartsWith("Les appels connus à ce jour ne font pas le total", StringComparison.Ordinal));
    }

    [Fact]
    public void All_members_have_a_line_and_the_lines_add_up()
    {
        IReadOnlyList<MemberYear> told = [.. new[] { "A", "B", "C" }.Select(n => GivenPapers.Told(n).Told)];
        var paper = MemberStatementsPaper.Of(GivenService.Community, 2025, GivenService.Edition.GeneratedOn, told);

        Assert.Empty(PaperRules.Broken(paper));
        var members = Table(paper, "Membres");
        Assert.Equal(["A", "B", "C"], members.Rows.Select(r => r.Cells[0].Words));
        Assert.Equal(Table(paper, "Montants").Total!.Cells[4].Number, members.Total!.Cells[2].Number);
        Assert.All(told, t => Assert.Equal(t.Total.Amount.Value, members.Rows.Single(r => r.Cells[0].Words == t.Member.Name).Cells[2].Number));
        Assert.Equal(["A", "A", "B", "B", "C", "C"], Table(paper, "Montants").Rows.Select(r => r.Cells[0].Words));
    }

    [Fact]
    public void A_member_of_no_service_is_told_so()
    {
        var facts = GivenPapers.Told();
        var paper = Paper(facts with { Told = facts.Told with { Services = [], Asked = [] } });

        Assert.StartsWith("A ne prend part à aucun service mutualisé", paper.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_well() => GoldenFile.Matches("Papers/memberStatement.txt", PaperAsText.Of(Paper(GivenPapers.Told())));

    private static Paper Paper(MemberStatementFacts facts)
    {
        var paper = MemberStatementPaper.Of(facts);
        Assert.Empty(PaperRules.Broken(paper));
        return paper;
    }

    private static PaperTable Table(Paper paper, string name) => paper.Tables().Single(t => t.Name == name);
}
