using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Evaluation.Core.Reports.Papers;
using Drawn = DocumentFormat.OpenXml.Drawing;
using Pictured = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Evaluation.Functions.Report.Papers;

/// <summary>Charts of a Word document: the picture with its description, then the table of what it shows.</summary>
/// <param name="main">Where pictures are kept.</param>
/// <param name="pictures">A chart as PNG.</param>
internal sealed class PaperDocumentPictures(MainDocumentPart main, Func<PaperChart, BinaryData> pictures)
{
    private const string PictureVocabulary = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    // English metric units: 360 000 a centimetre.
    private const long Millimetre = 36_000;

    // At this width the letters of a chart are as large as those of the table below, and two charts with theirs stand on a page.
    private const long Widest = 96 * Millimetre;
    private const long HighestOnAPage = 225 * Millimetre;

    // Where a PNG says how large it is (RFC 2083, 11.2.1).
    private const int WidthAt = 16;
    private const int HeightAt = 20;

    private uint _count;

    /// <summary>The chart and its table.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">Of the text of its page, in twentieths of a point.</param>
    public IEnumerable<OpenXmlElement> Of(PaperChart chart, int width)
    {
        var id = $"chart{++_count}";
        var png = pictures(chart);
        using (var content = png.ToStream())
        {
            main.AddImagePart(ImagePartType.Png, id).FeedData(content);
        }

        yield return new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = PaperDocumentStyles.Picture }), new Run(Drawing(chart, id, SizeOf(png.ToMemory().Span))));
        foreach (var element in PaperDocumentTable.Of(chart.Data, width))
        {
            yield return element;
        }
    }

    private static (long Width, long Height) SizeOf(ReadOnlySpan<byte> png)
    {
        long width = BinaryPrimitives.ReadUInt32BigEndian(png[WidthAt..]);
        long height = BinaryPrimitives.ReadUInt32BigEndian(png[HeightAt..]);
        return width * HighestOnAPage < height * Widest
            ? (width * HighestOnAPage / height, HighestOnAPage)
            : (Widest, height * Widest / width);
    }

    private Drawing Drawing(PaperChart chart, string id, (long Width, long Height) size) => new(new Inline(
        new Extent { Cx = size.Width, Cy = size.Height },
        new DocProperties { Id = _count, Name = chart.Name, Title = chart.Sheet.Graphic.Title, Description = chart.Sheet.Graphic.Description },
        new Drawn.Graphic(new Drawn.GraphicData(new Pictured.Picture(
            new Pictured.NonVisualPictureProperties(
                new Pictured.NonVisualDrawingProperties { Id = _count, Name = chart.Name }, new Pictured.NonVisualPictureDrawingProperties()),
            new Pictured.BlipFill(new Drawn.Blip { Embed = id }, new Drawn.Stretch(new Drawn.FillRectangle())),
            new Pictured.ShapeProperties(
                new Drawn.Transform2D(new Drawn.Offset { X = 0, Y = 0 }, new Drawn.Extents { Cx = size.Width, Cy = size.Height }),
                new Drawn.PresetGeometry(new Drawn.AdjustValueList()) { Preset = Drawn.ShapeTypeValues.Rectangle })))
        {
            Uri = PictureVocabulary,
        }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    });
}
