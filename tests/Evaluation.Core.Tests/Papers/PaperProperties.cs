using System.Collections.Concurrent;
using Evaluation.Core.Costs;
using Evaluation.Core.Papers;
using Evaluation.Core.Papers.Statements;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Papers;

/// <summary>What no paper of any kind may contradict, whatever the community: each is held against the same rules.</summary>
public sealed class PaperProperties
{
    private const int Communities = 60;

    // Every property looks at the same communities.
    private static readonly ConcurrentDictionary<int, (DrawnCommunity Community, IReadOnlyList<Paper> Papers)> Drawn = new();

    [Fact]
    public void Names_of_tables_name_sheets() => Hold(PaperRules.Names);

    [Fact]
    public void Each_row_has_a_cell_a_column_and_each_figure_a_format() => Hold(PaperRules.Shapes);

    [Fact]
    public void Each_total_is_the_sum_of_its_rows_or_says_what_it_lacks() => Hold(PaperRules.Totals);

    [Fact]
    public void Each_difference_is_found_again_from_the_two_figures_before_it() => Hold(PaperRules.Differences);

    [Fact]
    public void Each_figure_of_a_sentence_is_in_a_table_or_counted_in_one() => Hold(PaperRules.FiguresFromNowhere);

    [Fact]
    public void Words_agree_and_are_French() => Hold(PaperRules.Words);

    [Fact]
    public void Nothing_is_asked_of_who_can_do_nothing() => Hold(PaperRules.Requests);

    [Fact]
    public void Each_chart_is_drawn_with_its_table() => Hold(PaperRules.Drawings);

    private static void Hold(Func<Paper, IEnumerable<string>> broken) => Properties.Hold(
        Gen.Choose(1, 1_000_000),
        number =>
        {
            foreach (var paper in Of(number).Papers)
            {
                var faults = broken(paper).ToList();
                Assert.True(faults.Count == 0, $"{number}, {paper.Subject} ({paper.Title})\n{string.Join('\n', faults)}");
            }

            return true;
        },
        Communities);

    private static (DrawnCommunity Community, IReadOnlyList<Paper> Papers) Of(int number) => Drawn.GetOrAdd(number, n =>
    {
        var community = new DrawnCommunity(n);
        return (community, community.Papers());
    });
}
