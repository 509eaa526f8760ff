using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>
/// The pictures of a published version. Publishing keeps what each chart shows; a picture is drawn from that when it is first
/// asked for, and kept.
/// </summary>
internal static class PictureFiles
{
    public const string ContentType = "image/png";

    /// <summary>The frame of a picture for a slide.</summary>
    public const string Slide = "slide";

    private const string Folder = "charts/";
    private const string DrawingEnding = ".svg";
    private const string ModelEnding = ".json";
    private const string PictureEnding = ".png";
    private const string SlideEnding = ".slide.png";

    /// <summary>The name of a chart’s drawing.</summary>
    public static string DrawingOf(string chart) => Folder + chart + DrawingEnding;

    /// <summary>The name of the file that holds what a chart shows.</summary>
    public static string ModelOf(string chart) => Folder + chart + ModelEnding;

    /// <summary>The name of a chart’s picture.</summary>
    public static string PictureOf(string chart) => Folder + chart + PictureEnding;

    /// <summary>The files of a version and, after what they are drawn from, its pictures.</summary>
    public static IReadOnlyList<string> Listed(ReportVersion version) =>
    [
        .. version.Files.SelectMany(file => ChartOf(file, ModelEnding) is { } chart ? [file, PictureOf(chart)] : new[] { file }),
    ];

    /// <summary>Whether a name is the picture of a chart of the version, that can be drawn or not.</summary>
    public static bool Has(ReportVersion version, string file) => ChartOf(file, PictureEnding) is { } chart
        && (version.Files.Contains(ModelOf(chart), StringComparer.Ordinal) || version.Files.Contains(DrawingOf(chart), StringComparer.Ordinal));

    /// <summary>The picture of a version that a name and a frame stand for.</summary>
    /// <exception cref="RefusalException">400 for an unknown frame, 404 when the version does not hold what the chart shows.</exception>
    public static AskedPicture Asked(ReportVersion version, string file, string? frame)
    {
        var chart = ChartOf(file, PictureEnding)!;
        if (frame is not (null or "" or Slide))
        {
            throw EdgeRefusals.FrameUnknown.Refused();
        }

        if (!version.Files.Contains(ModelOf(chart), StringComparer.Ordinal))
        {
            throw EdgeRefusals.ChartNoPicture.Refused();
        }

        return string.IsNullOrEmpty(frame)
            ? new AskedPicture(version, ModelOf(chart), file, PictureFrame.Page)
            : new AskedPicture(version, ModelOf(chart), Folder + chart + SlideEnding, PictureFrame.Slide);
    }

    private static string? ChartOf(string file, string ending) =>
        file.StartsWith(Folder, StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal)
        && file.Length > Folder.Length + ending.Length
            ? file[Folder.Length..^ending.Length]
            : null;
}
