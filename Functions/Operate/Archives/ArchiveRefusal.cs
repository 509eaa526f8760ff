using Evaluation.Functions.Http;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>Why an archive is not put back.</summary>
internal static class ArchiveRefusal
{
    private const int LongestName = 120;

    /// <summary>It is no archive.</summary>
    public static ApiProblemException Unreadable() => new(
        400, "archive.unreadable", "Ce fichier n’est pas une archive lisible : envoyez le fichier zip obtenu de l’application, sans le modifier.");

    /// <summary>It is laid out otherwise than this app does.</summary>
    public static ApiProblemException OtherFormat() => new(
        422, "archive.format", $"Cette archive n’est pas au format {ArchiveFile.Format} : demandez-la de nouveau à l’application qui l’a écrite, dans sa version actuelle.");

    public static ApiProblemException OtherCommunity() => new(
        422, "archive.otherCommunity", "Cette archive est celle d’une autre communauté : vérifiez le SIREN de l’adresse.");

    public static ApiProblemException TooLarge() => new(
        413, "archive.tooLarge", "Cette archive dépasse ce que l’application relit en une fois : demandez à l’exploitant de la restituer par parties.");

    /// <summary>It holds what no archive of the community holds.</summary>
    public static ApiProblemException Unknown(string name) => new(
        422, "archive.unknownEntry", $"L’archive contient un élément inattendu, « {Clipped(name)} » : reprenez l’archive d’origine.");

    /// <summary>It lacks what it should hold.</summary>
    public static ApiProblemException Missing(string name) => new(
        422, "archive.missingEntry", $"Il manque un élément à l’archive, « {Clipped(name)} » : reprenez l’archive d’origine.");

    /// <summary>It holds something that is not what was written.</summary>
    public static ApiProblemException Damaged(string name) => new(
        422, "archive.damagedEntry", $"Un élément de l’archive est abîmé ou modifié, « {Clipped(name)} » : reprenez l’archive d’origine.");

    /// <summary>Something else is in its place.</summary>
    public static ApiProblemException Taken() => new(
        409,
        "archive.communityThere",
        "Cette communauté a déjà des données qui ne sont pas celles de l’archive : une archive ne se restitue que là où la communauté n’est pas encore.");

    /// <summary>The community is not there, and something is left of it that would not go with the archive.</summary>
    public static ApiProblemException Leftover(string name) => new(
        409,
        "archive.leftovers",
        $"Il reste ici de cette communauté un élément qui n’est pas celui de l’archive, « {Clipped(name)} » : vérifiez-le, puis renvoyez l’archive avec leftovers=remove pour qu’elle remplace tout ce qui reste.");

    private static string Clipped(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
