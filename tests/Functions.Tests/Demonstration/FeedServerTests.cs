using Evaluation.Local;
using Evaluation.Local.Demonstration;

namespace Evaluation.Functions.Tests.Demonstration;

public sealed class FeedServerTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_port_that_another_demonstration_was_faster_to_take_is_told_in_one_line()
    {
        using var folder = LocalFolder.Open(_temporary["data"], reset: false);
        using var clock = SimulatedClock.In(folder);
        var address = FeedServer.ChooseAddress(appPort: 0);
        await using var first = await FeedServer.StartAsync(address, [], clock, Cancellation);

        var refused = await Assert.ThrowsAsync<LocalRunException>(() => FeedServer.StartAsync(address, [], clock, Cancellation));

        Assert.Contains($"Le port {address.Port} ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
