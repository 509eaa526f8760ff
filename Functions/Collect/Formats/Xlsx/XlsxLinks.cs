using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>
/// The links between the parts of a workbook, and from it to other files. One that leads nowhere keeps the whole workbook
/// from being opened, though it is of no matter to the values: it is set aside to read them.
/// </summary>
/// <param name="Package">The workbook, its bad links set aside.</param>
/// <param name="Given">The files of links that were changed for it, as they came.</param>
internal sealed record XlsxLinks(BinaryData Package, IReadOnlyDictionary<string, BinaryData> Given)
{
    private const string Ending = ".rels";
    private const string Elsewhere = "about:blank";

    private static readonly Uri Root = new("package://workbook/");

    /// <summary>A workbook whose links all lead somewhere.</summary>
    public static XlsxLinks Mend(BinaryData bytes)
    {
        var mended = new Dictionary<string, XElement>();
        var given = new Dictionary<string, BinaryData>();
        using var zip = new ZipArchive(bytes.ToStream(), ZipArchiveMode.Read);
        var parts = zip.Entries.Select(entry => Named(entry.FullName)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)))
        {
            using var content = entry.Open();
            var original = BinaryData.FromStream(content);
            using var reader = XmlReader.Create(original.ToStream(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var links = XElement.Load(reader);
            if (links.Elements().ToList().FindAll(link => SetAside(link, entry.FullName, parts)).Count > 0)
            {
                mended[entry.FullName] = links;
                given[entry.FullName] = original;
            }
        }

        return new XlsxLinks(mended.Count == 0 ? bytes : Rewritten(zip, mended), given);
    }

    // A link to another file is kept without its target, for what names it to find it; one inside the workbook is taken out.
    private static bool SetAside(XElement link, string file, HashSet<string> parts)
    {
        var target = (string?)link.Attribute("Target") ?? "";
        if ((string?)link.Attribute("TargetMode") == "External")
        {
            if (target.Length > 0 && Uri.TryCreate(target, UriKind.RelativeOrAbsolute, out _))
            {
                return false;
            }

            link.SetAttributeValue("Target", Elsewhere);
            return true;
        }

        if (target.Length > 0
            && Uri.TryCreate(target, UriKind.Relative, out _)
            && Uri.TryCreate(new Uri(Root, FolderOf(file)), target, out var found)
            && parts.Contains(Named(found.AbsolutePath)))
        {
            return false;
        }

        link.Remove();
        return true;
    }

    // The links of xl/workbook.xml are in xl/_rels/workbook.xml.rels.
    private static string FolderOf(string file)
    {
        var folder = file[..(file.LastIndexOf('/') + 1)];
        return folder.EndsWith("_rels/", StringComparison.OrdinalIgnoreCase) ? folder[..^"_rels/".Length] : folder;
    }

    private static string Named(string path) => Uri.UnescapeDataString(path).TrimStart('/');

    private static BinaryData Rewritten(ZipArchive zip, Dictionary<string, XElement> mended)
    {
        using var written = new MemoryStream();
        using (var target = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (mended.TryGetValue(entry.FullName, out var links))
                {
                    links.Save(to);
                    continue;
                }

                using var from = entry.Open();
                from.CopyTo(to);
            }
        }

        return BinaryData.FromBytes(written.ToArray());
    }
}
