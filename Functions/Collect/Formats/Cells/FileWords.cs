namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>French words for what a value is, beside the codes of the API.</summary>
internal static class FileWords
{
    public const string Provisional = "provisoire";
    public const string Final = "définitif";
    public const string Corrected = "corrigé";
    public const string Measured = "mesuré";
    public const string Estimated = "estimé";

    /// <summary>The code of a status; what is not known stays as it is, for the check of the row to refuse.</summary>
    public static string Status(string text) => FoldedText.Of(text) switch
    {
        "provisoire" or "provisional" => "provisional",
        "definitif" or "definitive" or "final" => "final",
        "corrige" or "corrigee" or "corrected" => "corrected",
        _ => text,
    };

    /// <summary>The code of a quality; what is not known stays as it is, for the check of the row to refuse.</summary>
    public static string Quality(string text) => FoldedText.Of(text) switch
    {
        "mesure" or "mesuree" or "measured" => "measured",
        "estime" or "estimee" or "estimated" => "estimated",
        _ => text,
    };
}
