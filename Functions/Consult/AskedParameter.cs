using System.Globalization;

namespace Evaluation.Functions.Consult;

/// <summary>Parameters of an address that are no text; the framework would answer a 400 without a word to what it cannot read.</summary>
internal static class AskedParameter
{
    private const int UsualPage = 50;
    private const int LongestPage = 200;

    /// <summary>How many lines a page holds, within 1 and 200; 50 unless asked.</summary>
    /// <exception cref="ApiProblemException">400 when it is no number.</exception>
    public static int Limit(string? text) =>
        string.IsNullOrEmpty(text) ? UsualPage
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, LongestPage)
        : throw new ApiProblemException(
            400, "limit.unknown", $"Le paramètre « limit » n’est pas un nombre : écrivez un nombre de 1 à {LongestPage}.");

    /// <summary>Whether something is asked for; not, unless said.</summary>
    /// <exception cref="ApiProblemException">400 when it says neither.</exception>
    public static bool Flag(string? text, string name) => text switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => throw new ApiProblemException(400, $"{name}.unknown", $"Le paramètre « {name} » n’est pas reconnu : choisissez true ou false."),
    };
}
