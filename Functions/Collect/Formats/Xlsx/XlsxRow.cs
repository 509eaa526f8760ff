using System.Globalization;
using System.Xml.Linq;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>One row of a sheet as XML, changed in place.</summary>
internal sealed class XlsxRow
{
    private readonly XElement _row;
    private readonly XNamespace _main;

    public XlsxRow(XElement row, int number)
    {
        _row = row;
        _main = row.Name.Namespace;
        Number = number;
        // What they say no longer holds once cells are added, and nobody needs it.
        row.Attribute("spans")?.Remove();
        var column = 0;
        foreach (var cell in Cells)
        {
            column = (string?)cell.Attribute("r") is { } reference ? XlsxPlace.ColumnOf(reference) : column;
            cell.SetAttributeValue("r", XlsxPlace.Of(column++, number));
        }
    }

    public int Number { get; }

    /// <summary>Writes text into a cell, as text.</summary>
    public void SetText(int column, string text)
    {
        var cell = At(column);
        cell.RemoveNodes();
        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(new XElement(
            _main + "is",
            new XElement(_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XlsxText.Encode(text))));
    }

    /// <summary>Gives a cell another style, made of the one it has.</summary>
    public void SetStyle(int column, Func<uint, uint> change) => Restyle(At(column), change);

    /// <summary>Gives every cell another style, made of the one it has.</summary>
    public void SetStyles(Func<uint, uint> change)
    {
        foreach (var cell in Cells)
        {
            Restyle(cell, change);
        }
    }

    /// <summary>The style of a cell; 0 without one.</summary>
    public uint StyleOf(int column) =>
        Cells.FirstOrDefault(cell => ColumnOf(cell) == column) is { } cell ? StyleOf(cell) : 0;

    private IEnumerable<XElement> Cells => _row.Elements(_main + "c");

    private XElement At(int column)
    {
        var before = Cells.LastOrDefault(cell => ColumnOf(cell) <= column);
        if (before is not null && ColumnOf(before) == column)
        {
            return before;
        }

        var added = new XElement(_main + "c", new XAttribute("r", XlsxPlace.Of(column, Number)));
        if (before is null)
        {
            _row.AddFirst(added);
        }
        else
        {
            before.AddAfterSelf(added);
        }

        return added;
    }

    private static int ColumnOf(XElement cell) => XlsxPlace.ColumnOf((string)cell.Attribute("r")!);

    private static uint StyleOf(XElement cell) =>
        uint.TryParse((string?)cell.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;

    private static void Restyle(XElement cell, Func<uint, uint> change)
    {
        var style = StyleOf(cell);
        var changed = change(style);
        if (changed != style)
        {
            cell.SetAttributeValue("s", changed.ToString(CultureInfo.InvariantCulture));
        }
    }
}
