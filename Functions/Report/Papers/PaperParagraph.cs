using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Evaluation.Functions.Report.Papers;

/// <summary>Paragraphs of a Word document, by their style.</summary>
internal static class PaperParagraph
{
    /// <summary>A paragraph.</summary>
    /// <param name="style">Its style.</param>
    /// <param name="text">What it says.</param>
    /// <param name="onNewPage">Whether it begins a page.</param>
    public static Paragraph Of(string style, string text, bool onNewPage = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (onNewPage)
        {
            properties.Append(new PageBreakBefore());
        }

        return new Paragraph(properties, Run(text));
    }

    /// <summary>A term and what explains it, as one paragraph.</summary>
    public static Paragraph Termed(string term, string explanation) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = PaperDocumentStyles.Body }),
        new Run(new RunProperties(new Bold()), Words($"{term}\u00A0: ")),
        Run(explanation));

    /// <summary>Words within a paragraph.</summary>
    public static Run Run(string text) => new(Words(text));

    // What XML cannot hold is left out: nobody sees it.
    private static Text Words(string text) =>
        new(string.Concat(text.Where((letter, at) => XmlConvert.IsXmlChar(letter) || IsOfPair(text, at)))) { Space = SpaceProcessingModeValues.Preserve };

    private static bool IsOfPair(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text, at)) || (at > 0 && char.IsSurrogatePair(text, at - 1));
}
