using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>The red of refused cells, added to the styles of a workbook: all else of a style stays.</summary>
internal sealed class XlsxMarks
{
    private const string Red = "FFFFC7CE";

    private readonly WorkbookStylesPart _part;
    private readonly Stylesheet _stylesheet;
    private readonly CellFormats _formats;
    private readonly List<bool> _isRed;
    private readonly uint _redFill;
    private readonly Dictionary<(uint Style, bool Red), uint> _made = [];

    public XlsxMarks(WorkbookPart workbook)
    {
        _part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>("answerStyles");
        _stylesheet = _part.Stylesheet ??= Smallest();
        var fills = _stylesheet.Fills ??= SmallestFills();
        _formats = _stylesheet.CellFormats ??= new CellFormats(new CellFormat());
        var reds = fills.Elements<Fill>().Select(IsRed).ToList();
        _isRed = [.. _formats.Elements<CellFormat>().Select(f => f.FillId?.Value is { } id && id < reds.Count && reds[(int)id])];
        _redFill = (uint)reds.Count;
        fills.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = Red }, new BackgroundColor { Indexed = 64 })
        {
            PatternType = PatternValues.Solid,
        }));
        fills.Count = _redFill + 1;
    }

    /// <summary>A style with the red.</summary>
    public uint Refused(uint style) => style < _isRed.Count && _isRed[(int)style] ? style : Made(style, red: true);

    /// <summary>A style without the red of an earlier answer.</summary>
    public uint Accepted(uint style) => style < _isRed.Count && _isRed[(int)style] ? Made(style, red: false) : style;

    public void Save()
    {
        _formats.Count = (uint)_formats.Elements<CellFormat>().Count();
        _stylesheet.Save();
        PlainNames.Write(_part);
    }

    private uint Made(uint style, bool red)
    {
        if (_made.TryGetValue((style, red), out var made))
        {
            return made;
        }

        var formats = _formats.Elements<CellFormat>().ToList();
        var format = style < formats.Count ? (CellFormat)formats[(int)style].CloneNode(deep: true) : new CellFormat();
        format.FillId = red ? _redFill : 0;
        format.ApplyFill = red;
        _formats.Append(format);
        return _made[(style, red)] = (uint)formats.Count;
    }

    private static bool IsRed(Fill fill) => fill.PatternFill?.ForegroundColor?.Rgb?.Value == Red;

    private static Stylesheet Smallest() => new(
        new Fonts(new Font()),
        SmallestFills(),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat()));

    // Spreadsheets take the first two for themselves, whatever they say.
    private static Fills SmallestFills() => new(
        new Fill(new PatternFill { PatternType = PatternValues.None }),
        new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
}
