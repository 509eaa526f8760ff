using DocumentFormat.OpenXml.Spreadsheet;

namespace Evaluation.Functions.Office;

/// <summary>How a sheet is printed: A4 on its side, all columns on one page, headers and page numbers on each.</summary>
internal static class SheetPrint
{
    private const double Side = 0.4;
    private const double Edge = 0.6;

    /// <summary>Says that <see cref="Page"/> counts in pages.</summary>
    public static SheetProperties FitsWidth() => new(new PageSetupProperties { FitToPage = true });

    /// <summary>Narrow ones: the columns are many.</summary>
    public static PageMargins Margins() => new() { Left = Side, Right = Side, Top = Edge, Bottom = Edge, Header = Side / 2, Footer = Side / 2 };

    /// <summary>One page wide, as long as it takes.</summary>
    public static PageSetup Page() => new()
    {
        Orientation = OrientationValues.Landscape,
        PaperSize = 9,
        FitToWidth = 1,
        FitToHeight = 0,
    };

    /// <summary>At the foot of each page.</summary>
    public static HeaderFooter PageNumbers() => new(new OddFooter("&LPage &P sur &N"));

    /// <summary>Repeats the first line of the first sheet on every page.</summary>
    public static DefinedName Titles(string sheet) => new($"'{sheet}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 };
}
