using DocumentFormat.OpenXml.Wordprocessing;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Report.Papers;

/// <summary>A page of a Word document: A4 upright, or on its side where a table is too wide for the other. Twentieths of a point.</summary>
internal sealed class PaperDocumentPage
{
    /// <summary>How all pages are that hold no wide table.</summary>
    public static readonly PaperDocumentPage Upright = new(11906, 16838);

    /// <summary>For tables that are wide.</summary>
    public static readonly PaperDocumentPage OnItsSide = new(16838, 11906);

    private const int Margin = 1134;
    private const int AboveAndBelow = 850;

    private readonly int _width;
    private readonly int _height;

    private PaperDocumentPage(int width, int height) => (_width, _height) = (width, height);

    /// <summary>What the margins leave to text: 170 mm, 257 on its side.</summary>
    public int WidthOfText => _width - (2 * Margin);

    /// <summary>The page of a part: on its side as soon as one of its tables is too wide upright.</summary>
    public static PaperDocumentPage Of(PaperSection section) =>
        section.Blocks.SelectMany(Paper.TablesOf).All(table => PaperDocumentColumns.Fits(table, Upright.WidthOfText)) ? Upright : OnItsSide;

    /// <summary>The page that a paper opens on: that of its first part.</summary>
    public static PaperDocumentPage Opening(Paper paper) => paper.Sections is [var first, ..] ? Of(first) : Upright;

    /// <summary>What ends the pages of this kind.</summary>
    public SectionProperties Ending()
    {
        var size = new PageSize { Width = (uint)_width, Height = (uint)_height };
        if (this == OnItsSide)
        {
            size.Orient = PageOrientationValues.Landscape;
        }

        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
            size,
            new PageMargin { Top = AboveAndBelow, Bottom = AboveAndBelow, Left = Margin, Right = Margin, Header = AboveAndBelow / 2, Footer = AboveAndBelow / 2, Gutter = 0 });
    }
}
