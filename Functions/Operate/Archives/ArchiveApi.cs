using Evaluation.Core.Communities;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>All that is kept of a community in one file, and back: what makes leaving this app possible.</summary>
internal static class ArchiveApi
{
    private const int MostBytes = 100 * 1024 * 1024;
    private const string Remove = "remove";
    private const string Address = "/communities/{siren}/archive";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Address, Get).Require(Right.Administer)
            .WithSummary("Tout ce qui est gardé d’une communauté, en un seul fichier.")
            .AnswersFile(ArchiveFile.MediaType);
        api.MapPut(Address, Put).Require(Right.Administer).WithMetadata(new BodyLimit(MostBytes))
            .WithSummary("Restitue une archive là où la communauté n’est pas encore.")
            .Choice("leftovers", [Remove])
            .TakesFile(ArchiveFile.MediaType)
            .Answers(() => ArchivesJson.Answers.ArchiveAnswer);
    }

    private static async Task<IResult> Get(
        string siren, Addressed addressed, ArchiveWriting writing, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        return Results.Stream(
            await writing.WriteAsync(community, cancellationToken), ArchiveFile.MediaType, $"archive-{community.Siren}.zip");
    }

    private static async Task<IResult> Put(
        HttpRequest request, string siren, string? leftovers, ArchiveRestoring restoring, CancellationToken cancellationToken)
    {
        if (leftovers is not (null or Remove))
        {
            throw EdgeRefusals.ArchiveLeftoversAsked.Refused(Remove);
        }

        if (!Siren.TryParse(siren, out var community))
        {
            throw Addressed.NoCommunity();
        }

        if (request.ContentType?.StartsWith(ArchiveFile.MediaType, StringComparison.OrdinalIgnoreCase) is not true)
        {
            throw EdgeRefusals.BodyContentType.Refused(ArchiveFile.MediaType);
        }

        await using var file = ArchiveFile.Temporary();
        await request.Body.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        using var package = ArchivePackage.Open(file, community);
        return Results.Json(await restoring.RestoreAsync(package, leftovers is Remove, cancellationToken), ArchivesJson.Answers.ArchiveAnswer);
    }
}
