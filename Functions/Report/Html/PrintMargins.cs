using System.Globalization;
using System.Text;
using Evaluation.Core.French;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report.Html;

/// <summary>What is printed in the margins of each A4 page: title, community, version, page number.</summary>
internal static class PrintMargins
{
    private const string Font = "font: 8pt \"Liberation Sans\", Arial, sans-serif; color: #43505b";
    private const string Ruled = "border-bottom: .5pt solid #16202a; margin-bottom: 3mm";
    private const string Head = $"{Font}; {Ruled}; vertical-align: bottom; padding-bottom: 1.5mm";

    /// <summary>The page rules of a report.</summary>
    public static string Of(ReportCover cover)
    {
        var year = cover.Year.ToString(CultureInfo.InvariantCulture);
        var version = $"Version {FrenchNumber.Format(cover.Version)} du {FrenchDate.InWords(cover.GeneratedOn)}";
        var status = cover.IsDemonstration ? $"{version} — Données de démonstration" : version;
        return Of($"{Shortened(cover.Label)} — Évaluation annuelle {year}", cover.Community, status);
    }

    /// <summary>The page rules of any paper.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="organisation">Who issues it.</param>
    /// <param name="status">What is said at the foot of each page.</param>
    public static string Of(string title, string organisation, string status) =>
        $$"""
            @page {
              size: A4; margin: 19mm 15mm 17mm;
              @top-left { content: {{Quoted(title)}}; {{Head}}; }
              @top-center { content: ""; {{Ruled}}; }
              @top-right { content: {{Quoted(Shortened(organisation))}}; {{Head}}; }
              @bottom-left { content: {{Quoted(status)}}; {{Font}}; }
              @bottom-right { content: "Page " counter(page) " sur " counter(pages); {{Font}}; }
            }
            @page:first {
              @top-left { content: ""; border: 0; }
              @top-center { content: ""; border: 0; }
              @top-right { content: ""; border: 0; }
            }

            """.ReplaceLineEndings("\n");

    private static string Shortened(string text)
    {
        const int longest = 48;
        return text.Length <= longest ? text : text[..longest].TrimEnd() + "…";
    }

    // Escaped as code points: no quote ends the string, no tag ends the style element.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\' or '<' or '>' or '&' || Rune.IsControl(rune))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
            }
            else
            {
                quoted.Append(rune);
            }
        }

        return quoted.Append('"').ToString();
    }
}
