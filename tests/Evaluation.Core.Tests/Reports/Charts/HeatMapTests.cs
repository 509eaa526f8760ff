using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed class HeatMapTests
{
    [Fact]
    public void Each_value_belongs_to_one_class_and_classes_follow_each_other() =>
        Prop.ForAll<int[]>(values =>
        {
            var classes = Map([.. values.Select(v => (decimal?)v)]).Classes();

            return classes.Count <= HeatMap.MostClasses
                && classes.All(k => k.Low <= k.High)
                && classes.Zip(classes.Skip(1)).All(pair => pair.First.High < pair.Second.Low)
                && values.All(v => classes.Count(k => k.Low <= v && v <= k.High) == 1)
                && (values.Length == 0) == (classes.Count == 0);
        }).HoldsOnTheSameCases();

    [Fact]
    public void One_large_commune_leaves_the_others_apart()
    {
        var classes = Map([1, 2, 3, 4, 5, 6, 7, 8, 9, 5_000]).Classes();

        Assert.Equal([new(1, 2), new(3, 4), new(5, 6), new(7, 8), new(9, 5_000)], classes);
    }

    [Fact]
    public void Equal_values_share_a_shade_and_what_is_missing_has_none()
    {
        Assert.Equal([new(0, 0)], Map([0, null, 0, 0]).Classes());
        Assert.Empty(Map([null, null]).Classes());
    }

    [Fact]
    public void A_slide_shows_the_first_fifteen_rows_and_says_so()
    {
        var many = Map([.. Enumerable.Range(0, 20).Select(i => (decimal?)i)]) with { RestWords = "Les 15 premières sur 20." };
        var few = many with { Rows = [.. many.Rows.Take(15)] };

        var (graphic, words) = many.ForSlide();

        Assert.Equal(15, Assert.IsType<HeatMap>(graphic).Rows.Count);
        Assert.Equal("Les 15 premières sur 20.", words);
        Assert.Equal((few, null), few.ForSlide());
    }

    // One row a value.
    private static HeatMap Map(IReadOnlyList<decimal?> values) => new()
    {
        Title = "Carte",
        Description = "Carte thermique.",
        Categories = ["J"],
        Rows = [.. values.Select(v => new HeatRow("Commune", [new HeatCell(v)]))],
    };
}
