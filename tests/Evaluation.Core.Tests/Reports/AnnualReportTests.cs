using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports;

public sealed class AnnualReportTests
{
    private static readonly SampleService Service = new();

    [Fact]
    public void Shares_add_up_to_the_cost_in_both_years()
    {
        var split = Service.Report().Split;

        Assert.Equal(1_559_507.61m, split.Rows.Sum(r => r.Amount.Value));
        Assert.Equal(1_559_507.61m, split.Total!.Amount.Value);
        Assert.Equal(split.Total.Previous.Value, split.Rows.Sum(r => r.Previous.Value ?? 0));
        Assert.Null(split.RoundingGap);
    }

    [Fact]
    public void Entries_are_counted_in_days_and_marked_in_the_split()
    {
        var report = Service.Report();

        Assert.Equal([275, 275], report.Perimeter.Movements.Select(m => m.Days));
        Assert.Equal(2, report.Split.Rows.Count(r => r.IsPartial));
        Assert.Contains("prorata", Assert.Single(report.Split.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ville_centre_stands_apart_in_the_strata()
    {
        var strata = Service.Report().Perimeter.Strata!;

        Assert.Equal("Grenoble (ville-centre)", strata.Rows[^1].Label);
        Assert.Equal(49, strata.Rows.Sum(r => r.Members));
        Assert.Equal(strata.Total.Amount.Value, strata.Rows.Sum(r => r.Amount.Value));
        Assert.Equal(1_559_507.61m, strata.Total.Amount.Value);
    }

    [Fact]
    public void Charts_follow_stated_rules()
    {
        var report = Service.Report();

        Assert.Equal("ADS-01", report.Activity.Course!.Code);
        Assert.Equal("ADS-03", report.Activity.ByMember!.Code);
        Assert.Equal("ADS-06", report.Quality.Course!.Code);
        Assert.Equal("ADS-04", report.Quality.ByMember!.Code);
    }

    [Fact]
    public void There_are_five_key_figures_whatever_the_service()
    {
        Assert.Equal(5, Service.Report().Summary.KeyFigures.Count);
        Assert.Equal(5, PurchasingGroup().Report().Summary.KeyFigures.Count);
        Assert.Equal(5, Nothing().Report().Summary.KeyFigures.Count);
    }

    [Fact]
    public void The_first_year_has_no_comparison_and_says_so()
    {
        var report = (Service with
        {
            Keeps = key => key.Period.Year == SampleService.Year,
            Costs = [Service.Costs[1]],
        }).Report();

        Assert.Contains(report.Activity.Notes, n => n.Contains("il n’y a pas de comparaison", StringComparison.Ordinal));
        Assert.All(report.Activity.Lines, l => Assert.Null(l.Change.Value));
        Assert.Null(report.Costs.Total!.Previous.Value);
        Assert.Equal(["2025"], report.Costs.Composition!.Years.Select(y => y.Label));
        Assert.False(report.Split.HasPrevious);
        Assert.Contains(report.Split.Notes, n => n.StartsWith("Pas de montant pour 2024", StringComparison.Ordinal));
        Assert.DoesNotContain("en un an", report.Activity.Course!.Takeaway, StringComparison.Ordinal);
    }

    [Fact]
    public void A_purchasing_group_shares_no_cost_and_says_so()
    {
        var report = PurchasingGroup().Report();

        Assert.Null(report.Costs.Total);
        Assert.Equal("Un groupement de commandes ne partage aucun coût\u00A0: ce rapport n’en présente pas.", report.Costs.Notes[0]);
        Assert.Equal("Un groupement de commandes ne partage aucun coût\u00A0: il n’y a pas de répartition.", report.Split.Obstacle);
    }

    [Fact]
    public void Missing_units_of_a_member_stop_the_split_and_name_it()
    {
        var meylan = GrenobleCommunes.All.Single(c => c.Name == "Meylan").Siren;
        var report = (Service with
        {
            Keeps = key => key.Indicator != "ADS-03" || key.Member?.ToString() != meylan || key.Period.Year != SampleService.Year,
        }).Report();

        Assert.Contains("1\u00A0membre\u00A0: Meylan", report.Split.Obstacle, StringComparison.Ordinal);
        Assert.Null(report.Split.Total);
        Assert.Contains(report.Summary.Asked, a => a.Contains("Meylan", StringComparison.Ordinal));
        Assert.False(report.Perimeter.Strata!.HasAmounts);
    }

    [Fact]
    public void A_single_member_is_not_compared_with_itself()
    {
        var report = (Service with { Members = ["38185"] }).Report();

        Assert.Null(report.Perimeter.Strata);
        Assert.Null(report.Activity.ByMember);
        Assert.Contains(report.Perimeter.Sentences, s => s.StartsWith("Un seul membre", StringComparison.Ordinal));
        Assert.Equal("100", report.Split.Rows.Single().Share.Text(0));
        Assert.Contains("1\u00A0membre,", report.Summary.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zero_denominator_is_not_applicable_and_a_missing_value_is_not_available()
    {
        var bresson = GrenobleCommunes.All[0].Siren;
        var service = Service with
        {
            Overrides = [.. Service.Dossier().Values.All
                .Where(v => v.Key.Indicator is "ADS-02" or "ADS-05" && v.Key.Member?.ToString() == bresson)
                .Select(v => v with { Value = 0 })],
        };
        var missing = Service with { Keeps = key => key.Indicator != "ADS-02" || key.Member?.ToString() != bresson };

        Assert.Equal(Absence.NotApplicable, RateOfBresson(service).Absence);
        Assert.Equal(Absence.NotTransmitted, RateOfBresson(missing).Absence);

        static Figure RateOfBresson(SampleService service) =>
            service.Report().Quality.Lines.Single(l => l.Code == "ADS-06").Members[0].Value;
    }

    [Fact]
    public void No_value_at_all_gives_no_conclusion()
    {
        var report = Nothing().Report();

        Assert.Null(report.Activity.Course);
        Assert.Null(report.Activity.ByMember);
        Assert.Null(report.Quality.ByMember);
        Assert.Contains(report.Activity.Notes, n => n.Contains("Aucune valeur n’est connue pour 2025", StringComparison.Ordinal));
        Assert.Contains("pour conclure", report.Summary.Sentence, StringComparison.Ordinal);
        Assert.All(report.Quality.Lines, l => Assert.NotEqual(TargetStatus.Reached, l.State));
    }

    [Fact]
    public void Below_eighty_percent_received_nothing_is_concluded_of_an_indicator()
    {
        var report = (Service with
        {
            Keeps = key => key.Indicator != "ADS-12" || key.Period.Start.Month <= 6 || key.Period.Year != SampleService.Year,
        }).Report();

        var line = report.Quality.Lines.Single(l => l.Code == "ADS-08");
        Assert.NotNull(line.Value.Value);
        Assert.Equal(TargetStatus.NotConclusive, line.State);
        Assert.DoesNotContain(report.Summary.GoesWell, s => s.Contains(line.Label, StringComparison.Ordinal));
        Assert.Equal(TargetStatus.Reached, report.Quality.Lines.Single(l => l.Code == "ADS-04").State);
    }

    [Fact]
    public void A_unit_price_keeps_its_rounding_gap_on_a_line()
    {
        var report = (Service with
        {
            Document = WithKey("unitPrice", new KeyCriterionDocument
            {
                Criterion = "indicator",
                Indicator = "ADS-03",
                Weight = 1,
            })
        }).Report();

        var split = report.Split;
        Assert.NotNull(split.RoundingGap);
        Assert.Equal(split.Total!.Amount.Value, split.Rows.Sum(r => r.Amount.Value) + split.RoundingGap.Amount.Value);
        Assert.Contains("coût unitaire", split.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_without_any_unit_is_dropped_and_said()
    {
        var service = Service with
        {
            Overrides = [.. Service.Dossier().Values.All.Where(v => v.Key.Indicator == "ADS-03").Select(v => v with { Value = 0 })],
        };

        var split = service.Report().Split;

        Assert.Contains(split.Notes, n => n.StartsWith("Aucune unité de «\u00A0Équivalents permis de construire", StringComparison.Ordinal));
        Assert.Equal(1_559_507.61m, split.Rows.Sum(r => r.Amount.Value));
    }

    [Fact]
    public void A_forecast_without_accounts_is_called_provisional()
    {
        var report = (Service with
        {
            Costs = [new CostYear(SampleService.Year, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 1000.01m)])],
        }).Report();

        Assert.True(report.Costs.IsProvisional);
        Assert.True(report.Split.IsProvisional);
        Assert.Equal("2025 prévu", report.Costs.Composition!.Years.Single().Label);
        Assert.Equal("Coût complet prévu", report.Summary.KeyFigures[2].Label);
        Assert.Contains("doit coûter", report.Summary.Sentence, StringComparison.Ordinal);
        Assert.Contains(report.Summary.Asked, a => a.StartsWith("Faire transmettre le coût constaté", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_without_members_is_said_and_nothing_is_divided()
    {
        var report = (Service with { Document = SampleService.Planning with { Memberships = [] } }).Report();

        Assert.Equal("Aucun membre n’a pris part au service en 2025.", report.Perimeter.Sentences[0]);
        Assert.StartsWith("Aucun membre en 2025", report.Split.Obstacle, StringComparison.Ordinal);
        Assert.Equal("En 2025, aucun membre n’a pris part au service.", report.Summary.Sentence);
    }

    [Fact]
    public void A_member_that_left_the_year_before_keeps_its_row()
    {
        var document = SampleService.Planning with
        {
            Memberships = [.. GrenobleCommunes.All.Take(5).Select(c => new MembershipDocument
            {
                Member = c.Insee, From = "2018-01-01", To = c.Name == "Claix" ? "2025-01-01" : null,
            })],
        };

        var report = (Service with { Document = document }).Report();
        var split = report.Split;

        Assert.Equal([("Claix", false, 0)], report.Perimeter.Movements.Select(m => (m.Member.Name, m.IsEntry, m.Days)));
        var claix = split.Rows.Single(r => r.Member.Name == "Claix");
        Assert.Equal(Absence.NotApplicable, claix.Amount.Absence);
        Assert.Equal(split.Total!.Previous.Value, split.Rows.Sum(r => r.Previous.Value));
        Assert.Equal(split.Total.Change.Value, split.Rows.Sum(r => r.Change.Value));
    }

    [Fact]
    public void The_same_evaluation_gives_the_same_words() =>
        Assert.Equal(Service.Report().Summary.Sentence, (Service with { }).Report().Summary.Sentence);

    [Fact]
    public void Shares_and_gap_add_up_whatever_the_cost_and_the_method() =>
        Prop.ForAll<int, bool>((cents, isUnitPrice) =>
        {
            KeyCriterionDocument unit = new() { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 };
            var split = (Service with
            {
                Communes = [.. GrenobleCommunes.All.Take(7)],
                Document = WithKey(isUnitPrice ? "unitPrice" : "split", unit),
                Costs = [new CostYear(SampleService.Year, [new CostLine(CostCategory.Autre, CostStage.Actual, cents / 100m)])],
            }).Report().Split;

            return split.Rows.Sum(r => r.Amount.Value) + (split.RoundingGap?.Amount.Value ?? 0) == cents / 100m
                && split.Total!.Amount.Value == cents / 100m;
        }).HoldsOnTheSameCases();

    [Fact]
    public void Every_service_type_has_a_report()
    {
        foreach (var type in Catalogue.Standard.ServiceTypes.Where(t => t.Code != "TRV"))
        {
            var codes = Catalogue.Standard.Indicators.Where(i => i.ServiceType == type.Code && !i.IsDerived).Select(i => i.Code);
            var document = SampleService.Planning with
            {
                ServiceType = type.Code,
                Indicators = [.. codes.Select(c => new FollowedIndicatorDocument { Code = c })],
                Convention = null,
            };

            var report = (Service with { Document = document, Communes = [.. GrenobleCommunes.All.Take(6)] }).Report();

            Assert.Equal(5, report.Summary.KeyFigures.Count);
            Assert.True(
                report.Activity.Course is not null || report.Activity.Lines.All(l => l.Periodicity == Core.Periods.Periodicity.Annual),
                type.Code);
        }
    }

    internal static SampleService PurchasingGroup() => Service with
    {
        Costs = [],
        Document = SampleService.Planning with
        {
            Label = "Groupement de commandes d'énergie",
            ServiceType = "GRC",
            LegalForm = "groupementCommandes",
            Indicators = [.. new[] { "GRC-01", "GRC-02", "GRC-03", "GRC-04" }.Select(c => new FollowedIndicatorDocument { Code = c })],
            Convention = SampleService.Planning.Convention! with { Allocation = null, Settlement = "gratuit" },
        },
    };

    internal static SampleService Nothing() => Service with { Keeps = _ => false, Costs = [] };

    internal static MutualisationDocument WithKey(string method, params KeyCriterionDocument[] criteria) => SampleService.Planning with
    {
        Convention = SampleService.Planning.Convention! with
        {
            Allocation = new AllocationDocument { Method = method, Criteria = criteria },
        },
    };
}
