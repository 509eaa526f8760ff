using Evaluation.Core.Indicators;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators;

public sealed class TargetTests
{
    [Theory]
    // at least: value ÷ target
    [InlineData(false, "95", "92.4", "97.3", TargetStatus.Close)]
    [InlineData(false, "95", "95", "100.0", TargetStatus.Reached)]
    [InlineData(false, "95", "94.99", "100.0", TargetStatus.Close)]
    [InlineData(false, "95", "190", "200.0", TargetStatus.Reached)]
    [InlineData(false, "100", "90", "90.0", TargetStatus.Close)]
    [InlineData(false, "100", "89.99", "90.0", TargetStatus.Missed)]
    [InlineData(false, "100", "0", "0.0", TargetStatus.Missed)]
    // at most: 100 if met, else target ÷ value
    [InlineData(true, "45", "52", "86.5", TargetStatus.Missed)]
    [InlineData(true, "45", "45", "100.0", TargetStatus.Reached)]
    [InlineData(true, "45", "45.01", "100.0", TargetStatus.Close)]
    [InlineData(true, "45", "50", "90.0", TargetStatus.Close)]
    [InlineData(true, "45", "0", "100.0", TargetStatus.Reached)]
    // no quotient from zero
    [InlineData(true, "0", "0", "100.0", TargetStatus.Reached)]
    [InlineData(true, "0", "0.01", "0.0", TargetStatus.Missed)]
    [InlineData(true, "0", "-3", "100.0", TargetStatus.Reached)]
    [InlineData(false, "0", "0", "100.0", TargetStatus.Reached)]
    [InlineData(false, "0", "3", "100.0", TargetStatus.Reached)]
    [InlineData(false, "0", "-3", "0.0", TargetStatus.Missed)]
    // nor below: −10 is worse than −5 where more is better, though −10 ÷ −5 is 200 %
    [InlineData(false, "-5", "-10", "0.0", TargetStatus.Missed)]
    [InlineData(false, "-5", "-5", "100.0", TargetStatus.Reached)]
    [InlineData(true, "-5", "-3", "0.0", TargetStatus.Missed)]
    public void A_value_stands_somewhere_against_its_target(
        bool isMaximum, string target, string value, string attainment, TargetStatus status)
    {
        var aim = new Target(Exact.Number(target), isMaximum, TargetBasis.Usual);

        Assert.Equal(
            Exact.Number(attainment), decimal.Round(aim.Attainment(Exact.Number(value)), 1, MidpointRounding.AwayFromZero));
        Assert.Equal(status, aim.StatusOf(Exact.Number(value)));
    }

    [Fact]
    public void Without_a_value_there_is_no_status() =>
        Assert.Equal(TargetStatus.NotKnown, new Target(0, true, TargetBasis.Legal).StatusOf(null));
}
