using Evaluation.Core.Papers.Members;
using Evaluation.Core.Papers.Statements;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Papers;

namespace Evaluation.Core.Tests.Specification;

/// <summary>What papers.md asks.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> OfPapers => new()
    {
        ["paper"] = Cells,
        ["says"] = w => Plain(PaperOf(w[0]).Lead),
    };

    // « paper annualStatement / Montants / A »: the cells of a row, or of the total, its name apart.
    private static string Cells(string[] words)
    {
        var asked = string.Join(' ', words).Split(" / ");
        var table = PaperOf(asked[0]).Tables().Single(t => t.Name == asked[1]);
        var row = asked[2] == "Total" ? table.Total! : table.Rows.Single(r => r.Cells[0].Words == asked[2]);
        return Plain(string.Join(" | ", row.Cells.Select((cell, i) => table.Text(cell, i)).Skip(1)));
    }

    private static Paper PaperOf(string kind) => kind switch
    {
        "budgetDebate" => GivenPapers.BudgetDebate(),
        "multiYear" => GivenPapers.MultiYear(),
        "annualStatement" => StatementPaper.Of(GivenPapers.Stated(new GivenService())),
        "memberStatement" => MemberStatementPaper.Of(GivenPapers.Told()),
        "letter" => StatementLetters.Of(GivenPapers.Stated(new GivenService()))[0],
        _ => throw new FormatException(kind),
    };

    // Pages of documentation are typed with plain spaces.
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();
}
