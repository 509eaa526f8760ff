using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Confirmations;

/// <summary>What members think of a service: the count always, an average from five on.</summary>
public sealed class ServiceRatingsTests
{
    [Theory]
    [InlineData("", 0, null, null)]
    [InlineData("5", 1, null, "1 membre a noté le service ; aucune moyenne n’est donnée en dessous de 5 notes.")]
    [InlineData("5 4 4 3", 4, null, "4 membres ont noté le service ; aucune moyenne n’est donnée en dessous de 5 notes.")]
    [InlineData("5 4 4 3 5", 5, "4.2", "5 membres ont noté le service : 4,2 sur 5 en moyenne.")]
    [InlineData("1 1 1 2 1 2 2 2 1 2 1 1 1 1 1 2 1 1 1 2", 20, "1.4", "20 membres ont noté le service : 1,4 sur 5 en moyenne.")]
    public void An_average_is_told_from_five_ratings_on(string ratings, int count, string? average, string? words)
    {
        var told = ServiceRatings.Of(ratings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((r, i) => Rated(i + 1, 1, Exact.Number(r))));

        Assert.Equal((count, average is null ? null : Exact.Number(average)), (told.Count, told.Average));
        Assert.Equal(words, told.InWords?.Replace('\u202F', ' ').Replace('\u00A0', ' '));
    }

    [Fact]
    public void The_last_rating_of_a_member_counts_and_who_gives_none_is_not_counted()
    {
        var told = ServiceRatings.Of([Rated(1, 3, 5), Rated(1, 1, 1), Rated(2, 1, null), .. Enumerable.Range(3, 4).Select(n => Rated(n, 2, 4))]);

        Assert.Equal((5, 4.2m), (told.Count, told.Average));
    }

    private static UnitsAnswer Rated(int member, int quarter, decimal? rating) =>
        GivenUnits.Answer(GivenUnits.Of(GivenUnits.Values, "A", GivenUnits.Quarter(quarter)), rating: (int?)rating) with
        {
            Member = Siren.Parse(GivenCommunity.SirenOf(member)),
        };
}
