using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Tests.Collect.Formats;

namespace Evaluation.Functions.Tests.Evaluate;

/// <summary>Of which years something is vouched for, sent or decided.</summary>
public sealed class InForceTests
{
    [Fact]
    public void A_year_is_decided_from_the_first_of_January_after_it()
    {
        var service = GivenTemplate.Mutualisation(GivenTemplate.Community());

        InForce.RequireOver(service, 2025, new DateOnly(2026, 1, 1));
        Assert.Equal(
            "year.notOver",
            Assert.Throws<RefusalException>(() => InForce.RequireOver(service, 2025, new DateOnly(2025, 12, 31))).Code);
        Assert.Equal(
            "year.notOver",
            Assert.Throws<RefusalException>(() => InForce.RequireOver(service, 2027, new DateOnly(2026, 6, 16))).Code);
    }
}
