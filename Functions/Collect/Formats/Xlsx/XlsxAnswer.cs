using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>
/// The workbook that was sent, with what became of each line: the columns « Résultat » and « À corriger », and the
/// refused cells in red. Once corrected it can be sent again as it is.
/// </summary>
internal static class XlsxAnswer
{
    /// <summary>The same workbook, answered.</summary>
    /// <param name="workbook">As it was sent.</param>
    /// <param name="sheet">The sheet that was read; the first when null.</param>
    /// <param name="lines">What became of its lines; others were not sent.</param>
    /// <exception cref="RefusalException">400 when it is no workbook with values.</exception>
    public static BinaryData Write(BinaryData workbook, string? sheet, IReadOnlyList<AnsweredLine> lines) =>
        XlsxPackage.Change(workbook, document =>
        {
            var found = XlsxSheet.Find(document, sheet);
            var header = XlsxHeader.Find(found.Lines());
            var filled = found.Lines().Where(line => line.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell.Text))).ToList();
            var places = new AnswerColumns(header.Columns, filled.Max(line => line.Cells.Count));
            var marks = new XlsxMarks(document.WorkbookPart!);
            var answers = lines.ToDictionary(line => line.Line);
            // What holds something and was not judged is a line of the template that nobody filled in.
            foreach (var line in filled.Where(line => line.Number > header.Line && !answers.ContainsKey(line.Number)))
            {
                answers[line.Number] = AnsweredLine.NotSent(line.Number);
            }

            XlsxRewriting.Rewrite(found.Part, places.Added, row =>
            {
                if (row.Number == header.Line)
                {
                    WriteHeaders(row, places);
                }
                else if (answers.TryGetValue(row.Number, out var answer))
                {
                    WriteAnswer(row, answer, places, marks);
                }
            });
            marks.Save();
        });

    private static void WriteHeaders(XlsxRow row, AnswerColumns places)
    {
        var style = row.StyleOf(places.StyledAs);
        foreach (var (column, field) in new[] { (places.Outcome, FileField.Outcome), (places.Correction, FileField.Correction) })
        {
            row.SetText(column, FileHeader.NameOf(field));
            row.SetStyle(column, _ => style);
        }
    }

    private static void WriteAnswer(XlsxRow row, AnsweredLine answer, AnswerColumns places, XlsxMarks marks)
    {
        row.SetStyles(marks.Accepted);
        row.SetText(places.Outcome, answer.Outcome);
        row.SetText(places.Correction, string.Join(' ', answer.Issues.Select(issue => issue.Message)));
        if (!answer.Refused)
        {
            return;
        }

        row.SetStyle(places.Correction, marks.Refused);
        foreach (var column in answer.Issues.Select(issue => places.ColumnOf(issue.Field)).OfType<int>().Distinct())
        {
            row.SetStyle(column, marks.Refused);
        }
    }
}
