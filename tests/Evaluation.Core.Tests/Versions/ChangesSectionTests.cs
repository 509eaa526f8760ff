using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Reports;
using Evaluation.Core.Versions;
using static Evaluation.Core.Tests.Versions.GivenVersions;

namespace Evaluation.Core.Tests.Versions;

/// <summary>How a version tells what changed since the one before.</summary>
public sealed class ChangesSectionTests
{
    [Fact]
    public void A_version_that_kept_nothing_is_said_to_have_kept_nothing()
    {
        var section = Section(null, BaseOf(new SampleService()));

        Assert.Equal("La version 1 n’a pas gardé de quoi comparer.", section.Sentence);
        Assert.Null(section.AmountsSentence);
        Assert.Empty(section.Figures);
        Assert.Null(section.Amounts);
    }

    [Fact]
    public void A_base_written_otherwise_compares_no_more()
    {
        var present = BaseOf(new SampleService());

        Assert.Equal("La version 1 n’a pas gardé de quoi comparer.", Section(present with { Format = present.Format - 1 }, present).Sentence);
    }

    [Fact]
    public void Decisions_alone_are_said_to_be_alone()
    {
        var service = new SampleService();

        var section = Section(BaseOf(service), BaseOf(service, new BaseRecord(RecordKind.Decision, "décision de 2025", "a")));

        Assert.Equal(
            "Depuis la version 1, du 1er\u00A0juin 2026, seul ce qui a été décidé a changé (décision de 2025)\u00A0: ni valeur, ni coût, ni membre, ni règle, ni définition.",
            section.Sentence);
        Assert.Equal("Ce que paie chaque membre n’a pas changé.", section.AmountsSentence);
        Assert.Null(section.Amounts);
    }

    [Fact]
    public void A_document_that_reads_otherwise_is_named_and_nothing_else_is_claimed()
    {
        var service = new SampleService();

        var section = Section(BaseOf(service), BaseOf(service, new BaseRecord(RecordKind.Declaration, "fiche du service (objectifs)", "a")));

        Assert.Equal(
            "Depuis la version 1, du 1er\u00A0juin 2026, ni valeur, ni coût, ni membre, ni règle, ni définition n’a changé. Pièce qui ne dit plus la même chose\u00A0: fiche du service (objectifs).",
            section.Sentence);
    }

    [Fact]
    public void Figures_rules_and_what_they_do_to_amounts_are_told_with_figures_that_stand_in_the_tables()
    {
        var section = Section(BaseOf(Costing(1_246_380.42m)), BaseOf(Costing(1_300_000m)));

        Assert.Equal("Depuis la version 1, du 1er\u00A0juin 2026, a changé\u00A0: 1\u00A0ligne de coût.", section.Sentence);
        Assert.Equal(
            "Le coût réparti passe de 1\u202F559\u202F507,61\u00A0€ à 1\u202F613\u202F127,19\u00A0€ (+53\u202F619,58\u00A0€)\u202F; le montant change pour 49\u00A0membres sur 49.",
            section.AmountsSentence);
        var line = Assert.Single(section.Figures);
        Assert.Equal(("Personnel, constaté", 1_246_380.42m, 1_300_000m, 53_619.58m), (line.Label, line.Before.Value, line.After.Value, line.Difference.Value));
        var amounts = section.Amounts!;
        Assert.Equal((1_559_507.61m, 1_613_127.19m, 53_619.58m), (amounts.Total.Before.Value, amounts.Total.After.Value, amounts.Total.Difference));
        Assert.Equal(amounts.Total.Difference, amounts.Members.Sum(r => r.Difference) + amounts.Others.Sum(r => r.Difference));
    }

    [Fact]
    public void Only_what_has_a_difference_is_listed_the_largest_first_and_the_rest_is_counted_in_one_line()
    {
        var before = BaseOf(new SampleService());
        var (first, split) = (before.Split!.Shares[0], before.Split);
        var after = before with
        {
            Split = split with
            {
                Total = split.Total + 13,
                ProviderPart = split.ProviderPart + 10,
                Shares = [first with { Amount = first.Amount + 3 }, .. split.Shares.Skip(1)],
            },
        };

        var section = Section(before, after);

        var rows = section.Amounts!.Told();
        Assert.Equal([10m, 3m, 0m], rows.Select(r => r.Difference));
        Assert.Equal(["Part du porteur", "Sans écart\u00A0: 48\u00A0membres"], [rows[0].Label, rows[2].Label]);
        Assert.Contains("\u202F; la part du porteur passe de ", section.AmountsSentence, StringComparison.Ordinal);
        Assert.EndsWith("le montant change pour 1\u00A0membre sur 49.", section.AmountsSentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void However_many_rows_are_listed_they_add_up_to_the_total(int? most)
    {
        var amounts = Section(BaseOf(Sharing(0.3m)), BaseOf(Sharing(0.4m))).Amounts!;

        var rows = amounts.Told(most);

        Assert.Equal(
            (amounts.Total.Before.Value, amounts.Total.After.Value, amounts.Total.Difference),
            (rows.Sum(r => r.Before.Value ?? 0), rows.Sum(r => r.After.Value ?? 0), rows.Sum(r => r.Difference)));
        Assert.All(rows.Where(r => r.Member is not null), r => Assert.NotEqual(r.Before, r.After));
    }

    [Fact]
    public void A_late_value_is_not_available_then_and_has_no_difference()
    {
        var section = Section(BaseOf(Without("38185", 12)), BaseOf(new SampleService()));

        Assert.All(section.Figures, figure =>
        {
            Assert.Equal(Figure.NotTransmitted, figure.Before);
            Assert.Equal(Figure.NotApplicable, figure.Difference);
            Assert.Equal("Grenoble", figure.Member!.Name);
            Assert.Equal("reçue depuis", figure.Note);
        });
    }

    [Fact]
    public void The_first_version_tells_of_no_change() => Assert.Null(new SampleService().Report().Changes);
}
