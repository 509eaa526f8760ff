using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Evaluation.Functions.Report.Papers;

/// <summary>The styles of a Word document: changing one changes every place that bears it.</summary>
internal static class PaperDocumentStyles
{
    public const string Body = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading = "Heading1";
    public const string Lead = "Chapeau";
    public const string Note = "Note";
    public const string Bullet = "ListBullet";
    public const string Caption = "Caption";
    public const string Unit = "Unite";
    public const string Picture = "Graphique";
    public const string Gap = "Espace";
    public const string Margin = "Marge";
    public const string Table = "Tableau";
    public const string TableHead = "TableauTete";
    public const string TableText = "TableauTexte";
    public const string TableLast = "TableauDernier";
    public const string TableTotal = "TableauTotal";

    private const string Ink = "16202A";
    private const string Grey = "43505B";
    private const string Accent = "0F4D5F";
    private const string Rule = "C9CDD3";
    private const int BulletList = 1;

    /// <summary>Every style, in the order of a style sheet.</summary>
    public static Styles Of() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial", EastAsia = "Arial" },
                new Color { Val = Ink },
                new FontSize { Val = "20" },
                new Languages { Val = "fr-FR", EastAsia = "fr-FR", Bidi = "fr-FR" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "60", Line = "250", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph(Body, "Normal", basedOn: null, size: null, isDefault: true),
        Paragraph(Title, "Title", Body, size: 36, bold: true, after: 60, keepsNext: true),
        Paragraph(Subtitle, "Subtitle", Body, size: 22, color: Grey, after: 60),
        Paragraph(Heading, "heading 1", Body, size: 26, bold: true, color: Accent, before: 120, after: 40, keepsNext: true, outline: 0),
        Paragraph(Lead, "Chapeau", Body, size: 21, after: 80),
        Paragraph(Note, "Note", Body, size: 16, color: Grey, after: 60),
        Paragraph(Bullet, "List Bullet", Body, size: null, list: true),
        Paragraph(Caption, "caption", Body, size: 19, bold: true, before: 60, after: 20, keepsNext: true),
        Paragraph(Unit, "Unité", Body, size: 16, color: Grey, after: 40, keepsNext: true),
        Paragraph(Picture, "Graphique", Body, size: null, before: 120, after: 60, keepsNext: true),
        Paragraph(Gap, "Espace", Body, size: 8, after: 20),
        Paragraph(Margin, "Marge", Body, size: 16, color: Grey, after: 0),
        Paragraph(TableText, "Tableau texte", Body, size: PaperDocumentColumns.Size, before: 2, after: 2),
        Paragraph(TableHead, "Tableau tête", TableText, size: PaperDocumentColumns.Size, bold: true, keepsNext: true),
        Paragraph(TableLast, "Tableau dernière ligne", TableText, size: PaperDocumentColumns.Size, keepsNext: true),
        Paragraph(TableTotal, "Tableau total", TableText, size: PaperDocumentColumns.Size, bold: true),
        TableStyle());

    /// <summary>How items of a list begin.</summary>
    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "240" }))
            {
                LevelIndex = 0,
            })
        {
            AbstractNumberId = 0,
        },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletList });

    private static Style Paragraph(
        string id,
        string name,
        string? basedOn,
        int? size,
        bool bold = false,
        string? color = null,
        int? before = null,
        int? after = null,
        bool keepsNext = false,
        int? outline = null,
        bool list = false,
        bool isDefault = false)
    {
        var shape = new StyleParagraphProperties();
        var letters = new StyleRunProperties();
        Add(shape, keepsNext ? new KeepNext() : null);
        Add(shape, list ? new NumberingProperties(new NumberingId { Val = BulletList }) : null);
        Add(shape, Spacing(before, after));
        Add(shape, outline is { } level ? new OutlineLevel { Val = level } : null);
        Add(letters, bold ? new Bold() : null);
        Add(letters, color is null ? null : new Color { Val = color });
        Add(letters, size is { } half ? new FontSize { Val = Digits(half) } : null);
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        Add(style, basedOn is null ? null : new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle());
        style.Append(shape, letters);
        return style;
    }

    private static Style TableStyle() => new(
        new StyleName { Val = "Tableau" },
        new PrimaryStyle(),
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Color = Ink },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Ink },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Rule }),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = PaperDocumentColumns.Side, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = PaperDocumentColumns.Side, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = Table,
    };

    private static SpacingBetweenLines? Spacing(int? before, int? after)
    {
        if (before is null && after is null)
        {
            return null;
        }

        var spacing = new SpacingBetweenLines();
        if (before is { } above)
        {
            spacing.Before = Digits(above);
        }

        if (after is { } below)
        {
            spacing.After = Digits(below);
        }

        return spacing;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(OpenXmlElement to, OpenXmlElement? element)
    {
        if (element is not null)
        {
            to.Append(element);
        }
    }
}
