using System.Globalization;
using Evaluation.Core.Closing;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Close;

/// <summary>Reads what is asked of periods and years.</summary>
internal static class ClosingTerms
{
    /// <summary>How many days a closed period may be open again, today not counted.</summary>
    public const int LongestOpeningDays = 366;

    private const int LongestReason = 500;

    public static Period PeriodOf(string text) => Period.TryParse(text, out var period)
        ? period
        : throw new ApiProblemException(
            404, "period.invalid", "Cette période n’est pas valable : écrivez 2025-03, 2025-Q1, 2025-S1 ou 2025.");

    public static int YearOf(string? text, DateOnly today)
    {
        if (text is null)
        {
            return today.Year;
        }

        return Period.TryParse(text, out var period) && period.Periodicity == Periodicity.Annual
            ? period.Year
            : throw new ApiProblemException(404, "year.invalid", "Cette année n’est pas valable : écrivez-la sur quatre chiffres, de 2000 à 2099.");
    }

    public static ApprovalStep StepOf(ApprovalRequest request) => DomainCode.TryParse<ApprovalStep>(request.Step, out var step)
        ? step
        : throw new ApiProblemException(
            422, "approval.step", $"Cette étape n’existe pas : choisissez parmi {string.Join(", ", DomainCode.All<ApprovalStep>())}.");

    public static string? ReasonOf(string? text, bool required)
    {
        var reason = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (reason is null && required)
        {
            throw new ApiProblemException(422, "reason.missing", "Le motif manque : dites pourquoi dans le champ « reason ».");
        }

        return reason?.Length > LongestReason || reason?.Any(char.IsControl) is true
            ? throw new ApiProblemException(
                422, "reason.invalid", "Le motif dépasse 500 caractères ou contient un caractère de commande : corrigez-le.")
            : reason;
    }

    public static DateOnly UntilOf(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
        && until >= today && until <= today.AddDays(LongestOpeningDays)
            ? until
            : throw new ApiProblemException(
                422, "opening.until", "La fin de l’ouverture n’est pas valable : donnez une date comme 2026-01-31, dans l’année qui vient.");
}
