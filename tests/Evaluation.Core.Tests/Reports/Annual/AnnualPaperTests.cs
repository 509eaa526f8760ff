using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.Assessments;
using Evaluation.Core.Decisions;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Annual;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Annual;

public sealed partial class AnnualPaperTests
{
    private const int Services = 60;

    // Every property looks at the same services.
    private static readonly ConcurrentDictionary<int, (AnnualReport Report, Paper Paper)> Drawn = new();

    [Fact]
    public void Every_figure_of_a_part_of_the_report_stands_in_the_tables_of_that_part_or_of_the_annex() =>
        HoldForEveryReport((report, paper) => Parts(report).All(part =>
        {
            var told = FiguresOf(paper, part.Heading);
            told.UnionWith(FiguresOf(paper, ReportHeadings.Values));
            return ReportFigures.Of(part.Part).IsSubsetOf(told);
        }));

    [Fact]
    public void Every_figure_of_a_table_is_one_of_the_report() => HoldForEveryReport((report, paper) =>
    {
        var known = ReportFigures.Of(Parts(report).Select(part => part.Part).ToList());
        return paper.Tables().SelectMany(table => table.Rows).SelectMany(row => row.Cells).All(cell => cell.Number is not { } number || known.Contains(number));
    });

    [Fact]
    public void Totals_in_euros_are_the_sums_of_what_stands_above_them() => HoldForEveryReport((_, paper) =>
        new[] { "Coût complet", "Composition du coût", "Répartition", "Du montant dû au coût", "Régularisation", "Économie par membre" }
            .Select(name => paper.Tables().SingleOrDefault(t => t.Name == name))
            .OfType<PaperTable>()
            .All(table => table.Columns.Index().Where(c => IsOfMoney(table, c.Item.Heading)).All(c =>
                table.Total!.Cells[c.Index].Number is null || table.IsSum(c.Index))));

