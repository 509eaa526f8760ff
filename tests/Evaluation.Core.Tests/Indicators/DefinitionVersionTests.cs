using System.Text;
using System.Text.Json.Nodes;
using Evaluation.Core.Assessments;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Rules;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators;

/// <summary>A catalogue of three indicators: X-01 changed in 2024 and in April 2025, X-03 is X-01 over X-02.</summary>
public sealed class DefinitionVersionTests
{
    private readonly Catalogue _catalogue = Read(Document());

    [Theory]
    [InlineData("2023-12", "Dossiers reçus", null)]
    [InlineData("2024-01", "Dossiers déposés", null)]
    [InlineData("2025-03", "Dossiers déposés", null)]
    [InlineData("2025-04", "Dossiers déposés", "10")]
    [InlineData("2025", "Dossiers déposés", "10")] // what is in force at its end
    public void The_definition_in_force_is_that_of_the_period(string period, string label, string? target)
    {
        var inForce = _catalogue["ADS-01"].In(Exact.Span(period));

        Assert.Equal(label, inForce.Label);
        Assert.Equal(Exact.NumberOrNone(target), inForce.Target?.Value);
    }

    [Fact]
    public void The_catalogue_gives_the_last_version_with_all_those_before()
    {
        var definition = _catalogue["ADS-01"];

        Assert.Equal("Dossiers déposés", definition.Label);
        Assert.Equal((0, 900), (definition.Min, definition.Max));
        Assert.Equal(
            [(null, "2024-01-01"), ("2024-01-01", "2025-04-01"), ("2025-04-01", null)],
            definition.Versions.Select(v => (Iso(v.ValidFrom), Iso(v.ValidTo))));
        Assert.Equal([null, "Le dépôt en ligne compte.", "Une cible est fixée."], definition.Versions.Select(v => v.Change));
        Assert.Empty(_catalogue["ADS-02"].Versions);
        Assert.Same(_catalogue["ADS-02"], _catalogue["ADS-02"].In(Exact.Span("2025")));
    }

    [Theory]
    [InlineData("ADS-01", "2023-12", "2023-11", "")]
    [InlineData("ADS-01", "2023-12", "2024-01", "2024-01-01")]
    [InlineData("ADS-01", "2024-01", "2025-03", "")]
    [InlineData("ADS-01", "2025-03", "2025-04", "2025-04-01")]
    [InlineData("ADS-01", "2025-04", "2025-03", "2025-04-01")] // whichever comes first
    [InlineData("ADS-01", "2023-12", "2025-04", "2024-01-01 2025-04-01")]
    [InlineData("ADS-01", "2024", "2025", "2025-04-01")]
    [InlineData("ADS-01", "2025", "2025", "2025-04-01")] // a year in two ways
    [InlineData("ADS-02", "2023", "2025", "")]
    [InlineData("ADS-03", "2023", "2024", "2024-01-01")] // computed from what changed
    public void A_break_stands_between_two_periods_of_different_versions(string code, string one, string other, string breaks) =>
        Assert.Equal(breaks, string.Join(' ', _catalogue.BreaksBetween(_catalogue[code], Exact.Span(one), Exact.Span(other))
            .Select(b => Iso(b.On))));

    [Fact]
    public void A_trend_starts_again_after_a_break()
    {
        PeriodValue[] months = [.. Period.InYear(2024, Periodicity.Monthly).Concat(Period.InYear(2025, Periodicity.Monthly))
            .Select((p, i) => new PeriodValue(p, p.Year == 2024 ? 1_000 : i))];

        var all = TrendOutcome.Of(_catalogue["ADS-01"], months, _catalogue).Trend!;
        var tooSoon = TrendOutcome.Of(_catalogue["ADS-01"], months[..18], _catalogue);

        Assert.Equal((9, 1m), (all.Points, all.Slope));
        Assert.Equal(new TrendOutcome(null, TrendObstacle.Break), tooSoon);
    }

