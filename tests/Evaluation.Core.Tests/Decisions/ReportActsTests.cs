using Evaluation.Core.Decisions;

namespace Evaluation.Core.Tests.Decisions;

public sealed class ReportActsTests
{
    private static readonly ReportCompleteness Whole = new(10, 10);
    private static readonly DateTimeOffset At = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_version_goes_from_project_to_validated_transmitted_and_replaced()
    {
        var validated = ReportActs.None.Validate(Validation(1), 1, Whole).Value!;
        var transmitted = validated.Transmit(Transmission(1), 1).Value!;

        Assert.Equal(ReportState.Draft, ReportActs.None.StateOf(1, 1));
        Assert.Equal(ReportState.Validated, validated.StateOf(1, 1));
        Assert.Equal(ReportState.Transmitted, transmitted.StateOf(1, 1));
        Assert.Equal((ReportState.Replaced, ReportState.Draft), (transmitted.StateOf(1, 2), transmitted.StateOf(2, 2)));
        Assert.Equal(
            ["projet", "validé", "transmis", "remplacé"],
            Enum.GetValues<ReportState>().Select(s => s.Label()));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(8, 10, false)]
    [InlineData(7, 10, true)]
    [InlineData(7996, 10000, true)]
    [InlineData(2_000_000_000, 2_100_000_000, false)]
    public void Less_than_four_fifths_is_weak_exactly(int received, int expected, bool isWeak) =>
        Assert.Equal(isWeak, new ReportCompleteness(received, expected).IsWeak);

    [Fact]
    public void The_same_act_again_is_the_same_object_and_at_whatever_time()
    {
        var once = ReportActs.None.Validate(Validation(1), 1, Whole).Value!;
        var twice = once.Validate(Validation(1) with { At = At.AddDays(1) }, 2, Whole).Value;
        var sent = once.Transmit(Transmission(1), 1).Value!;

        Assert.Same(once, twice);
        Assert.Same(sent, sent.Transmit(Transmission(1) with { At = At.AddDays(1) }, 2).Value);
        Assert.Same(sent.Tell(2), sent);
        Assert.True(sent.Tell(1).TransmissionOf(1)!.Told);
        Assert.Equal(sent.Tell(1).Transmissions, sent.Tell(1).Transmit(Transmission(1), 1).Value!.Transmissions);
    }

    [Fact]
    public void What_others_did_or_what_does_not_follow_is_refused_with_its_code()
    {
        var validated = ReportActs.None.Validate(Validation(1), 1, Whole).Value!;
        var sent = validated.Transmit(Transmission(1), 1).Value!;

        Assert.Equal("report.validated", Code(validated.Validate(Validation(1) with { By = "user:autre" }, 1, Whole)));
        Assert.Equal("report.validated", Code(validated.Validate(Validation(1) with { Comment = "Autre." }, 1, Whole)));
        Assert.Equal("report.transmitted", Code(sent.Transmit(Transmission(1) with { By = "user:autre" }, 1)));
        Assert.Equal("report.replaced", Code(ReportActs.None.Validate(Validation(1), 2, Whole)));
        Assert.Equal("report.replaced", Code(validated.Transmit(Transmission(1), 2)));
        Assert.Equal("report.notValidated", Code(ReportActs.None.Transmit(Transmission(1), 1)));
        Assert.Equal("report.comment", Code(ReportActs.None.Validate(Validation(1), 1, new ReportCompleteness(7, 10))));
        Assert.NotNull(ReportActs.None.Validate(Validation(1) with { Comment = "Panne." }, 1, new ReportCompleteness(7, 10)).Value);
    }

    private static string Code(Core.Problems.Outcome<ReportActs> outcome) => Assert.Single(outcome.Problems).Code;

    private static ReportValidation Validation(int version) => new(version, At, "user:a", "direction", null);

    private static ReportTransmission Transmission(int version) => new(version, At, "user:a", Told: false);
}
