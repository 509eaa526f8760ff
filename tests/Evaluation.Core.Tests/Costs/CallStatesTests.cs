using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Costs;

public sealed class CallStatesTests
{
    private static readonly DateOnly Day = new(2025, 3, 31);
    private static readonly Siren A = Siren.Parse(GivenCommunity.SirenOf(1));

    [Fact]
    public void Calls_that_are_alike_have_each_a_name_and_a_corrected_call_another()
    {
        FundsCall[] calls = [Call(10), Call(10), Call(-2.5m), Call(10) with { Kind = CallKind.Balance }];

        Assert.Equal(
            [
                $"{A}-2025-03-31-provisional-10.00",
                $"{A}-2025-03-31-provisional-10.00-2",
                $"{A}-2025-03-31-provisional--2.50",
                $"{A}-2025-03-31-balance-10.00",
            ],
            FundsCall.Named(calls).Select(c => c.Id));
    }

    [Fact]
    public void What_is_said_of_a_call_holds_until_something_else_is_or_the_call_is_corrected()
    {
        var name = FundsCall.Named([Call(10)])[0].Id;
        var said = CallStates.None.Say(new ToldCall(name, new CallStanding(CallState.Paid, Day, null), default, "someone"));

        Assert.Same(said, said.Say(said.Told[0] with { By = "another" }));
        Assert.Equal(CallState.Paid, said.Of(new CostYear(2025, []) { Calls = [Call(10)] }).Calls[0].Standing?.State);
        Assert.Null(said.Of(new CostYear(2025, []) { Calls = [Call(11)] }).Calls[0].Standing);
        Assert.Equal(
            CallState.Issued,
            Assert.Single(said.Say(said.Told[0] with { Standing = new CallStanding(CallState.Issued, Day, null) }).Told).Standing.State);
    }

    [Theory]
    [InlineData("paid", "2025-04-01", null, "")]
    [InlineData("disputed", "2025-04-01", "Unités contestées.", "")]
    [InlineData("disputed", "2025-04-01", " ", "call.comment /comment")]
    [InlineData("paid", "2025-04-02", null, "call.future /on")]
    [InlineData("paye", "2025-04-01", null, "document.unknownChoice /state")]
    [InlineData(null, null, null, "document.unknownChoice /state, document.missing /on")]
    public void A_state_has_its_date_and_what_is_contested_its_comment(string? state, string? on, string? comment, string problems) =>
        Assert.Equal(problems, string.Join(", ", new CallStandingDocument { State = state, On = on, Comment = comment }
            .Read(new DateOnly(2025, 4, 1)).Problems.Select(p => $"{p.Code} {p.Pointer}")));

    private static FundsCall Call(decimal amount) => new(A, amount, Day, CallKind.Provisional);
}
