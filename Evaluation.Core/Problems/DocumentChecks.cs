using System.Globalization;
using Evaluation.Core.French;

namespace Evaluation.Core.Problems;

/// <summary>Reads the fields of one document and collects all its problems, each with its pointer.</summary>
internal sealed class DocumentChecks
{
    private const int MaxTextLength = PlainText.Longest;

    // Enough for the oldest syndicat and the longest lease; beyond it a digit is missing or doubled.
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    private readonly List<Refusal> _problems = [];

    public IReadOnlyList<Refusal> Problems => _problems;

    /// <summary>A list as sent: a null in it is an empty document, whose fields are then told as missing.</summary>
    public static IEnumerable<T> Items<T>(IReadOnlyList<T?>? list)
        where T : class, new() => (list ?? []).Select(item => item ?? new T());

    public void Add(RefusalCode code, string pointer, params ReadOnlySpan<object?> about) => _problems.Add(code.At(pointer, about));

    public string RequiredText(string? value, string pointer, int maxLength = MaxTextLength)
    {
        if (PlainText.IsBlank(value))
        {
            Add(Refusals.DocumentMissing, pointer);
            return "";
        }

        return OptionalText(value, pointer, maxLength) ?? "";
    }

    public string? OptionalText(string? value, string pointer, int maxLength = MaxTextLength)
    {
        if (PlainText.IsBlank(value))
        {
            return null;
        }

        if (value.Length > maxLength)
        {
            Add(Refusals.DocumentTooLong, pointer, FrenchNumber.Format(maxLength));
        }
        else if (PlainText.Commands(value))
        {
            Add(Refusals.DocumentControlCharacter, pointer);
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

        Add(Refusals.DocumentUnknownChoice, pointer, string.Join(", ", DomainCode.All<T>()));
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

        Add(Refusals.DateInvalid, pointer, EarliestYear, LatestYear);
        return null;
    }

    /// <summary>Tells that a figure is said to be known of a year that is still to come.</summary>
    public void NotAfter(int? year, int latest, string pointer)
    {
        if (year > latest)
        {
            Add(Refusals.YearFuture, pointer, year, latest);
        }
    }

    public DateOnly RequiredDate(string? value, string pointer)
    {
        if (value is null)
        {
            Add(Refusals.DocumentMissing, pointer);
        }

        return OptionalDate(value, pointer) ?? default;
    }
}