    [Fact]
    public void Tables_can_be_sheets_of_one_workbook() => HoldForEveryReport((_, paper) =>
    {
        var names = paper.Tables().Select(t => t.Name).ToList();
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count
            && names.TrueForAll(n => n.Length is > 0 and <= 31 && n.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) < 0)
            && paper.Tables().All(t => t.Rows.Append(t.Total).OfType<PaperRow>().All(r => r.Cells.Count == t.Columns.Count));
    });

    [Fact]
    public void Every_chart_of_the_report_is_there_in_its_order() => HoldForEveryReport((report, paper) =>
        paper.Charts().Select(c => c.Name).SequenceEqual(ChartSheets.Of(report).Select(s => s.Name), StringComparer.Ordinal));

    [Fact]
    public void Every_sentence_for_the_director_is_there() => HoldForEveryReport((report, paper) =>
    {
        var said = string.Join('\n', paper.Sections.SelectMany(s => s.Blocks).SelectMany(WordsOf).Prepend(paper.Lead));
        return SentencesOf(report).All(s => said.Contains(s, StringComparison.Ordinal));
    });

    [Fact]
    public void Sections_are_the_parts_of_the_page_between_the_summary_and_an_annex() => HoldForEveryReport((report, paper) =>
        paper.Sections.Select(s => s.Heading).SequenceEqual(
            [ReportHeadings.Summary, .. new Outline(report).Parts.Select(p => p.Title), ReportHeadings.Values], StringComparer.Ordinal));

    [Fact]
    public void The_planning_service_is_told_to_the_cent()
    {
        var paper = AnnualPaper.Of(new SampleService().Report());
        var split = Table(paper, "Répartition");

        Assert.Equal("Total", split.Total!.Cells[0].Words);
        Assert.Equal(1_559_507.61m, split.Total.Cells[^2].Number);
        Assert.True(split.IsSum(split.Columns.Count - 2));
        Assert.Equal("1\u202F559\u202F507,61", split.Text(split.Total.Cells[^2], split.Columns.Count - 2));
        Assert.Equal(49, split.Rows.Count);
        Assert.Equal(100m, split.Total.Cells[3].Number);
    }

    [Fact]
    public void A_row_is_read_in_its_own_unit()
    {
        var quality = Table(AnnualPaper.Of(new SampleService().Report()), "Qualité");
        var rate = quality.Rows.Single(r => r.Cells[0].Note!.StartsWith("ADS-06", StringComparison.Ordinal));
        var delay = quality.Rows.Single(r => r.Cells[0].Note!.StartsWith("ADS-04", StringComparison.Ordinal));

        Assert.Equal(PaperFormatKind.Signed, rate.Cells[3].Format!.Value.Kind);
        Assert.Equal(PaperFormatKind.SignedPercent, delay.Cells[3].Format!.Value.Kind);
        Assert.Equal(["au moins", "au plus"], new[] { rate.Cells[5].Words, delay.Cells[5].Words });
    }

    [Fact]
    public void Decisions_of_the_year_and_of_the_one_before_have_each_their_actions()
    {
        var signed = new SignedDecision(
            DecisionReader.Read(new DecisionDocument
            {
                Decision = "continue",
                Reasons = "Les délais sont tenus.",
                EffectiveOn = "2027-01-01",
                Actions = [new() { Label = "Revoir la clé.", Owner = "direction", DueOn = "2026-06-01" }],
                Proposed = "stop",
                DepartsBecause = "Le coût baisse.",
            }).Value!,
            new DateOnly(2026, 5, 2));
        var paper = AnnualPaper.Of(AnnualReport.Of(
            AnnualEvaluation.Of(new SampleService().Dossier()), SampleService.Edition, new YearDecisions(signed, signed)));

        foreach (var name in new[] { "Actions décidées", "Actions de l’année précédente" })
        {
            var row = Assert.Single(Table(paper, name).Rows);
            Assert.Equal(("Revoir la clé.", new DateOnly(2026, 6, 1), "à faire, en retard"), (row.Cells[0].Words, row.Cells[2].Day, row.Cells[3].Words));
        }

        Assert.Contains(
            paper.Sections.Single(s => s.Heading == Outline.Criteria).Blocks,
            block => block is PaperText { Text: "La décision s’écarte de la proposition\u00A0: Le coût baisse." });
    }

    [Fact]
    public void A_missing_value_is_told_and_no_zero()
    {
        var paper = AnnualPaper.Of(new SampleService { Keeps = key => key.Indicator != "ADS-01" || key.Period.Start.Month != 5 }.Report());
        var may = Table(paper, "Cours de l’activité").Rows[4];

        Assert.Equal("mai", may.Cells[0].Words);
        Assert.Equal("n.d.", may.Cells[2].Words);
        Assert.False(may.Cells[2].IsFigure);
    }

    private static PaperTable Table(Paper paper, string name) => paper.Tables().Single(t => t.Name == name);

    private static void HoldForEveryReport(Func<AnnualReport, Paper, bool> property) => Properties.Hold(
        Gen.Choose(1, 1_000_000),
        number =>
        {
            var (report, paper) = Drawn.GetOrAdd(number, Told);
            return property(report, paper);
        },
        Services);

    private static (AnnualReport Report, Paper Paper) Told(int number)
    {
        var (_, report) = new DrawnService(number).Evaluated();
        return (report, AnnualPaper.Of(report));
    }

    private static IEnumerable<(string Heading, object? Part)> Parts(AnnualReport report) =>
    [
        (Outline.Perimeter, report.Perimeter),
        (Outline.Activity, report.Activity),
        (Outline.Quality, report.Quality),
        (Outline.Costs, report.Costs),
        (Outline.Split, report.Split),
        (Outline.Savings, report.Savings),
        (Outline.Criteria, report.Criteria),
        (Outline.Completeness, report.Completeness),
    ];

    private static HashSet<decimal> FiguresOf(Paper paper, string heading)
    {
        var cells = paper.Sections.Where(s => s.Heading == heading)
            .SelectMany(s => s.Blocks)
            .SelectMany(Paper.TablesOf)
            .SelectMany(t => t.Rows.Append(t.Total).OfType<PaperRow>())
            .SelectMany(r => r.Cells)
            .ToList();
        return
        [
            .. cells.Select(c => c.Number).OfType<decimal>(),
            .. cells.SelectMany(c => Answers().Matches(c.Note ?? "")).SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value })
                .Select(n => decimal.Parse(n.Replace("\u202F", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)),
        ];
    }

    // « 34 sur 41 en 2025 »: the answers of a share of answers stand under its name.
    [GeneratedRegex(@"(\d+(?:\u202F\d{3})*) sur (\d+(?:\u202F\d{3})*) en", RegexOptions.CultureInvariant)]
    private static partial Regex Answers();

    // A difference to the year before has none for who was not there: its column is no sum.
    private static bool IsOfMoney(PaperTable table, string heading) =>
        table.Name is not ("Répartition" or "Du montant dû au coût") ? heading is not ("Évolution" or "Sens") && heading != table.Columns[0].Heading
        : heading.StartsWith("Montant 2", StringComparison.Ordinal);

    private static IEnumerable<string> SentencesOf(AnnualReport report) =>
    [
        report.Summary.Sentence, report.Summary.Proposal, report.Criteria.ProposalSentence,
        .. report.Summary.GoesWell, .. report.Summary.GoesWrong, .. report.Summary.Costs, .. report.Summary.Asked,
        .. report.Perimeter.Sentences, .. report.Governance?.Sentences ?? [], .. report.Activity.Notes, .. report.Activity.Trends,
        .. report.Quality.Notes, .. report.Quality.Trends, .. report.Costs.Notes, .. report.Split.Notes, .. report.Savings?.Sentences ?? [],
        .. report.Completeness.Notes, .. report.Definitions.General.Select(d => d.Meaning), .. report.Context.ToRegularise,
        .. report.Split.Settlement?.Sentences ?? [], .. report.Split.Worked?.Sentences ?? [],
    ];

    private static IEnumerable<string> WordsOf(PaperBlock block) => block switch
    {
        PaperText text => [text.Text],
        PaperNote note => [note.Text],
        PaperList list => list.Items,
        PaperReasons reasons => reasons.Reasons.Select(r => r.Explanation),
        _ => [],
    };
}
