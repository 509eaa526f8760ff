using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Tests.Papers;

/// <summary>How a remark is put behind a figure.</summary>
public sealed class PaperRemarkTests
{
    [Theory]
    [InlineData("139,00 €", null, "139,00 €")]
    [InlineData("139,00 €", "complément à payer", "139,00 € (complément à payer)")]
    [InlineData("139,00 €", "après 137,00 € en 2024 (+2,00 €)", "139,00 € — après 137,00 € en 2024 (+2,00 €)")]
    public void Brackets_are_never_nested(string text, string? remark, string read) => Assert.Equal(read, PaperRemark.After(text, remark));
}
