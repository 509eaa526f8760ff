using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Store;

namespace Evaluation.Benchmarks;

/// <summary>What a service's own software does: declares itself, then pushes.</summary>
internal sealed class PushedService(HttpClient http)
{
    private static string Address => $"/api/communities/{GrenobleCommunes.CommunitySiren}";

    public Task DeclareCommunityAsync(CancellationToken cancellationToken) => PutAsync(
        Address,
        new CommunityDocument
        {
            Name = "Grenoble-Alpes-Métropole",
            Kind = "metropole",
            FiscalRegime = "fpu",
            Members = [.. GrenobleCommunes.All.Select(c => new MemberDocument
            {
                Siren = c.Siren, InseeCode = c.Insee, Name = c.Name, VilleCentre = c.Insee == GrenobleCommunes.Centre,
            })],
        },
        StoreJson.Documents.CommunityDocument,
        cancellationToken);

    public Task DeclareMutualisationAsync(string id, CancellationToken cancellationToken) => PutAsync(
        $"{Address}/mutualisations/{id}",
        SampleService.Planning with
        {
            Memberships =
                [.. GrenobleCommunes.All.Select(c => new MembershipDocument { Member = c.Insee, From = "2018-01-01" })],
        },
        StoreJson.Documents.MutualisationDocument,
        cancellationToken);

    /// <summary>Pushes a body and gives back how many bytes the answer has.</summary>
    /// <exception cref="InvalidOperationException">Not every row became what was expected of it.</exception>
    public async Task<int> PushAsync(
        string id, byte[] body, int rows, string expected, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync($"{Address}/mutualisations/{id}/values", content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return text.Contains(string.Create(CultureInfo.InvariantCulture, $"\"{expected}\":{rows}"), StringComparison.Ordinal)
            ? text.Length
            : throw new InvalidOperationException($"Not {rows} rows {expected}: {text[..300]}");
    }

    private async Task PutAsync<T>(string address, T document, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(document, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PutAsync(address, content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
