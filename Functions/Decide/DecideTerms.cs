using Evaluation.Core.Periods;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Decide;

/// <summary>Reads what is asked of reports and decisions.</summary>
internal static class DecideTerms
{
    private const int LongestFunction = 200;
    private const int LongestComment = 2_000;

    public static string FunctionOf(string? text) =>
        Trimmed(text) is { } function && function.Length <= LongestFunction && !function.Any(char.IsControl)
            ? function
            : throw new ApiProblemException(
                422, "report.function", "La fonction de qui valide manque, dépasse 200 caractères ou contient un caractère de commande : donnez-la, par exemple « directrice générale des services ».");

    public static string? CommentOf(string? text) =>
        Trimmed(text) is not { } comment ? null
        : comment.Length <= LongestComment && !comment.Any(c => char.IsControl(c) && c is not ('\n' or '\r')) ? comment
        : throw new ApiProblemException(
            422, "report.comment", "Le commentaire dépasse 2 000 caractères ou contient un caractère de commande : corrigez-le.");

    public static int YearOf(string text) => Period.TryParse(text, out var period) && period.Periodicity == Periodicity.Annual
        ? period.Year
        : throw new ApiProblemException(404, "year.invalid", "Cette année n’est pas valable : écrivez-la sur quatre chiffres, de 2000 à 2099.");

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
