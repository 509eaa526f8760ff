using System.Globalization;
using Evaluation.Core.Versions;

namespace Evaluation.Core.Tests.Versions;

public sealed class LateDataTests
{
    [Theory]
    [InlineData("2026-06-10", false, "2026-06-10", false)]
    [InlineData("2026-06-10", false, "2026-06-11", true)]
    [InlineData("2026-06-10", true, "2026-06-11", false)]
    [InlineData("2026-05-29", false, "2026-05-31", false)]
    [InlineData("2026-05-29", false, "2026-06-01", true)]
    public void A_report_is_made_again_the_day_after_the_last_change_once_its_review_is_due_unless_accounts_are_closed(
        string changedOn, bool isClosed, string today, bool expected) =>
        Assert.Equal(expected, LateData.MakesNextVersion(2025, DateOnly.Parse(changedOn, CultureInfo.InvariantCulture), isClosed, DateOnly.Parse(today, CultureInfo.InvariantCulture)));
}
