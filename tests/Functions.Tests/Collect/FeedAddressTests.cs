using Evaluation.Functions.Collect;
using Evaluation.Functions.Hosting;
using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>Which addresses may be pulled.</summary>
public sealed class FeedAddressTests
{
    [Theory]
    [InlineData("https://donnees.exemple.fr/flux", true)]
    [InlineData("https://donnees.exemple.fr:443/flux", true)]
    [InlineData("https://DONNEES.exemple.fr/flux", true)]
    [InlineData("https://donnees.exemple.fr:8443/flux", false)]
    [InlineData("https://donnees.exemple.fr:22/flux", false)]
    [InlineData("https://api.exemple.fr:8443/flux", true)]
    [InlineData("https://api.exemple.fr/flux", false)]
    [InlineData("https://autre.exemple.fr/flux", false)]
    [InlineData("http://donnees.exemple.fr/flux", false)]
    [InlineData("http://127.0.0.1:9000/flux", false)]
    public void A_feed_is_on_a_listed_host_on_the_port_of_https_or_on_the_one_that_is_listed(string address, bool isAllowed)
    {
        var options = Options.Create(new CollectOptions { AllowedHosts = "donnees.exemple.fr, api.exemple.fr:8443" });

        var addresses = new FeedAddresses(options, new LocalRun(IsIt: false));

        Assert.Equal(isAllowed, addresses.IsAllowed(new Uri(address)));
    }
}
