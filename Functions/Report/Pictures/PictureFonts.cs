using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>The letters of pictures: Arimo, part of the app, so that no machine draws with fonts of its own.</summary>
/// <remarks>Widths are those of Arial, for which the layout of charts is reckoned.</remarks>
internal static class PictureFonts
{
    /// <summary>The name under which ScottPlot finds them.</summary>
    public const string Family = "Arimo";

    private const int TableSize = 0x3000;

    private static readonly SKTypeface Regular = Load("arimo-latin-400-normal.woff");
    private static readonly SKTypeface Bold = Load("arimo-latin-700-normal.woff");
    private static readonly SKTypeface RegularExtension = Load("arimo-latin-ext-400-normal.woff");
    private static readonly SKTypeface BoldExtension = Load("arimo-latin-ext-700-normal.woff");

    // Both weights have the same letters.
    private static readonly bool[] InMain = [.. Enumerable.Range(0, TableSize).Select(Regular.ContainsGlyph)];
    private static readonly bool[] InExtension = [.. Enumerable.Range(0, TableSize).Select(RegularExtension.ContainsGlyph)];

    static PictureFonts() => Fonts.FontResolvers.Insert(0, new Embedded());

    /// <summary>The face that has the letter; the main one, which then shows an empty box, when none has.</summary>
    public static SKTypeface FaceOf(int rune, bool bold) =>
        !Has(InMain, rune) && Has(InExtension, rune) ? bold ? BoldExtension : RegularExtension : Basic(bold);

    /// <summary>Whether the letter can be drawn.</summary>
    public static bool CanDraw(int rune) => Has(InMain, rune) || Has(InExtension, rune);

    private static bool Has(bool[] table, int rune) => rune < TableSize && table[rune];

    private static SKTypeface Basic(bool bold) => bold ? Bold : Regular;

    private static SKTypeface Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not part of the app.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} is no font.");
    }

    /// <summary>Gives ScottPlot the same letters, whatever it asks for.</summary>
    private sealed class Embedded : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            Basic(weight >= FontWeight.SemiBold);

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => Basic(bold);
    }
}