    [Fact]
    public void Nothing_is_compared_across_a_break()
    {
        TwoYears[] communes = [new(1, 2), new(2, 3), new(3, 5)];
        var definition = _catalogue["ADS-03"];

        Assert.Null(HomogeneityChange.Of(definition, Exact.Span("2024"), communes, _catalogue));
        Assert.NotNull(HomogeneityChange.Of(_catalogue["ADS-02"], Exact.Span("2024"), communes, _catalogue));
        Assert.Null(YearlyJump.Check(_catalogue["ADS-01"], Exact.Span("2024-01"), 500, 50, _catalogue));
        Assert.NotNull(YearlyJump.Check(_catalogue["ADS-01"], Exact.Span("2025-01"), 500, 50, _catalogue));
        Assert.Equal([7], ReferenceWindow.Before(
            _catalogue["ADS-01"],
            Exact.Span("2024-02"),
            [new(Exact.Span("2023-12"), 5), new(Exact.Span("2024-01"), 7)],
            24,
            _catalogue));
    }

    [Fact]
    public void A_year_of_a_new_definition_is_not_compared_with_the_one_before()
    {
        var community = GivenCommunity.Of("A");
        var service = GivenMutualisation.WithEveryone(community).Following("ADS-01", "ADS-02").Read();
        var values = new GivenValues(community);
        foreach (var year in new[] { 2024, 2025 })
        {
            values.AddYear("ADS-01", "A", year, 5).AddYear("ADS-02", "A", year, 5);
        }

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(community, service, values) with { Catalogue = _catalogue });

        Assert.Equal((60m, 60m), (evaluation.Find("ADS-01")!.Value, evaluation.Find("ADS-01")!.Previous));
        Assert.Null(evaluation.Find("ADS-01")!.Comparison);
        Assert.NotNull(evaluation.Find("ADS-02")!.Comparison);
    }

    [Fact]
    public void Versions_that_contradict_themselves_are_refused_with_all_their_faults()
    {
        var json = Document();
        json["indicators"]![0]!["versions"] = new JsonArray(
            new JsonObject { ["validFrom"] = "2024-01-15", ["change"] = "Rien." },
            new JsonObject { ["validFrom"] = "2024-01-01", ["min"] = 5, ["max"] = 4 });

        Assert.Equal(
            "ADS-01: the version of 2024-01-15 does not begin with a period; ADS-01: the version of 2024-01-15 ends before it begins; "
            + "ADS-01: min above max; ADS-01: the version of 2024-01-01 does not say what changed",
            Assert.Throws<InvalidDataException>(() => Read(json)).Message["The catalogue contradicts itself: ".Length..]);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // Three indicators of the shipped file, shortened, under their codes so that a service may follow them.
    private static JsonObject Document()
    {
        var shipped = JsonNode.Parse(Repository.Read("Evaluation.Core/Indicators/catalogue.json"))!;
        JsonNode Indicator(string code) => shipped["indicators"]!.AsArray().Single(i => (string)i!["code"]! == code)!.DeepClone();
        var (first, second, rate) = (Indicator("ADS-01"), Indicator("ADS-02"), Indicator("ADS-06"));
        first["label"] = "Dossiers reçus";
        first["max"] = 900;
        rate["code"] = "ADS-03";
        rate["numerator"] = "ADS-01";
        first["versions"] = new JsonArray(
            new JsonObject { ["validFrom"] = "2024-01-01", ["change"] = "Le dépôt en ligne compte.", ["label"] = "Dossiers déposés" },
            new JsonObject
            {
                ["validFrom"] = "2025-04-01",
                ["change"] = "Une cible est fixée.",
                ["target"] = new JsonObject { ["operator"] = ">=", ["value"] = 10, ["basis"] = "usual" },
            });
        return new JsonObject
        {
            ["serviceTypes"] = new JsonArray(new JsonObject { ["code"] = "ADS", ["label"] = "Urbanisme", ["nature"] = "fonctionnel" }),
            ["indicators"] = new JsonArray(first, second, rate),
        };
    }

    private static Catalogue Read(JsonNode catalogue)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(catalogue.ToJsonString()));
        return CatalogueReader.Read(stream);
    }
}
