using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>A picture of a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Model">The file that holds what the chart shows.</param>
/// <param name="Name">Where the picture is kept.</param>
/// <param name="Frame">What it is made for.</param>
internal sealed record AskedPicture(ReportVersion Version, string Model, string Name, PictureFrame Frame)
{
    /// <summary>The picture: the one that is kept, or drawn now and kept. Two who draw at once draw the same.</summary>
    public async Task<BinaryData> FindOrDrawAsync(ReportStore reports, CancellationToken cancellationToken)
    {
        if (await reports.FindMadeAsync(Version, Name, cancellationToken) is { } kept)
        {
            return kept;
        }

        var model = await reports.FindFileAsync(Version, Model, cancellationToken)
            ?? throw new InvalidDataException($"The index names a file that is not there: {Model}.");
        var drawn = Picture.Draw(ChartSheetJson.Read(model.Content), Frame);
        await reports.KeepMadeAsync(Version, new ReportFile(Name, PictureFiles.ContentType, drawn), cancellationToken);
        return drawn;
    }
}
