using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>The whole record of a mutualisation, through the API.</summary>
public sealed class MutualisationRecordTests(RunningApp running)
{
    private const string Record = """
        {"label":"Instruction des autorisations d’urbanisme","serviceType":"ADS","legalForm":"serviceCommun","offerStatus":"existante",
        "offer":[{"edition":"juin 2021","on":"2021-06-15","status":"exploratoire"},{"edition":"juillet 2022","on":"2022-07-07","status":"existante"}],
        "lifecycle":[{"status":"conventionSigned","on":"2017-12-11","act":"2017-88"},{"status":"active","on":"2018-01-01"},{"status":"terminating","on":"2026-01-01","reason":"Retour aux communes."}],
        "provider":"38185","referent":"direction de l’urbanisme","contactMailbox":"urbanisme@exemple.fr","sponsor":"vice-présidence",
        "costCentre":"URB-01","hierarchicalAuthority":"direction générale","functionalAuthority":"maire de chaque commune",
        "memberships":[{"member":"38185","from":"2018-01-01","to":"2026-07-01","entryAct":"2017-1","exitAct":"2026-4","shareOfPost":0.4},{"member":"38151","from":"2018-01-01","shareOfPost":1}],"posts":2,
        "indicators":[{"code":"ADS-01"}],
        "convention":{"number":"2018-114","object":"Instruire.","signedOn":"2017-12-11","startsOn":"2018-01-01","endsOn":"2024-12-31","renewal":"tacite","noticeMonths":6,"billingMonths":3,
        "missions":["Instruire."],"means":["Douze agents."],"financialTerms":"Au coût réel.","settlement":"acImputation","forecastUnits":[{"member":"38185","units":616.8}],"reversibility":"Selon la clé.",
        "allocation":{"method":"split","criteria":[{"criterion":"population","weight":1}]}},
        "amendments":[{"number":"1","signedOn":"2024-12-01","effectiveOn":"2025-01-01","purpose":"Prolonger.","endsOn":"2030-12-31","settlement":"titreRecette"}],
        "deliberations":[{"assembly":"38185","number":"2017-88","on":"2017-12-11"}],
        "staffCommitteeOpinions":[{"committee":"38185","on":"2017-11-20","opinion":"favorable"}],
        "impactSheet":"Annexe 2","reglement":"Annexe 3",
        "committees":[{"kind":"steering","on":"2025-03-12","decisions":["Étendre."],"nextActions":["Recruter."]}],
        "recommendations":[{"year":2024,"text":"Former.","owner":"direction","dueOn":"2025-12-31","status":"dropped","statusOn":"2025-05-02","note":"Sans objet."}],
        "links":[{"kind":"pacteGouvernance","title":"Pacte","address":"https://exemple.fr/pacte.pdf"}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_record_comes_back_as_it_was_sent()
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var put = await PutAsync(service, Record);
        var sent = JsonNode.Parse(Record);
        var back = JsonNode.Parse(await running.Http.GetStringAsync(new Uri(service.Address, UriKind.Relative), Cancellation));

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.True(JsonNode.DeepEquals(sent, back), back?.ToJsonString());
    }

    [Fact]
    public async Task Contradictions_are_refused_together_each_in_its_place()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var contradictory = Record
            .Replace("\"existante\",\n", "\"nouvelle\",\n", StringComparison.Ordinal)
            .Replace("2025-01-01\",\"purpose", "2018-01-01\",\"purpose", StringComparison.Ordinal)
            .Replace("\"posts\":2", "\"posts\":1", StringComparison.Ordinal);

        using var answer = await PutAsync(service, contradictory);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["membership.shares /memberships", "offer.disagrees /offerStatus", "amendment.order /amendments/0/effectiveOn"],
            problem["errors"]!.AsArray().Select(e => $"{e!["code"]} {e["pointer"]}"));
    }

    private async Task<HttpResponseMessage> PutAsync(GivenService service, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await running.Http.PutAsync(new Uri(service.Address, UriKind.Relative), content, Cancellation);
    }
}
