using System.Text;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>The service that is pushed to, declared through the API.</summary>
internal static class SoakService
{
    public const string Siren = "200040715";
    public const string Id = "ads";
    public const string Community = $"/api/communities/{Siren}";
    public const string Address = $"{Community}/mutualisations/{Id}";

    private const string CommunityDocument = """
        {"name":"Communauté d’essai","kind":"metropole","fiscalRegime":"fpu","members":[
        {"siren":"213801855","inseeCode":"38185","name":"Grenoble","villeCentre":true},
        {"siren":"213801517","inseeCode":"38151","name":"Échirolles"},
        {"siren":"213800576","inseeCode":"38057","name":"Bresson"}]}
        """;

    private const string MutualisationDocument = """
        {"label":"Instruction des autorisations d’urbanisme","serviceType":"ADS","legalForm":"serviceCommun",
        "provider":"38185","referent":"direction de l’urbanisme",
        "memberships":[{"member":"38185","from":"2018-01-01"},{"member":"38151","from":"2018-01-01"},{"member":"38057","from":"2018-01-01"}],
        "indicators":[{"code":"ADS-01"},{"code":"ADS-03"}]}
        """;

    /// <exception cref="HttpRequestException">It was refused.</exception>
    public static async Task DeclareAsync(HttpClient http, CancellationToken cancellationToken)
    {
        foreach (var (address, document) in new[] { (Community, CommunityDocument), (Address, MutualisationDocument) })
        {
            using var content = new StringContent(document, Encoding.UTF8, "application/json");
            using var answer = await http.PutAsync(address, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }
}
