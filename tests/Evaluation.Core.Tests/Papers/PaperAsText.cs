using System.Text;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Tests.Papers;

/// <summary>A paper as plain text, for the eye of who reviews it.</summary>
internal static class PaperAsText
{
    public static string Of(Paper paper)
    {
        var text = new StringBuilder().AppendLine($"{paper.Organisation} — {paper.Title}").AppendLine(paper.Subject).AppendLine(paper.Identity).AppendLine(paper.Lead);
        foreach (var section in paper.Sections)
        {
            text.AppendLine().AppendLine($"{(section.OnNewPage ? "---\n" : "")}# {section.Heading}");
            foreach (var block in section.Blocks)
            {
                Write(text.AppendLine(), block);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PaperBlock block)
    {
        switch (block)
        {
            case PaperText said:
                text.AppendLine(said.Text);
                break;
            case PaperNote note:
                text.AppendLine($"({note.Text})");
                break;
            case PaperList list:
                text.AppendJoin('\n', list.Items.Select(i => $"- {i}")).AppendLine();
                break;
            case PaperFigures figures:
                text.AppendJoin('\n', figures.Figures.Select(f => $"* {f.Label}: {f.Value}{(f.Comment is null ? "" : $" — {f.Comment}")}")).AppendLine();
                break;
            case PaperReasons reasons:
                text.AppendJoin('\n', reasons.Reasons.Select(r => $"{r.Term}: {r.Explanation}")).AppendLine();
                break;
            case PaperChart chart:
                text.AppendLine($"<{chart.Name}> {chart.Sheet.Graphic.Title} [{chart.Sheet.UnitLine}] {chart.Sheet.Graphic.Description}")
                    .AppendLine(chart.Sheet.Takeaway ?? "(no takeaway)")
                    .AppendLine(chart.Sheet.Source);
                Write(text, chart.Data);
                break;
            case PaperTable table:
                Write(text, table);
                break;
        }
    }

    private static void Write(StringBuilder text, PaperTable table)
    {
        text.AppendLine($"[{table.Name}] {table.Caption}{(table.Unit is null ? "" : $" — {table.Unit}")}");
        text.AppendJoin(" | ", table.Columns.Select(c => c.Heading)).AppendLine();
        foreach (var row in table.Rows)
        {
            text.Append(row.Group is null ? "" : $"  {row.Group}\n");
            Write(text, table, row);
        }

        if (table.Total is { } total)
        {
            text.Append("= ");
            Write(text, table, total);
        }
    }

    private static void Write(StringBuilder text, PaperTable table, PaperRow row) => text
        .AppendJoin(" | ", row.Cells.Select((c, i) => table.Text(c, i) + (c.Note is null ? "" : $" ({c.Note})")))
        .AppendLine();
}
