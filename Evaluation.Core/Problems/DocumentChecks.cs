using System.Globalization;
using Evaluation.Core.French;

namespace Evaluation.Core.Problems;

/// <summary>Reads the fields of one document and collects all its problems, each with its pointer.</summary>
internal sealed class DocumentChecks
{
    private const int MaxTextLength = 2_000;

    // Enough for the oldest syndicat and the longest lease; beyond it a digit is missing or doubled.
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>A list as sent: a null in it is an empty document, whose fields are then told as missing.</summary>
    public static IEnumerable<T> Items<T>(IReadOnlyList<T?>? list)
        where T : class, new() => (list ?? []).Select(item => item ?? new T());

    public void Add(string code, string pointer, string message) =>
        _problems.Add(new Problem(code, pointer, Typography.Fix(message)));

    public string RequiredText(string? value, string pointer, int maxLength = MaxTextLength)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add("document.missing", pointer, "Ce champ est obligatoire : renseignez-le.");
            return "";
        }

        return OptionalText(value, pointer, maxLength) ?? "";
    }

    public string? OptionalText(string? value, string pointer, int maxLength = MaxTextLength)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (value.Length > maxLength)
        {
            Add(
                "document.tooLong",
                pointer,
                string.Create(CultureInfo.InvariantCulture, $"Ce texte dépasse {maxLength} caractères : raccourcissez-le."));
        }
        else if (value.Any(c => char.IsControl(c) && c is not '\n'))
        {
            Add("document.controlCharacter", pointer, "Ce texte contient un caractère de commande : retirez-le.");
        }

        return value.Trim();
    }

    public T Choice<T>(string? value, string pointer, T? whenAbsent = null)
        where T : struct, Enum
    {
        if (value is null && whenAbsent is { } fallback)
        {
            return fallback;
        }

        if (DomainCode.TryParse<T>(value, out var choice))
        {
            return choice;
        }

        Add(
            "document.unknownChoice",
            pointer,
            $"Cette valeur n’est pas reconnue : choisissez parmi {string.Join(", ", DomainCode.All<T>())}.");
        return default;
    }

    public DateOnly? OptionalDate(string? value, string pointer)
    {
        if (value is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= EarliestYear and <= LatestYear)
        {
            return date;
        }

        Add("date.invalid", pointer, "Cette date n’est pas valable : écrivez-la année-mois-jour, de 1900 à 2199, par exemple 2025-01-31.");
        return null;
    }

    /// <summary>Tells that a figure is said to be known of a year that is still to come.</summary>
    public void NotAfter(int? year, int latest, string pointer)
    {
        if (year > latest)
        {
            Add(
                "year.future",
                pointer,
                string.Create(CultureInfo.InvariantCulture, $"Rien ne peut encore être constaté de l’année {year} : vérifiez-la ({latest} au plus tard)."));
        }
    }

    public DateOnly RequiredDate(string? value, string pointer)
    {
        if (value is null)
        {
            Add("document.missing", pointer, "Cette date est obligatoire : écrivez-la année-mois-jour.");
        }

        return OptionalDate(value, pointer) ?? default;
    }
}
