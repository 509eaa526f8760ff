using System.Collections.Concurrent;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Whatever stands in an address, the answer is one, or a refusal as documented; and nothing is written.</summary>
[Collection(Hostility.Name)]
public sealed class HostileAddressTests(HostileApp app)
{
    private const int AtOnce = 4;

    private static readonly string[] Names =
    [
        "..", "%2e%2e", "%2e%2e%2f%2e%2e%2f", "..%2f..%2fetc%2fpasswd", "%5c..%5c", "%00", "a%00b", "%0d%0aX-Evil:1", "%ff%fe", "%c0%ae",
        "%zz", "%", "CON", "con", "nul.txt", "~", "|", "a|b", "'", "%27%20or%201%20eq%201", "%3Cscript%3E", "%E2%80%AE", "%F0%9F%92%A9", "é", "%20", ".",
        "*", "$", "%7B0%7D", "-1", "0", "99999999999999999999", "2025-13", "9999", "v0", "v99999999999", "latest", "report~", "~~~", "report~../../x",
        new('a', 81), new('9', 3000), string.Concat(Enumerable.Repeat("%41", 1000)),
    ];

    private static readonly string[] QueryNames =
    [
        "from", "to", "period", "year", "indicator", "member", "format", "state", "job", "limit", "after", "action", "includeDeleted", "mutualisation",
    ];

    private static readonly string[] QueryValues =
        ["", "%00", "-1", "99999999999999999999", "NaN", "..%2f..", "'%20or%201%20eq%201", "%ff", new('z', 4000), "a&{0}=b"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Any_name_in_an_address_is_answered_or_refused_and_writes_nothing() => AllAreProperAsync(
        from address in MappedAddresses.All
        from name in MappedAddresses.NamesIn(address.Pattern)
        from value in Names
        select (address.Method, MappedAddresses.With(address.Pattern, name, value)));

    [Fact]
    public Task Any_parameter_of_an_address_is_answered_or_refused() => AllAreProperAsync(
        from address in MappedAddresses.All
        where address.Method == "GET"
        from name in QueryNames
        from value in QueryValues
        select (address.Method, $"{MappedAddresses.With(address.Pattern)}?{name}={value.Replace("{0}", name, StringComparison.Ordinal)}"));

    [Fact]
    public Task Any_method_on_any_address_is_answered_or_refused() => AllAreProperAsync(
        from pattern in MappedAddresses.All.Select(a => a.Pattern).Distinct()
        from method in new[] { "PATCH", "TRACE", "OPTIONS", "HEAD", "QUERY", "get", "X" }
        select (method, MappedAddresses.With(pattern)));

    [Fact]
    public void The_addresses_are_there() => Assert.True(MappedAddresses.All.Count > 50);

    private async Task AllAreProperAsync(IEnumerable<(string Method, string Target)> requests)
    {
        var before = await app.StoredAsync();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation },
            async (request, cancellationToken) =>
            {
                var body = request.Method is "PUT" or "POST" ? "{}" : "";
                var answer = await RawExchange.SendAsync(
                    app.Address, request.Method, request.Target, HostileApp.HeadersFor(request.Target), body, cancellationToken);
                // A method that no function takes is refused by the host, without a word.
                // A page may name its own address; what stands behind it is what was sent.
                var sent = request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..];
                var fault = request.Method == "HEAD" && answer.Status < 500 ? null
                    : request.Method is "TRACE" or "QUERY" or "X" && answer.Status == 404 ? null
                    : answer.Fault($"{sent}\n{Uri.UnescapeDataString(sent)}", wordless: true);
                if (fault is not null)
                {
                    faults.Add($"{request.Method} {Short(request.Target)}: {answer.Status} {fault}");
                }
            });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(40)));
        Assert.Equal(before, await app.StoredAsync());
    }

    private static string Short(string target) => target.Length <= 200 ? target : $"{target[..200]}…";
}
