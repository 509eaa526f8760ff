using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Tests.Reports;

/// <summary>Members by month, members by use and amount, and what a slide puts together.</summary>
public sealed class ComparisonFiguresTests
{
    private static readonly SampleService Service = new();
    private static readonly string Bresson = GrenobleCommunes.All[0].Siren;

    [Fact]
    public void Months_add_up_to_the_year_of_each_member()
    {
        var figure = Service.Report().Activity.ByMonth!;

        Assert.Equal("ADS-03", figure.Code);
        Assert.Equal(49, figure.Rows.Count);
        Assert.All(figure.Rows, row => Assert.Equal(
            figure.Line.Members.Single(m => m.Member == row.Member).Value.Value, row.Months.Sum(m => m.Value)));
        Assert.Equal("Toutes les valeurs mensuelles attendues ont été transmises.", figure.Takeaway);
    }

    [Fact]
    public void A_month_that_did_not_come_is_missing_never_zero_and_a_month_outside_membership_is_neither()
    {
        var figure = (Service with
        {
            Keeps = key => key is not { Indicator: "ADS-03", Period: { Year: SampleService.Year, Index: 3 } } || key.Member?.ToString() != Bresson,
        }).Report().Activity.ByMonth!;

        var bresson = figure.Rows.Single(r => r.Member.Siren == Bresson);
        Assert.Equal([(2, Absence.NotTransmitted)], Empty(bresson));
        Assert.Equal(
            "1\u00A0valeur mensuelle n’a pas été transmise, chez 1\u00A0commune\u00A0: Bresson.", figure.Takeaway);
        var newcomer = figure.Rows.Single(r => r.Member.InseeCode == "38258");
        Assert.Equal([(0, Absence.NotApplicable), (1, Absence.NotApplicable), (2, Absence.NotApplicable)], Empty(newcomer));
        var cells = figure.Drawing().Rows.Single(r => r.Name == "Bresson").Cells;
        Assert.Equal(new HeatCell(null), cells[2]);

        static IEnumerable<(int, Absence)> Empty(MemberMonths row) =>
            row.Months.Index().Where(m => m.Item.Value is null).Select(m => (m.Index, m.Item.Absence!.Value));
    }

    [Fact]
    public void A_month_that_is_not_due_yet_is_not_called_missing()
    {
        var figure = (Service with
        {
            AsOf = new DateOnly(SampleService.Year, 9, 1),
            Keeps = key => key.Period.Start < new DateOnly(SampleService.Year, 7, 1),
        }).Report().Activity.ByMonth!;

        Assert.All(figure.Rows, row => Assert.Equal(Absence.NotApplicable, row.Months[11].Absence));
    }

    [Theory]
    [MemberData(nameof(WithoutMonths))]
    public void Months_are_not_offered_where_members_send_none(string name)
    {
        var report = Others[name].Report();

        Assert.Null(report.Activity.ByMonth);
        Assert.DoesNotContain(ChartSheets.Of(report), s => s.Name == "activite-mois");
    }

    public static TheoryData<string> WithoutMonths => ["one member", "no value"];

    private static Dictionary<string, SampleService> Others { get; } = new()
    {
        ["one member"] = Service with { Members = ["38185"] },
        ["no value"] = AnnualReportTests.Nothing(),
    };

    [Fact]
    public void Each_use_and_amount_by_inhabitant_can_be_checked()
    {
        var report = Service.Report();
        var figure = report.Split.Uses!;

        Assert.Equal(49, figure.Rows.Count);
        Assert.Equal(report.Split.Total!.Amount.Value, figure.Rows.Sum(r => r.Amount.Value));
        Assert.All(figure.Rows, row =>
        {
            Assert.Equal(Figure.Of(row.Amount.Value / row.Population.Value, 2), row.PerInhabitant);
            Assert.Equal(Figure.Of(row.Units.Value * 1000 / row.Population.Value, 1), row.UnitsPerThousand);
        });
        Assert.Equal(["Grenoble"], figure.Rows.Where(r => r.IsVilleCentre).Select(r => r.Member.Name));
        Assert.Equal(2, figure.Rows.Count(r => r.IsPartial));
        var points = figure.Drawing().Points;
        Assert.Equal(figure.Rows.Select(r => (r.UnitsPerThousand.Value!.Value, r.PerInhabitant.Value!.Value)), points.Select(p => (p.X, p.Y)));
        Assert.Equal("Grenoble", figure.Drawing().Named()[0].Name);
    }

