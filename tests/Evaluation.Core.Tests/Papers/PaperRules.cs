using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Core.Tests.Papers;

/// <summary>What a hostile reader looks for in any paper: each rule gives what breaks it.</summary>
internal static partial class PaperRules
{
    private const int LongestName = 31;

    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    /// <summary>All that breaks a rule; empty for a paper that can be printed.</summary>
    public static IReadOnlyList<string> Broken(Paper paper) => Shapes(paper).ToList() is { Count: > 0 } shapes
        ? shapes
        : [.. Names(paper), .. Totals(paper), .. HiddenParts(paper), .. Differences(paper), .. FiguresFromNowhere(paper), .. Words(paper), .. Requests(paper), .. Free(paper), .. Drawings(paper), .. WeakConclusions(paper)];

    /// <summary>Names that no workbook takes for a sheet, or takes twice.</summary>
    public static IEnumerable<string> Names(Paper paper)
    {
        var names = paper.Tables().Select(t => t.Name).ToList();
        return names.Where(n => n.Length is 0 or > LongestName || n.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) >= 0 || n[0] == '’' || n[^1] == '’')
            .Concat(names.GroupBy(n => n.ToUpperInvariant(), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            .Concat(paper.Charts().GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            .Select(n => $"name: {n}");
    }

    /// <summary>Tables without rows, rows that miss a cell, figures read as words.</summary>
    public static IEnumerable<string> Shapes(Paper paper) =>
        paper.Sections.Where(s => s.Blocks.Count == 0).Select(s => $"shape: {s.Heading}")
            .Concat(paper.Tables().Where(t => t.Rows.Count == 0).Select(t => $"shape: {t.Name}"))
            .Concat(from table in paper.Tables()
                    from row in Lines(table)
                    where row.Cells.Count != table.Columns.Count
                        || row.Cells.Where((c, i) => c.Number is not null && (c.Format ?? table.Columns[i].Format).Kind is PaperFormatKind.Words or PaperFormatKind.Day).Any()
                    select $"shape: {table.Name}");

    /// <summary>Totals that are not the sum of what stands above them, or hide that a row is missing.</summary>
    public static IEnumerable<string> Totals(Paper paper) =>
        from table in paper.Tables()
        where table.Total is not null
        from column in Enumerable.Range(0, table.Columns.Count)
        let total = table.Total!.Cells[column]
        where total.Number is not null
            && (!table.IsSum(column) || IsPartial(total) != table.Rows.Any(r => r.Cells[column].Words == Figure.NotTransmittedText || IsPartial(r.Cells[column])))
        select $"total: {table.Name}, {table.Columns[column].Heading}";

    /// <summary>Figures seen first that hide that the total they are is partial.</summary>
    public static IEnumerable<string> HiddenParts(Paper paper) =>
        from section in paper.Sections
        let partial = section.Blocks.SelectMany(Paper.TablesOf)
            .SelectMany(t => (t.Total?.Cells ?? []).Index().Where(c => IsPartial(c.Item)).Select(c => (Read: t.Text(c.Item, c.Index), c.Item.Note)))
            .ToLookup(c => c.Read, c => c.Note, StringComparer.Ordinal)
        from figure in section.Blocks.OfType<PaperFigures>().SelectMany(f => f.Figures)
        where partial[figure.Value.Replace("\u00A0€", "", StringComparison.Ordinal)] is var notes && notes.Any() && !notes.Contains(figure.Comment)
        select $"hidden: {figure.Label}";

    /// <summary>Differences that are not found again from the two figures read before them.</summary>
    public static IEnumerable<string> Differences(Paper paper) =>
        from table in paper.Tables()
        from row in Lines(table)
        from column in Enumerable.Range(2, Math.Max(0, table.Columns.Count - 2))
        where row.Cells.Count == table.Columns.Count && table.Columns[column].Format.Kind == PaperFormatKind.Signed && row.Cells[column].Number is not null
        where !(Read(table, row, column - 1) - Read(table, row, column - 2) == Read(table, row, column))
        select $"difference: {table.Name}, {row.Cells[0].Words}";

    /// <summary>Figures of a sentence that are in no table, and are no number of rows that a reader can count in one.</summary>
    public static IEnumerable<string> FiguresFromNowhere(Paper paper)
    {
        var known = paper.Tables().SelectMany(Figures).Concat(paper.Tables().SelectMany(Counts)).ToHashSet();
        return from sentence in Sentences(paper)
               from Match number in Numbers().Matches(NotFigures().Replace(sentence, " "))
               where !known.Contains(Number(number.Value))
               select $"figure {number.Value} of: {sentence}";
    }

    /// <summary>Words that do not agree with their count, codes without a name, marks of an ordinary keyboard.</summary>
    public static IEnumerable<string> Words(Paper paper)
    {
        IReadOnlyList<string> all = [.. Sentences(paper), .. Labels(paper)];
        return SentenceRules.Disagreeing(all).Select(s => $"number: {s}")
            .Concat(SentenceRules.WithRawCodes(all).Select(s => $"code: {s}"))
            .Concat(all.Where(s => Typography.Fix(s) != s || s.Contains("  ", StringComparison.Ordinal) || s.Trim() != s).Select(s => $"typography: {s}"))
            .Concat(Sentences(paper).Where(s => !Ended().IsMatch(s)).Select(s => $"sentence: {s}"));
    }

    /// <summary>What is asked of a reader, who can do nothing on a paper.</summary>
    public static IEnumerable<string> Requests(Paper paper) =>
        Sentences(paper).SelectMany(s => s.Split(". ")).Where(s => Asking().IsMatch(s)).Select(s => $"request: {s}");

    /// <summary>Days that a sentence speaks of as to come, and that are past.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="asOf">The day of its data.</param>
    public static IEnumerable<string> Announced(Paper paper, DateOnly asOf) =>
        from sentence in Sentences(paper).SelectMany(s => s.Split([". ", ", ", "\u202F; "], StringSplitOptions.None))
        where ToCome().IsMatch(sentence) && !Past().IsMatch(sentence)
        from Match day in Days().Matches(sentence)
        where DayOf(day) < asOf
        select $"past {day.Value} of: {sentence}";

    /// <summary>What is said to be owed by a member of an amount of which the paper says that nothing is.</summary>
    public static IEnumerable<string> Free(Paper paper)
    {
        var all = Sentences(paper).Concat(Labels(paper)).ToList();
        var amounts = paper.Tables().Where(t => t.Name == "Montants").SelectMany(t => t.Rows).Where(r => r.Cells[^2].Number is not null).ToList();
        return all.SelectMany(s => s.Split(". ")).Any(s => s.EndsWith("rien n’est dû.", StringComparison.Ordinal)
                && amounts.Exists(r => r.Cells.Any(c => c.Words is { Length: > 0 } words && s.Contains(words, StringComparison.OrdinalIgnoreCase))))
            ? all.Where(s => Owed().IsMatch(s)).Select(s => $"free: {s}")
            : [];
    }

    /// <summary>Charts that say nothing, or whose table has another length than their axis.</summary>
    public static IEnumerable<string> Drawings(Paper paper) =>
        from chart in paper.Charts()
        where chart.Sheet.Graphic is not Chart drawn
            || !drawn.ToStandaloneSvg().Contains("<svg", StringComparison.Ordinal)
            || (drawn is LineChart line && (line.Categories.Count != chart.Data.Rows.Count || line.Current.Points.Count != line.Categories.Count))
            || string.IsNullOrWhiteSpace(drawn.Description)
        select $"chart: {chart.Name}";

    /// <summary>Charts concluded from a year whose value is partial, missing, or rests on less than 80 % of what was due.</summary>
    public static IEnumerable<string> WeakConclusions(Paper paper) =>
        from chart in paper.Charts()
        where chart.Sheet.Takeaway is not null
        let received = chart.Data.Columns.Select(c => c.Heading).ToList().IndexOf("Valeurs reçues")
        from row in chart.Data.Rows
        where Years().Matches(chart.Sheet.Takeaway!).Any(y => y.Value == row.Cells[0].Words)
            && (!row.Cells.Any(c => c.IsFigure)
                || (received > 0 && (row.Cells[received].Number < 80 || row.Cells[1].Number is null))
                || row.Cells.Any(c => c.Words is { } words && (words.Contains("partielle", StringComparison.Ordinal) || words.Contains("non achevée", StringComparison.Ordinal))))
        select $"weak: {chart.Sheet.Takeaway}";

    /// <summary>What a paper says in sentences: the words of tables are no sentences.</summary>
    public static IEnumerable<string> Sentences(Paper paper) => paper.Sections.SelectMany(s => s.Blocks).SelectMany(block => block switch
    {
        PaperText text => [text.Text],
        PaperNote note => [note.Text],
        PaperList list => list.Items,
        PaperReasons reasons => reasons.Reasons.Select(r => r.Explanation),
        PaperFigures figures => figures.Figures.SelectMany(f => new[] { $"{f.Label} est {f.Value}.", f.Comment is { } comment ? $"{comment}." : null }).OfType<string>(),
        PaperChart chart => chart.Sheet.Takeaway is { } takeaway ? [takeaway] : [],
        _ => Array.Empty<string>(),
    }).Append(paper.Lead);

    private static IEnumerable<string> Labels(Paper paper) => paper.Tables().SelectMany(table =>
            Lines(table).SelectMany(r => r.Cells.SelectMany(c => new[] { c.Words, c.Note }).Append(r.Group))
                .Concat(table.Columns.Select(c => c.Heading))
                .Append(table.Caption)
                .Append(table.Unit))
        .Concat(paper.Charts().SelectMany(c => new[] { c.Sheet.UnitLine, c.Sheet.Source, c.Sheet.Graphic.Title, c.Sheet.Graphic.Description }))
        .Concat(paper.Sections.Select(s => s.Heading))
        .Append(paper.Subject)
        .Append(paper.Identity)
        .OfType<string>()
        .Where(s => s.Length > 0)
        .Distinct(StringComparer.Ordinal);

    private static DateOnly DayOf(Match day) => new(
        int.Parse(day.Groups["year"].Value, CultureInfo.InvariantCulture),
        Array.IndexOf(Months, day.Groups["month"].Value) + 1,
        int.Parse(day.Groups["day"].Value.TrimEnd('e', 'r'), CultureInfo.InvariantCulture));

    private static bool IsPartial(PaperCell cell) => cell.Note?.StartsWith("partiel", StringComparison.Ordinal) == true;

    private static IEnumerable<PaperRow> Lines(PaperTable table) => table.Total is { } total ? table.Rows.Append(total) : table.Rows;

    private static IEnumerable<decimal> Figures(PaperTable table) =>
        from row in Lines(table)
        from column in Enumerable.Range(0, table.Columns.Count)
        from number in (IEnumerable<string>)[.. Texts(table, row, column)]
        select Number(number);

    private static IEnumerable<string> Texts(PaperTable table, PaperRow row, int column)
    {
        var cell = row.Cells[column];
        return cell.Number is null ? Numbers().Matches(cell.Note ?? "").Select(m => m.Value)
            : Numbers().Matches(table.Text(cell, column)).Select(m => m.Value).Concat(Numbers().Matches(cell.Note ?? "").Select(m => m.Value));
    }

    // How many rows there are, how many have a figure, how many go up or down, how many say the same word.
    private static IEnumerable<decimal> Counts(PaperTable table)
    {
        yield return table.Rows.Count;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var cells = table.Rows.Select(r => r.Cells[column]).ToList();
            yield return cells.Count(c => c.IsFigure);
            yield return cells.Count(c => c.Number > 0);
            yield return cells.Count(c => c.Number < 0);
            foreach (var said in cells.Where(c => c.Words is not null).GroupBy(c => c.Words, StringComparer.Ordinal))
            {
                yield return said.Count();
            }
        }
    }

    private static decimal? Read(PaperTable table, PaperRow row, int column) => row.Cells[column] is { Number: { } number } cell
        ? decimal.Round(number, (cell.Format ?? table.Columns[column].Format).Decimals, MidpointRounding.AwayFromZero)
        : null;

    private static decimal Number(string text) => Math.Abs(decimal.Parse(
        text.Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.').Replace("\u2212", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d+(?:\u202F\d{3})*(?:,\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    // Days, years, articles of law, codes, ordinals, the threshold of completeness, what others wrote.
    [GeneratedRegex(
        @"«[^»]*»|[LRD] ?\d{4}-\d+(?:-\d+)*|\([A-Z]{3}-\d\d\)|(?:\d{1,2}|1er)\u00A0(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?|31 décembre|(?<![\d\u202F,])(?:19|20)\d\d(?!\u202F?\d|,\d)|80\u00A0%",
        RegexOptions.CultureInvariant)]
    private static partial Regex NotFigures();

    [GeneratedRegex(@"(?<day>\d{1,2}|1er)\u00A0(?<month>\p{L}+) (?<year>\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex(@"\b(?:est|sont) à \p{L}+er\b|\bse communique|\bau plus tard\b|\bavant le\b|\bprend fin\b|\bcourt jusqu|\bse renouvelle\b|\bpréavis commence\b", RegexOptions.CultureInvariant)]
    private static partial Regex ToCome();

    [GeneratedRegex(@"\bétai(?:t|ent) à\b|\best passée\b|\ba pris fin\b|\bs’est renouvelée\b", RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"\bdoit [\d\u2212]|^Ce qui est dû\b|^Ce que chaque membre doit\b", RegexOptions.CultureInvariant)]
    private static partial Regex Owed();

    [GeneratedRegex(@"[.!?]$", RegexOptions.CultureInvariant)]
    private static partial Regex Ended();

    [GeneratedRegex(
        @"^(?:Valider|Faire|Arrêter|Statuer|Décider|Enregistrer|Régulariser|Dire|Transmettre|Compléter|Merci|Veuillez)\b|\b(?:enregistrez|transmettez|veuillez|il faut|abaissez|relevez)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
