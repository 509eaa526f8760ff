using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Evaluation.Functions.Office;

/// <summary>
/// Writes a part without a prefix before the names of its own vocabulary: <c>row</c>, not <c>x:row</c>. Both say the same,
/// but widely used programs look for the first only. Other vocabularies are announced once, at the root.
/// </summary>
internal static class PlainNames
{
    /// <summary>Rewrites a part, once it was saved.</summary>
    public static void Write(OpenXmlPart part)
    {
        XElement root;
        using (var source = part.GetStream(FileMode.Open, FileAccess.Read))
        {
            root = XElement.Load(source);
        }

        foreach (var declared in root.Descendants().Attributes().Where(IsPrefix).ToList())
        {
            if (root.Attribute(declared.Name) is null)
            {
                root.Add(new XAttribute(declared));
            }
        }

        root.Descendants().Attributes().Where(inner => IsPrefix(inner) && root.Attribute(inner.Name)!.Value == inner.Value).Remove();
        // Without the prefix of their vocabulary, names are written under the one of the root.
        root.Attributes()
            .Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == root.Name.NamespaceName)
            .Remove();
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartDocument(standalone: true);
            root.WriteTo(writer);
        }

        written.Position = 0;
        part.FeedData(written);
    }

    private static bool IsPrefix(XAttribute attribute) => attribute.IsNamespaceDeclaration && attribute.Name.LocalName != "xmlns";
}
