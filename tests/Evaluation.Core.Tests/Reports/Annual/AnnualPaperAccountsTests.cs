using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Annual;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Versions;

namespace Evaluation.Core.Tests.Reports.Annual;

/// <summary>What a report tells only where something was settled, said or published before.</summary>
public sealed class AnnualPaperAccountsTests
{
    private static readonly DateOnly Day = new(2026, 5, 2);

    [Fact]
    public void Every_figure_of_calls_carried_and_settled_amounts_stands_in_the_tables()
    {
        var report = Report(Lived());
        var settlement = report.Split.Settlement!;
        var tables = AnnualPaper.Of(report).Tables().ToList();

        Assert.All(["État des appels", "Reports d’exercices arrêtés", "Arrêtés de nouveau (1)"], name => Assert.Contains(tables, t => t.Name == name));
        Assert.Subset(Told(tables), ReportFigures.Of(settlement.Calls));
        Assert.Subset(Told(tables), new HashSet<decimal>(settlement.Carried!.Select(c => c.Amount.Value!.Value)));
        Assert.Subset(Told(tables), new HashSet<decimal>(settlement.Settled!.Corrections[0].Rows.Select(r => r.Change.Value!.Value)));
        Assert.All(
            tables.Where(t => t.Name is "État des appels" or "Reports d’exercices arrêtés" or "Arrêtés de nouveau (1)" or "Régularisation"),
            table => Assert.All(
                table.Columns.Index().Where(c => c.Index > 0 && table.Total!.Cells[c.Index].Number is not null), c => Assert.True(table.IsSum(c.Index), c.Item.Heading)));
        Assert.Contains(tables.Single(t => t.Name == "Régularisation").Columns, c => c.Heading == "Reporté");
    }

    [Fact]
    public void A_contested_call_is_told_with_its_reason_and_the_answer_of_a_member_beside_its_units()
    {
        var dossier = Lived();
        var paper = AnnualPaper.Of(Report(dossier));
        var blocks = paper.Sections.Single(s => s.Heading == Outline.Split).Blocks;

        Assert.Contains("Le nombre d’actes est faux.", Assert.Single(blocks.OfType<PaperList>().SelectMany(l => l.Items)), StringComparison.Ordinal);
        var statement = blocks.OfType<PaperTable>().Single(t => t.Name == "État annuel");
        Assert.Equal("Réponse du membre", statement.Columns[^1].Heading);
        var said = statement.Rows.Select(r => r.Cells[^1].Words!).ToList();
        Assert.Single(said, words => words.Contains("contestées (1er trimestre)", StringComparison.Ordinal));
        Assert.Contains(blocks, b => b is PaperText text && text.Text.StartsWith("Contestées", StringComparison.Ordinal));
    }

    [Fact]
    public void What_changed_comes_first_with_every_row_and_a_first_version_has_no_such_part()
    {
        var dossier = new SampleService().Dossier();
        var evaluation = AnnualEvaluation.Of(dossier);
        var before = dossier with { Costs = [.. dossier.Costs.Select(c => c with { Lines = [.. c.Lines.Select(l => l with { Amount = l.Amount + 10 })] })] };
        var changes = ChangesSection.Of(
            new EarlierVersion(1, Day, VersionBase.Of(AnnualEvaluation.Of(before), [])), VersionBase.Of(evaluation, []), Catalogue.Standard);
        var paper = AnnualPaper.Of(AnnualReport.Of(evaluation, SampleService.Edition, YearDecisions.None, changes));

        Assert.Equal("Ce qui a changé depuis la version 1", paper.Sections[0].Heading);
        var amounts = paper.Tables().Single(t => t.Name == "Montants changés");
        Assert.Equal(changes.Amounts!.Total.Difference, amounts.Total!.Cells[3].Number);
        Assert.True(amounts.IsSum(3));
        Assert.Equal(
            changes.Figures.Count(f => f.Kind == ChangedKind.Cost), paper.Tables().Single(t => t.Name == "Coûts, changements").Rows.Count);
        Assert.Equal(ReportHeadings.Summary, AnnualPaper.Of(Report(dossier)).Sections[0].Heading);
    }

    // The year before left each member 1 euro; the year was settled twice, the second time 2 euros higher.
    private static Dossier Lived()
    {
        var dossier = new SampleService().Dossier();
        var settlement = Report(dossier).Split.Settlement!;
        var payers = settlement.Rows.Select(r => (Siren: Core.Communities.Siren.Parse(r.Member!.Siren), Owed: r.Owed.Value ?? 0)).ToList();
        var asked = UnitsStanding.Of(
            dossier.Values, dossier.Mutualisation, dossier.Catalogue, dossier.Community.Members, [], SampleService.Year, dossier.AsOf)[0].Units;
        return dossier with
        {
            Costs =
            [
                .. dossier.Costs.Select(c => c.Year != SampleService.Year ? c : c with
                {
                    Calls =
                    [
                        .. c.Calls.Select((call, i) => call with
                        {
                            Standing = i switch
                            {
                                0 => new CallStanding(CallState.Disputed, Day, "Le nombre d'actes est faux."),
                                < 9 => new CallStanding(CallState.Paid, Day, null),
                                _ => null,
                            },
                        }),
                    ],
                }),
            ],
            Settled = new SettledYears(
            [
                new SettledYear(SampleService.Year - 1, [Settling(1, SampleService.Year, payers.Select(p => (p.Siren, 1m, 0m)))]),
                new SettledYear(SampleService.Year,
                [
                    Settling(2, SampleService.Year + 1, payers.Select(p => (p.Siren, p.Owed, 1m))),
                    Settling(3, SampleService.Year + 1, payers.Select(p => (p.Siren, p.Owed + 2, 1m))),
                ]),
            ]),
            Answers =
            [
                new UnitsAnswer(
                    asked.Member.Siren, asked.Period, UnitsVerdict.Contested, asked.Figures, "Un acte manque.", null, null, "someone",
                    new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.Zero), null),
            ],
        };
    }

    private static YearSettling Settling(int day, int to, IEnumerable<(Core.Communities.Siren Payer, decimal Amount, decimal Carried)> amounts) => new(
        new DateTimeOffset(2026, 6, day, 8, 0, 0, TimeSpan.Zero), new DateOnly(2026, 6, day), "someone", "direction des finances", "f", to,
        [.. amounts.Select(a => new SettledAmount(a.Payer, a.Amount, a.Carried, 0))]);

    private static AnnualReport Report(Dossier dossier) => AnnualReport.Of(AnnualEvaluation.Of(dossier), SampleService.Edition);

    private static HashSet<decimal> Told(IEnumerable<PaperTable> tables) =>
    [
        .. tables.SelectMany(t => t.Rows.Append(t.Total).OfType<PaperRow>()).SelectMany(r => r.Cells).Select(c => c.Number).OfType<decimal>(),
    ];
}
