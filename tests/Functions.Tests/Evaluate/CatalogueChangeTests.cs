using System.Net;
using Evaluation.Core.Assessments;
using Evaluation.Core.Indicators;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Demonstration;

namespace Evaluation.Functions.Tests.Evaluate;

/// <summary>A changed definition is seen by readers of the catalogue and publishes reports anew.</summary>
public sealed class CatalogueChangeTests(RunningApp running)
{
    private static readonly StoredDocument Document = new("a", "b", BinaryData.FromString("{}"), 1, default);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tag_of_the_catalogue_is_that_of_its_content()
    {
        using var first = await running.Http.GetAsync("/api/catalogue", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/catalogue");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal(CatalogueApi.Written(Catalogue.Standard).Tag, first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEqual(
            CatalogueApi.Written(Catalogue.Standard).Tag,
            CatalogueApi.Written(Changed("ADS-01", d => d with { Label = "Dossiers reçus" })).Tag);
    }

    public static TheoryData<string, string, bool> Changes => new()
    {
        { "target", "ADS-06", true },
        { "direction", "ADS-06", true },
        { "definition", "TRV-05", true },
        { "earlier version", "ADS-06", true },
        { "target", "DSI-04", false },
        { "nothing", "ADS-06", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_definition_of_the_service_that_changed_makes_another_fingerprint(string change, string code, bool isOther)
    {
        var catalogue = Changed(code, d => change switch
        {
            "target" => d with { Target = d.Target! with { Value = d.Target.Value - 1 } },
            "direction" => d with { Direction = Direction.Neutral },
            "definition" => d with { Definition = "Autre chose" },
            "earlier version" => d with { Versions = [new(null, null, null, d with { Label = "Avant" }), new(new DateOnly(2025, 1, 1), null, "Autre mesure", d)] },
            _ => d,
        });
        var dossier = DemonstrationDossiers.EvaluationOf("200040715", "ads", 2025).Dossier;

        string Of(Catalogue with) =>
            Fingerprint.Of(AnnualEvaluation.Of(dossier with { Catalogue = with }), Document, Document, null);

        Assert.Equal(isOther, Of(Catalogue.Standard) != Of(catalogue));
    }

    private static Catalogue Changed(string code, Func<IndicatorDefinition, IndicatorDefinition> change) => new(
        Catalogue.Standard.ServiceTypes, [.. Catalogue.Standard.Indicators.Select(d => d.Code == code ? change(d) : d)]);
}
