using System.Text;
using System.Text.Json.Nodes;
using Evaluation.Core.Indicators;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators;

public sealed class CatalogueTests
{
    [Fact]
    public void The_shipped_catalogue_has_21_service_types_and_163_indicators_and_is_read_once()
    {
        Assert.Equal(21, Catalogue.Standard.ServiceTypes.Count);
        Assert.Equal(163, Catalogue.Standard.Indicators.Count);
        Assert.Same(Catalogue.Standard, Catalogue.Standard);
    }

    [Fact]
    public void Every_indicator_is_found_under_its_code_which_begins_with_its_service_type() => Assert.All(
        Catalogue.Standard.Indicators,
        indicator =>
        {
            Assert.Same(indicator, Catalogue.Standard.Find(indicator.Code));
            Assert.Matches("^" + indicator.ServiceType + @"-\d{2}$", indicator.Code);
            Assert.NotNull(Catalogue.Standard.FindServiceType(indicator.ServiceType));
            Assert.DoesNotContain('\'', indicator.Label + indicator.Definition);
        });

    [Fact]
    public void The_target_of_an_indicator_points_the_way_that_is_good() => Assert.All(
        Catalogue.Standard.Indicators.Where(i => i.Target is not null),
        i => Assert.Equal(i.Direction == Direction.LowerIsBetter, i.Target!.IsMaximum));

    [Fact]
    public void Unknown_codes_are_not_found()
    {
        Assert.Null(Catalogue.Standard.Find("ADS-99"));
        Assert.Null(Catalogue.Standard.Find(null));
        Assert.Null(Catalogue.Standard.FindServiceType("XYZ"));
        Assert.Null(Catalogue.Standard.FindServiceType(null));
        Assert.Throws<KeyNotFoundException>(() => Catalogue.Standard["ADS-99"]);
    }

    [Fact]
    public void A_catalogue_that_contradicts_itself_is_refused_with_all_its_faults()
    {
        var json = Shipped();
        Indicator(json, "ADS-01")["serviceType"] = "ZZZ";
        Indicator(json, "ADS-04")["numerator"] = "ADS-98";
        Indicator(json, "ADS-06")["denominator"] = "ADS-08";
        Indicator(json, "ADS-10")["denominator"] = null;
        Indicator(json, "ADS-02")["min"] = 5;
        Indicator(json, "ADS-02")["max"] = 4;
        json["serviceTypes"]![0]!["defaultAllocationIndicator"] = "ADS-02";

        var refusal = Assert.Throws<InvalidDataException>(() => Read(json));

        Assert.Equal(
            [
                "ADS-01: unknown service type ZZZ",
                "ADS-02: min above max",
                "ADS-04: unknown part ADS-98",
                "ADS-06: part ADS-08 is itself computed",
                "ADS-10: a ratio, and only a ratio, has a numerator and a denominator",
                "ADS: ADS-02 is not a unit of functioning",
            ],
            refusal.Message["The catalogue contradicts itself: ".Length..].Split("; "));
    }

    [Fact]
    public void An_unknown_word_is_refused_with_the_indicator_that_uses_it()
    {
        var json = Shipped();
        Indicator(json, "ADS-01")["periodicity"] = "weekly";

        Assert.Equal(
            "ADS-01: 'weekly' is not a Periodicity.", Assert.Throws<InvalidDataException>(() => Read(json)).Message);
    }

    private static JsonNode Shipped() => JsonNode.Parse(Repository.Read("Evaluation.Core/Indicators/catalogue.json"))!;

    private static JsonNode Indicator(JsonNode catalogue, string code) =>
        catalogue["indicators"]!.AsArray().Single(i => (string)i!["code"]! == code)!;

    private static Catalogue Read(JsonNode catalogue)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(catalogue.ToJsonString()));
        return CatalogueReader.Read(stream);
    }
}
