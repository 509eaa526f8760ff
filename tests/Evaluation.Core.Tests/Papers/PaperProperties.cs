using System.Collections.Concurrent;
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
    public void Each_figure_seen_first_says_what_its_total_lacks() => Hold(PaperRules.HiddenParts);

    [Fact]
    public void Each_difference_is_found_again_from_the_two_figures_before_it() => Hold(PaperRules.Differences);

    [Fact]
    public void Each_figure_of_a_sentence_is_in_a_table_or_counted_in_one() => Hold(PaperRules.FiguresFromNowhere);

    [Fact]
    public void Words_agree_and_are_French() => Hold(PaperRules.Words);

    [Fact]
    public void Nothing_is_asked_of_who_can_do_nothing() => Hold(PaperRules.Requests);

    [Fact]
    public void No_day_is_told_as_to_come_that_is_past_on_the_day_of_the_data() => Properties.Hold(
        Gen.Choose(1, 1_000_000),
        number =>
        {
            var (community, papers) = Of(number);
            Assert.Empty(papers.SelectMany(p => PaperRules.Announced(p, community.Edition.DataAsOf)));
            return true;
        },
        Communities);

    [Fact]
    public void Nothing_is_said_to_be_owed_of_a_free_service() => Hold(PaperRules.Free);

    [Fact]
    public void Each_chart_is_drawn_with_its_table() => Hold(PaperRules.Drawings);

    [Fact]
    public void Nothing_is_concluded_below_eighty_percent_nor_from_a_part() => Hold(PaperRules.WeakConclusions);

    [Fact]
    public void No_saving_is_established_of_a_service_of_which_too_little_came() => Properties.Hold(
        Gen.Choose(1, 1_000_000),
        number =>
        {
            var (community, papers) = Of(number);
            var weak = community.Services.Where(s => s.In(DrawnCommunity.Year)!.Completeness.IsTooLow).Select(s => s.Mutualisation.Label.Replace('\'', '’'));
            return !papers[0].Tables().Where(t => t.Name is "Économies" or "Coût d’une unité" or "Homogénéité")
                .SelectMany(t => t.Rows)
                .Any(r => weak.Contains(r.Cells[0].Words, StringComparer.Ordinal));
        },
        Communities);

    [Fact]
    public void The_same_facts_give_the_same_paper() => Properties.Hold(
        Gen.Choose(1, 1_000),
        number => Of(number).Papers.Select(PaperAsText.Of).SequenceEqual(new DrawnCommunity(number).Papers().Select(PaperAsText.Of)),
        10);

    [Fact]
    public void The_communities_drawn_hold_all_that_is_promised_of_them()
    {
        var papers = Enumerable.Range(1, Communities).SelectMany(n => Of(n).Papers).ToList();
        var tables = papers.SelectMany(p => p.Tables()).ToList();

        Assert.All(
            ["Économies", "Sans conclusion", "Passage", "Membres qui dépensent plus", "Actions en retard", "Hors bilan", "Homogénéité", "Unités attendues",
                "Coût unitaire prévu", "Du coût aux montants", "Entrées et sorties"],
            name => Assert.Contains(tables, t => t.Name == name));
        Assert.Contains(tables, t => t.Total?.Cells.Any(c => c.Note is not null) == true);
        Assert.Contains(tables, t => t.Name == "Montants" && t.Columns.Any(c => c.Heading == "Reporté"));
        Assert.Contains(tables, t => t.Name == "Prévision" && t.Rows.Any(r => r.Cells[0].Words!.EndsWith(", porteur", StringComparison.Ordinal)));
        Assert.Contains(tables.Where(t => t.Name == "Appels").SelectMany(t => t.Rows), r => r.Cells.Any(c => c.Words == "régularisation"));
        Assert.Contains(tables.Where(t => t.Name == "Indicateur TRV-10").SelectMany(t => t.Rows), r => r.Cells[^1].Words!.Contains("exprimée", StringComparison.Ordinal));
        Assert.Contains(papers, p => p.Charts().Any(c => c.Sheet.Takeaway is null));
        Assert.Contains(papers, p => PaperRules.Sentences(p).Any(s => s.Contains("était à communiquer", StringComparison.Ordinal)));
        Assert.Contains(papers, p => PaperRules.Sentences(p).Any(s => s.Contains("est à communiquer", StringComparison.Ordinal)));
        Assert.Contains(papers, p => p.Tables().Any(t => t.Rows.Count > 300));
        Assert.Contains(papers, p => p.Subject.StartsWith("Coût unitaire prévisionnel", StringComparison.Ordinal));
    }

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
