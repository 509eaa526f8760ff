using System.Globalization;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>Why a cell is not taken for what it holds: what it shows to its author may be something else.</summary>
internal static class CellDoubts
{
    private const int LongestExcerpt = 40;

    /// <summary>What speaks against a cell that fills a field; null when nothing does.</summary>
    /// <param name="field">Name of the API: <c>value</c>.</param>
    /// <param name="cell">What it holds.</param>
    public static CellDoubt? Of(string field, FileCell cell) => cell.Kind switch
    {
        FileCellKind.NotCalculated => CellDoubt.Of(field, EdgeRefusals.CellNotCalculated, Excerpt(cell.Text)),
        FileCellKind.Duration when field == "value" => CellDoubt.Of(
            field, EdgeRefusals.ValueFormat, $"une durée au format « {Excerpt(cell.Format)} », {Excerpt(cell.Text)}", $" dans l’unité de l’indicateur, {Example(cell.Text)}"),
        FileCellKind.Date when field == "value" => CellDoubt.Of(
            field, EdgeRefusals.ValueFormat, $"au format de date « {Excerpt(cell.Format)} »", ""),
        FileCellKind.Text or FileCellKind.Number or FileCellKind.Date or FileCellKind.Duration => null,
    };

    // « 37:30 » is 37,5 hours: told only where two decimals say it all.
    private static string Example(string duration)
    {
        const int hundredthsOfHour = 100;
        const int minutesOfHour = 60;
        if (duration.Split(':') is not [var hours, var minutes])
        {
            return "par exemple 36 pour 36 heures";
        }

        var hundredths = int.Parse(minutes, NumberStyles.None, CultureInfo.InvariantCulture) * hundredthsOfHour;
        return hundredths % minutesOfHour != 0 ? "par exemple 36 pour 36 heures"
            : hundredths == 0 ? $"par exemple {hours} si ce sont des heures"
            : $"par exemple {hours},{(hundredths / minutesOfHour).ToString("00", CultureInfo.InvariantCulture).TrimEnd('0')} si ce sont des heures";
    }

    private static string Excerpt(string? text) =>
        string.Concat((text ?? "").Where(c => !char.IsControl(c)).Take(LongestExcerpt));
}
