using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Tests.Papers;

/// <summary>What is read of a table.</summary>
public sealed class PaperTableTests
{
    private static readonly IReadOnlyList<PaperColumn> Columns = [PaperColumn.Words("Service"), PaperColumn.Words("Nature"), PaperColumn.Euros("Montant")];

    [Fact]
    public void A_total_that_says_what_its_only_row_says_is_not_read_again() =>
        Assert.Null(Of(PaperRow.Of("Ensemble", "", 12m), PaperRow.Of("Archives", "Personnel", 12m)).ReadTotal);

    [Fact]
    public void A_total_of_several_rows_is_read() =>
        Assert.NotNull(Of(PaperRow.Of("Ensemble", "", 12m), PaperRow.Of("Archives", "Personnel", 12m), PaperRow.Of("Archives", "Locaux", 0m)).ReadTotal);

    [Fact]
    public void A_total_that_is_not_its_only_row_is_read()
    {
        Assert.NotNull(Of(PaperRow.Of("Ensemble", "", 40m), PaperRow.Of("Archives", "Personnel", 12m)).ReadTotal);
        Assert.NotNull(Of(PaperRow.Of("Ensemble", "", new PaperCell { Number = 12m, Note = "partiel" }), PaperRow.Of("Archives", "Personnel", 12m)).ReadTotal);
    }

    private static PaperTable Of(PaperRow total, params IReadOnlyList<PaperRow> rows) => new("Montants", "Montants", null, Columns, rows, total);
}
