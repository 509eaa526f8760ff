using Evaluation.Core.Costs;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Reports;
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

        Assert.Equal(Table(paper, "Montants").Total!.Cells[3].Number, Table(paper, "Natures").Total!.Cells[^1].Number);
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

    [Theory]
    [InlineData(1_000, "1\u202F000,00\u00A0€ à payer sont reportés sur 2026.")]
    [InlineData(-1, "1,00\u00A0€ à lui rendre est reporté sur 2026.")]
    public void What_a_settled_year_leaves_to_a_later_one_is_told_where_nothing_else_is_left(int onward, string sentence)
    {
        var service = GivenMemberYear.Of("A", [GivenPapers.Saving.In(2025)]).Services[0];
        var amount = service.Account!.Amount.Value!.Value;
        var calls = new AccountCalls(Figure.Of(amount - onward, 2), Figure.Of(0m, 2), Figure.Of(amount - onward, 2), Figure.Of(0m, 2), "soldé")
        {
            Onward = new AccountCarried([2026], Figure.Of((decimal)onward, 2)),
        };
        var told = service with { Account = service.Account with { Calls = calls } };
        var paper = Paper(GivenPapers.Told() with { Told = GivenPapers.Told().Told with { Services = [told], Asked = [] } });

        Assert.EndsWith($" Rien ne reste à appeler. {sentence}", paper.Lead, StringComparison.Ordinal);
        var due = Table(paper, "Règlement").Rows[0].Cells[3];
        Assert.Equal(amount - onward, due.Number);
        Assert.Contains("reportés sur 2026", due.Note, StringComparison.Ordinal);
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
    public void Of_a_free_service_a_member_is_told_its_part_and_owes_nothing()
    {
        var free = GivenPapers.Saving with { Settlement = "gratuit" };
        var facts = GivenPapers.Told() with { Told = GivenMemberYear.Of("A", [free.In(2025)]) };
        var paper = Paper(facts);

        Assert.StartsWith(
            "Projet\u00A0: pour 2025, la part d’A est de 378\u202F911,63\u00A0€ pour 1\u00A0service, après 364\u202F651,16\u00A0€ en 2024 (+14\u202F260,47\u00A0€)\u202F; rien n’est dû de cette part.",
            paper.Lead, StringComparison.Ordinal);
        Assert.Equal("Part du coût de 2025", paper.Sections[0].Heading);
        Assert.Equal("Part du coût de 2025", Figures(paper).Figures[0].Label);
        var mixed = Paper(facts with { Told = GivenMemberYear.Of("A", [free.In(2025), GivenPapers.Unmeasured.In(2025)]) });
        Assert.EndsWith("pour 2\u00A0services\u202F; rien n’est dû pour ce qui est gratuit.", mixed.Lead, StringComparison.Ordinal);
        var without = Paper(facts with { Told = GivenMemberYear.Of("A", [(free with { Received = (2021, 2024) }).In(2025), GivenPapers.Unmeasured.In(2025)]) });
        Assert.StartsWith("Projet\u00A0: pour 2025, A doit 278\u202F536,33\u00A0€ pour 1\u00A0service dont le montant est connu", without.Lead, StringComparison.Ordinal);
        Assert.Equal("Ce qui est dû pour 2025", without.Sections[0].Heading);
        Assert.Equal(
            "Part du coût de chaque membre, tous services",
            Table(MemberStatementsPaper.Of(GivenService.Community, 2025, GivenService.Edition.GeneratedOn, [facts.Told]), "Membres").Caption);
    }

    [Fact]
    public void A_figure_seen_first_says_that_it_is_partial()
    {
        var told = GivenMemberYear.Of("A", [GivenPapers.Saving.In(2025), GivenPapers.Unmeasured.In(2025)]);
        var unknown = told.Services[1] with { Source = "notTransmitted", Account = null, Units = [] };
        var paper = Paper(GivenPapers.Told() with { Told = told with { Services = [told.Services[0], unknown] } });

        Assert.Equal("partiel\u00A0: 1\u00A0valeur non disponible", Figures(paper).Figures[0].Comment);
    }

    [Theory]
    [InlineData("groupementCommandes")]
    [InlineData("reseauThematique")]
    public void A_service_that_shares_no_cost_makes_no_sum_partial(string form)
    {
        var purchases = GivenPapers.Unmeasured with { Label = "Achats", LegalForm = form };
        var facts = GivenPapers.Told() with { Told = GivenMemberYear.Of("A", [GivenPapers.Saving.In(2025), purchases.In(2025)]) };
        var paper = Paper(facts);

        Assert.Equal(["–", "–", "–", "–"], Table(paper, "Montants").Rows[1].Cells.Skip(1).Select(c => c.Words));
        Assert.Null(Table(paper, "Montants").Total!.Cells[3].Note);
        Assert.DoesNotContain("dont le montant est connu", paper.Lead, StringComparison.Ordinal);
        Assert.Contains("pour 1\u00A0service, après", paper.Lead, StringComparison.Ordinal);
        Assert.Equal((1, 0), (facts.Told.Total.Services, facts.Told.Total.Without.Count));
        Assert.Equal(facts.Told.Services[0].Account!.Change, facts.Told.Total.Change);

        var alone = Paper(facts with { Told = GivenMemberYear.Of("A", [purchases.In(2025)]) });
        Assert.Equal("A n’a pas de coût à partager en 2025.", alone.Lead);
    }

    [Theory]
    [InlineData(1, "1\u00A0membre prend part à un service en 2025 ou y prenait part l’année d’avant.")]
    [InlineData(2, "2\u00A0membres prennent part à un service en 2025 ou y prenaient part l’année d’avant.")]
    public void Both_verbs_agree_with_the_members(int count, string lead) => Assert.Equal(
        lead,
        MemberStatementsPaper.Of(
            GivenService.Community, 2025, GivenService.Edition.GeneratedOn, [.. new[] { "A", "B" }.Take(count).Select(n => GivenPapers.Told(n).Told)]).Lead);

    [Fact]
    public void A_member_of_no_service_is_told_so()
    {
        var facts = GivenPapers.Told();
        var paper = Paper(facts with { Told = facts.Told with { Services = [], Asked = [] } });

        Assert.StartsWith("A ne prend part à aucun service mutualisé", paper.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_a_measured_saving_is_named_below_the_table_and_keeps_its_row_in_the_workbook_of_all()
    {
        var facts = GivenPapers.Told();
        var all = MemberStatementsPaper.Of(GivenService.Community, 2025, GivenService.Edition.GeneratedOn, [facts.Told]);
        var paper = Paper(facts);

        Assert.Equal(["Instruction des permis"], Table(paper, "Comparaison").Rows.Select(r => r.Cells[0].Words));
        Assert.Contains(
            paper.Sections.SelectMany(s => s.Blocks).OfType<PaperNote>(),
            n => n.Text == "Aucune économie n’est mesurée pour le membre dans\u00A0: Archives.");
        Assert.Equal(["Instruction des permis", "Archives"], Table(all, "Comparaison").Rows.Select(r => r.Cells[1].Words));
        Assert.All(Table(all, "Montants").Rows, r => Assert.NotNull(r.Cells[1].Note));
        Assert.All(Table(paper, "Montants").Rows, r => Assert.Null(r.Cells[0].Note));
    }

    [Fact]
    public void It_reads_well() => GoldenFile.Matches("Papers/memberStatement.txt", PaperAsText.Of(Paper(GivenPapers.Told())));

    private static Paper Paper(MemberStatementFacts facts)
    {
        var paper = MemberStatementPaper.Of(facts);
        Assert.Empty(PaperRules.Broken(paper));
        return paper;
    }

    private static PaperFigures Figures(Paper paper) => paper.Sections[0].Blocks.OfType<PaperFigures>().Single();

    private static PaperTable Table(Paper paper, string name) => paper.Tables().Single(t => t.Name == name);
}
