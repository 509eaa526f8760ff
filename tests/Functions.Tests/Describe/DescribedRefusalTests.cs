using System.Reflection;
using Evaluation.Core.Tests;
using Evaluation.Functions.Describe;
using Evaluation.Functions.Tests.Consult;

namespace Evaluation.Functions.Tests.Describe;

/// <summary>Which address refuses by which codes is read from the program, so that no list of them is kept by hand.</summary>
public sealed class DescribedRefusalTests
{
    [Fact]
    public void The_description_names_for_each_address_the_codes_that_its_code_reaches()
    {
        using var reached = new ReachedRefusals();
        var lines = MappedEndpoints.Of(isLocal: false).Where(ApiDescription.IsDescribed).SelectMany(endpoint =>
            reached.Of(endpoint.Metadata.GetRequiredMetadata<MethodInfo>())
                .GroupBy(refusal => refusal.Status, refusal => refusal.Code, StringComparer.Ordinal)
                .Select(group => string.Join(' ', [
                    endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0],
                    endpoint.RoutePattern.RawText,
                    group.Key,
                    .. group.Order(StringComparer.Ordinal),
                ])));

        GoldenFile.Matches("../../Functions/Describe/refusals.txt", string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n")));
    }
}