    [Fact]
    public void The_unit_of_the_key_is_set_beside_amounts_even_where_it_is_not_followed()
    {
        var followed = SampleService.Planning.Indicators!.Where(i => i.Code != "ADS-03").ToList();

        var figure = (Service with { Document = SampleService.Planning with { Indicators = followed } }).Report().Split.Uses!;

        Assert.Equal("ADS-03", figure.UnitCode);
        Assert.Equal(Service.Report().Split.Uses!.Rows.Select(r => r.Units), figure.Rows.Select(r => r.Units));
    }

    [Fact]
    public void Uses_are_not_offered_where_no_cost_is_shared()
    {
        Assert.Null(AnnualReportTests.PurchasingGroup().Report().Split.Uses);
        Assert.Null((Service with { Members = ["38185"] }).Report().Split.Uses);
        Assert.Null(AnnualReportTests.Nothing().Report().Split.Uses);
    }

    [Fact]
    public void A_slide_shows_the_first_fifteen_and_the_exact_value_of_all_others()
    {
        var service = Service;
        var figure = service.Report().Quality.ByMember!;
        var left = figure.Sorted.Skip(15).Select(m => Siren.Parse(m.Member.Siren)).ToList();

        var (graphic, words) = figure.Drawing().ForSlide();

        var rows = Assert.IsType<CommuneBars>(graphic).Rows;
        Assert.Equal(16, rows.Count);
        Assert.Equal("34\u00A0autres communes", rows[^1].Name);
        Assert.Equal(OverTheYear(service, figure.Code, left), rows[^1].Value);
        Assert.Equal(
            "Les 15 premières communes sur 49\u202F; barre grise\u00A0: les 34 autres, toutes ensemble.", words);
    }

    [Fact]
    public void A_slide_counts_those_without_a_value()
    {
        var figure = (Service with { Keeps = key => key.Indicator != "ADS-03" || key.Member?.ToString() != Bresson }).Report()
            .Activity.ByMember!;

        Assert.EndsWith(", dont 1 sans valeur.", figure.Drawing().ForSlide().Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slide_of_sixteen_members_has_room_for_them_all()
    {
        var figure = (Service with { Members = [.. GrenobleCommunes.All.Take(16).Select(c => c.Insee)] }).Report().Activity.ByMember!;

        Assert.Equal(16, Assert.IsType<CommuneBars>(figure.Drawing().ForSlide().Graphic).Rows.Count);
        Assert.Null(figure.Drawing().ForSlide().Words);
    }

    [Fact]
    public void Every_sheet_says_whose_it_is_when_and_from_where()
    {
        var sheets = ChartSheets.Of(Service.Report());

        Assert.Equal(
            [
                "activite", "activite-membres", "activite-mois", "qualite", "qualite-membres", "couts", "usage-montant", "economies",
            ],
            sheets.Select(s => s.Name));
        Assert.All(sheets, s =>
        {
            Assert.Equal("Instruction des autorisations d’urbanisme", s.Sheet.Service);
            Assert.Equal("Grenoble-Alpes-Métropole", s.Sheet.Community);
            Assert.Equal("exercice\u00A02025", s.Sheet.Period);
            Assert.Equal(
                "Source\u00A0: évaluation annuelle du service commun, exercice 2025, version\u00A02 du 16\u00A0juin 2026, données au 12\u00A0juin 2026.",
                s.Sheet.Source);
            Assert.Equal("Données de démonstration\u00A0: chiffres inventés, communes réelles.", s.Sheet.Notice);
        });
        Assert.All(ChartSheets.Of((Service with { IsDemonstration = false }).Report()), s => Assert.Null(s.Sheet.Notice));
    }

    private static decimal? OverTheYear(SampleService service, string code, IReadOnlyList<Siren> members)
    {
        var dossier = service.Dossier();
        var definition = dossier.Catalogue.Find(code)!;
        var aggregation = new IndicatorAggregation(dossier.Values, dossier.Mutualisation, dossier.Catalogue);
        return Figure.Of(aggregation.Over(definition, Period.OfYear(SampleService.Year), members), definition.Decimals).Value;
    }
}
