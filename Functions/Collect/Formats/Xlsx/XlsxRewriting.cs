using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Rewrites a sheet row by row: whatever else it holds, known or not, is copied as it is.</summary>
internal static class XlsxRewriting
{
    /// <summary>Changes the rows of a sheet.</summary>
    /// <param name="part">The sheet.</param>
    /// <param name="addedColumns">Columns that the changes add.</param>
    /// <param name="change">Changes a row in place.</param>
    public static void Rewrite(WorksheetPart part, IReadOnlyList<(int Column, int Width)> addedColumns, Action<XlsxRow> change)
    {
        using var written = new MemoryStream();
        using (var source = part.GetStream(FileMode.Open, FileAccess.Read))
        using (var reader = XmlReader.Create(source, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Copy(reader, writer, addedColumns, change);
        }

        written.Position = 0;
        part.FeedData(written);
    }

    private static void Copy(XmlReader reader, XmlWriter writer, IReadOnlyList<(int Column, int Width)> addedColumns, Action<XlsxRow> change)
    {
        var hasColumns = false;
        var number = 0;
        reader.MoveToContent();
        var main = reader.NamespaceURI;
        writer.WriteStartDocument(standalone: true);
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != main)
            {
                CopyNode(reader, writer);
                continue;
            }

            switch (reader.LocalName)
            {
                case "dimension":
                    // It says how far the cells reach: no longer so.
                    reader.Skip();
                    break;
                case "cols":
                    hasColumns = true;
                    WithWidths((XElement)XNode.ReadFrom(reader), addedColumns).WriteTo(writer);
                    break;
                case "sheetData" when !hasColumns && addedColumns.Count > 0:
                    hasColumns = true;
                    WithWidths(new XElement(XName.Get("cols", main)), addedColumns).WriteTo(writer);
                    CopyNode(reader, writer);
                    break;
                case "row":
                    var row = (XElement)XNode.ReadFrom(reader);
                    number = row.Attribute("r") is { } given ? int.Parse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
                    change(new XlsxRow(row, number));
                    row.WriteTo(writer);
                    break;
                default:
                    CopyNode(reader, writer);
                    break;
            }
        }
    }

    // One node, without what it contains: its parts come as nodes of their own.
    private static void CopyNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (isEmpty)
                {
                    writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                writer.WriteEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
        }

        reader.Read();
    }

    private static XElement WithWidths(XElement columns, IReadOnlyList<(int Column, int Width)> added)
    {
        var main = columns.Name.Namespace;
        foreach (var (column, width) in added.Select(a => (a.Column + 1, a.Width)))
        {
            if (!columns.Elements(main + "col").Any(c => (int?)c.Attribute("min") <= column && (int?)c.Attribute("max") >= column))
            {
                columns.Add(new XElement(
                    main + "col",
                    new XAttribute("min", column),
                    new XAttribute("max", column),
                    new XAttribute("width", width),
                    new XAttribute("customWidth", 1)));
            }
        }

        return columns;
    }
}
