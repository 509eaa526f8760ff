using System.Globalization;

namespace Evaluation.Functions.Office;

/// <summary>Where a cell stands: <c>C12</c> is column 2, line 12. Columns count from 0, lines from 1.</summary>
internal static class XlsxPlace
{
    private const int Letters = 26;
    private const int LongestColumn = 3;
    private const string ColumnLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The column of a reference.</summary>
    /// <exception cref="FormatException">It is no reference.</exception>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        var length = 0;
        while (length < reference.Length && char.IsAsciiLetter(reference[length]))
        {
            if (++length > LongestColumn)
            {
                break;
            }

            column = (column * Letters) + (char.ToUpperInvariant(reference[length - 1]) - 'A' + 1);
        }

        return length is >= 1 and <= LongestColumn ? column - 1 : throw new FormatException($"'{reference}' is not a cell.");
    }

    /// <summary>The line of a reference.</summary>
    /// <exception cref="FormatException">It is no reference.</exception>
    public static int LineOf(string reference) =>
        int.Parse(reference.AsSpan().TrimStart(ColumnLetters), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The letters of a column.</summary>
    public static string Column(int column) =>
        column < Letters
            ? $"{(char)('A' + column)}"
            : Column((column / Letters) - 1) + Column(column % Letters);

    /// <summary>The reference of a cell.</summary>
    public static string Of(int column, int line) =>
        Column(column) + line.ToString(CultureInfo.InvariantCulture);
}
