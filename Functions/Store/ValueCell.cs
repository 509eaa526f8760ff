using System.Globalization;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Functions.Store;

/// <summary>
/// One value in a year row, written <c>42|final|measured|1|{first received on}|{submission}|{comment}</c>: the comment
/// comes last because it may hold any character. A value that was taken back has an empty first field.
/// </summary>
internal sealed record ValueCell(
    decimal? Value,
    ValueStatus Status,
    ValueQuality Quality,
    int Revision,
    DateOnly FirstReceivedOn,
    string Submission,
    string? Comment)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const int Fields = 7;

    private static readonly string[] Months =
        ["m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12"];

    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];
    private static readonly string[] Semesters = ["s1", "s2"];

    /// <summary>The properties of a row that hold periods.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Months, .. Quarters, .. Semesters, "y"];

    /// <summary>Whether the value was taken back.</summary>
    public bool IsDeleted => Value is null;

    /// <summary>The property that holds a period: <c>m01</c>…<c>m12</c>, <c>q1</c>…<c>q4</c>, <c>s1</c>, <c>s2</c>, <c>y</c>.</summary>
    public static string NameOf(Period period) => period.Periodicity switch
    {
        Periodicity.Monthly => Months[period.Index - 1],
        Periodicity.Quarterly => Quarters[period.Index - 1],
        Periodicity.Semiannual => Semesters[period.Index - 1],
        Periodicity.Annual => "y",
    };

    /// <exception cref="InvalidDataException">The stored text is not a cell.</exception>
    public static ValueCell Parse(string text) =>
        FindReadable(text) ?? throw new InvalidDataException("A stored value cannot be read.");

    /// <summary>The cell of a stored text; null when it is none.</summary>
    public static ValueCell? FindReadable(string text)
    {
        var parts = text.Split('|', Fields);
        return parts.Length == Fields
            && TryValue(parts[0], out var value)
            && DomainCode.TryParse<ValueStatus>(parts[1], out var status)
            && DomainCode.TryParse<ValueQuality>(parts[2], out var quality)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            && DateOnly.TryParseExact(parts[4], DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                ? new ValueCell(value, status, quality, revision, first, parts[5], parts[6].Length == 0 ? null : parts[6])
                : null;
    }

    /// <summary>The submission that a stored text names, even when the rest of it cannot be read; null when none.</summary>
    public static string? SubmissionIn(string text) =>
        text.Split('|', Fields) is { Length: Fields } parts && SubmissionId.TryParse(parts[5], out var id) ? id.Text : null;

    /// <summary>Whether both say the same to a reader, whenever and by whomever they came.</summary>
    public bool SaysTheSameAs(ValueCell other) => IsDeleted
        ? other.IsDeleted
        : (Value, Status, Quality, Comment) == (other.Value, other.Status, other.Quality, other.Comment);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Value}|{DomainCode.Of(Status)}|{DomainCode.Of(Quality)}|{Revision}|{FirstReceivedOn.ToString(DateFormat, CultureInfo.InvariantCulture)}|{Submission}|{Comment}");

    private static bool TryValue(string text, out decimal? value)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
        value = isNumber ? number : null;
        return isNumber || text.Length == 0;
    }
}
