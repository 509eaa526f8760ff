using Evaluation.Functions.Look;

namespace Evaluation.Functions.Consult;

/// <summary>A step of the way back.</summary>
public sealed record Crumb(string Label, string Address);

/// <summary>Where the pages are.</summary>
internal static class PortalAddress
{
    public const string Home = "/portal";
    public const string Help = "/portal/help";
    public const string Poison = "/portal/poison";
    public const string SignIn = "/portal/sign-in";
    public const string SignOut = "/.auth/logout";
    public const string Icon = "/portal/icon.svg";
    public const string StylePath = "/portal/style.css";

    /// <summary>The style sheet, named by its content so that browsers may keep it for ever.</summary>
    public static string Style { get; } = $"{StylePath}?v={Uri.EscapeDataString(Stylesheet.Portal.Sha256[..12])}";

    public static string Community(string siren) => $"{Home}/communities/{siren}";

    public static string Mutualisation(string siren, string id) => $"{Community(siren)}/mutualisations/{id}";

    public static string Submission(string siren, string id, string submission) =>
        $"{Mutualisation(siren, id)}/submissions/{submission}";

    public static string Calendar(string siren) => $"{Community(siren)}/calendar";

    public static string NoticeAttempts(string siren, string id) => $"{Community(siren)}/notices/{id}/attempts";

    public static string PoisonReplay(string id) => $"{Poison}/{id}/replay";

    public static string PoisonDrop(string id) => $"{Poison}/{id}/drop";

    public static string ReportFile(string siren, string id, string kind, string period, string version, string file) =>
        $"{Mutualisation(siren, id)}/reports/{kind}/{period}/{version}/{file}";
}
