namespace Evaluation.Functions.Report.Html;

/// <summary>Where the pictures of the charts of a page are.</summary>
/// <param name="Label">What a link to one says.</param>
/// <param name="Find">The address of a chart’s picture; null when it has none.</param>
/// <param name="HasSlides">Whether the server is there to give another frame: a page that was copied away has none.</param>
public sealed record ChartPictures(string Label, Func<string, string?> Find, bool HasSlides = false);
