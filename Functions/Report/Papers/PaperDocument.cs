using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Report.Papers;

/// <summary>
/// Writes a paper as a Word document that people go on editing: real headings and styles, tables whose head comes again on
/// each page, page numbers, charts as pictures with their description. The same paper gives the same bytes.
/// </summary>
internal static class PaperDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file.</summary>
    /// <param name="paper">What it says.</param>
    /// <param name="pictures">A chart as PNG, by its name.</param>
    public static BinaryData Write(Paper paper, Func<PaperChart, BinaryData> pictures) =>
        Write([paper], $"{paper.Title} — {paper.Subject}", pictures);

    /// <summary>Several papers of one community in one file, each from a new page on.</summary>
    /// <param name="papers">At least one.</param>
    /// <param name="head">What is read at the head of each page.</param>
    /// <param name="pictures">A chart as PNG.</param>
    public static BinaryData Write(IReadOnlyList<Paper> papers, string head, Func<PaperChart, BinaryData> pictures)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            document.CompressionOption = CompressionOption.NotCompressed;
            var main = document.AddMainDocumentPart();
            // The name of a relationship is drawn at random unless it is given.
            document.ChangeIdOfPart(main, "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = PaperDocumentStyles.Of();
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = PaperDocumentStyles.Bullets();
            main.AddNewPart<HeaderPart>("header").Header = new Header(
                PaperParagraph.Of(PaperDocumentStyles.Margin, head));
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(Foot(papers[0]));
            var charts = new PaperDocumentPictures(main, pictures);
            var body = new Body();
            var page = PaperDocumentPage.Opening(papers[0]);
            foreach (var paper in papers)
            {
                // What opens a paper stands on the page of its first part.
                var turns = Turns(PaperDocumentPage.Opening(paper));
                body.Append(Opening(paper, isOnNewPage: paper != papers[0] && !turns));
                foreach (var section in paper.Sections)
                {
                    turns = Turns(PaperDocumentPage.Of(section));
                    body.Append(PaperParagraph.Of(PaperDocumentStyles.Heading, section.Heading, section.OnNewPage && !turns));
                    body.Append(section.Blocks.SelectMany(block => Elements(block, charts, page)));
                }
            }

            body.Append(page.Ending());

            // Pages of another kind begin: those before are ended.
            bool Turns(PaperDocumentPage next)
            {
                if (next == page)
                {
                    return false;
                }

                body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = PaperDocumentStyles.Gap }, page.Ending())));
                page = next;
                return true;
            }

            main.Document = new Document(body);
            foreach (var part in document.GetAllParts())
            {
                part.RootElement?.Save();
            }
        }

        return StableZip.Of(stream);
    }

    private static IEnumerable<OpenXmlElement> Opening(Paper paper, bool isOnNewPage)
    {
        if (paper.IsDemonstration)
        {
            yield return PaperParagraph.Of(PaperDocumentStyles.Note, Paper.DemonstrationNotice, isOnNewPage);
        }

        yield return PaperParagraph.Of(PaperDocumentStyles.Subtitle, paper.Organisation, isOnNewPage && !paper.IsDemonstration);
        yield return PaperParagraph.Of(PaperDocumentStyles.Title, paper.Title);
        yield return PaperParagraph.Of(PaperDocumentStyles.Subtitle, paper.Subject);
        yield return PaperParagraph.Of(PaperDocumentStyles.Note, paper.Identity);
        yield return PaperParagraph.Of(PaperDocumentStyles.Lead, paper.Lead);
    }

    private static IEnumerable<OpenXmlElement> Elements(PaperBlock block, PaperDocumentPictures charts, PaperDocumentPage page) => block switch
    {
        PaperText text => [PaperParagraph.Of(PaperDocumentStyles.Body, text.Text)],
        PaperNote note => [PaperParagraph.Of(PaperDocumentStyles.Note, note.Text)],
        PaperList list => list.Items.Select(item => PaperParagraph.Of(PaperDocumentStyles.Bullet, item)),
        PaperFigures figures => figures.Figures.Select(figure => PaperParagraph.Termed(
            figure.Label, PaperRemark.After(figure.Value, figure.Comment))),
        PaperReasons reasons => reasons.Reasons.Select(reason => PaperParagraph.Termed(reason.Term, reason.Explanation)),
        PaperTable table => PaperDocumentTable.Of(table, page.WidthOfText),
        PaperChart chart => charts.Of(chart, page.WidthOfText),
        _ => throw new InvalidOperationException($"{block.GetType().Name} is no block of a paper."),
    };

    private static Paragraph Foot(Paper paper)
    {
        var foot = PaperParagraph.Of(
            PaperDocumentStyles.Margin,
            paper.IsDemonstration ? $"{paper.Organisation} — données de démonstration — page " : $"{paper.Organisation} — page ");
        foot.Append(Field("PAGE"), PaperParagraph.Run(" sur "), Field("NUMPAGES"));
        return foot;
    }

    private static SimpleField Field(string code) => new(PaperParagraph.Run("1")) { Instruction = $" {code} " };
}
