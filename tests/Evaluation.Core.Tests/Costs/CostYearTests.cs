using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Costs;

public sealed class CostYearTests
{
    private static readonly Community Community = GivenCommunity.Of("A");

    private static readonly CostYear Planning = new(2025,
    [
        new CostLine(CostCategory.Personnel,           CostStage.Actual,   412_300.00m),
        new CostLine(CostCategory.Fournitures,         CostStage.Actual,   18_450.00m),
        new CostLine(CostCategory.RenouvellementBiens, CostStage.Actual,   22_700.00m),
        new CostLine(CostCategory.ContratsServices,    CostStage.Actual,   30_000.00m),
        new CostLine(CostCategory.ContratsServices,    CostStage.Actual,   1_550.00m),
        new CostLine(CostCategory.Personnel,           CostStage.Forecast, 405_000.00m),
    ]);

    [Fact]
    public void The_full_cost_is_the_sum_of_the_lines_of_a_stage()
    {
        Assert.Equal(485_000.00m, Planning.Total(CostStage.Actual));
        Assert.Equal(405_000.00m, Planning.Total(CostStage.Forecast));
        Assert.Equal(31_550.00m, Planning.Total(CostStage.Actual, CostCategory.ContratsServices));
        Assert.True(Planning.IsObserved);
    }

    [Fact]
    public void What_has_no_line_is_unknown_not_zero()
    {
        Assert.Null(Planning.Total(CostStage.Forecast, CostCategory.Fournitures));
        Assert.Null(GivenDossier.Forecast(2025, 1).Total(CostStage.Actual));
        Assert.False(GivenDossier.Forecast(2025, 1).IsObserved);
        Assert.Equal(0, GivenDossier.Actual(2025, 0).Total(CostStage.Actual));
    }

    public static TheoryData<string, string, CostLineDocument> Wrong => new()
    {
        { "document.unknownChoice", "/lines/0/category", Line() with { Category = "impots" } },
        { "document.unknownChoice", "/lines/0/stage",    Line() with { Stage = null } },
        { "costs.amount",           "/lines/0/amount",   Line() with { Amount = null } },
        { "costs.amount",           "/lines/0/amount",   Line() with { Amount = 0.001m } },
        { "costs.amount",           "/lines/0/amount",   Line() with { Amount = 1_000_000_000_001m } },
        { "costs.amount",           "/lines/0/amount",   Line() with { Amount = -1_000_000_000_001m } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_has_its_code_and_its_place(string code, string pointer, CostLineDocument line) =>
        ProblemAssert.Only(code, pointer, CostReader.Read(2025, new CostDocument { Lines = [line] }, Community).Problems);

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void A_year_has_from_1_to_200_lines(int count) => ProblemAssert.Only(
        "costs.lines", "/lines", CostReader.Read(2025, new CostDocument { Lines = [.. Enumerable.Repeat(Line(), count)] }, Community).Problems);

    [Fact]
    public void A_null_line_is_a_fault_like_another() => Assert.Equal(
        ["/lines/1/category", "/lines/1/stage", "/lines/1/amount"],
        CostReader.Read(2025, new CostDocument { Lines = [Line(), null!] }, Community).Problems.Select(p => p.Pointer));

    [Fact]
    public void Lines_keep_their_order_and_a_credit_its_sign()
    {
        var read = CostReader.Read(2025, new CostDocument { Lines = [Line(), Line() with { Amount = -5.10m }] }, Community).Value!;

        Assert.Equal([12.5m, -5.10m], read.Lines.Select(l => l.Amount));
        Assert.Equal(7.40m, read.Total(CostStage.Actual));
    }

    private static CostLineDocument Line() => new() { Category = "personnel", Stage = "actual", Amount = 12.50m };
}
