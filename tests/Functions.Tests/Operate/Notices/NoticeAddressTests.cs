using System.Net;

namespace Evaluation.Functions.Tests.Operate.Notices;

public sealed class NoticeAddressTests(RunningApp running)
{
    [Theory]
    [InlineData("notices?state=perdu", HttpStatusCode.BadRequest)]
    [InlineData("mutualisations/ads/calendar?on=2026-13-01", HttpStatusCode.BadRequest)]
    [InlineData("mutualisations/autre/calendar", HttpStatusCode.NotFound)]
    public async Task What_is_asked_wrongly_is_told(string address, HttpStatusCode expected)
    {
        var service = await GivenService.DeclareAsync(running.Http);

        using var answer = await running.Http.GetAsync(
            $"{service.Community}/{address}", TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }
}
