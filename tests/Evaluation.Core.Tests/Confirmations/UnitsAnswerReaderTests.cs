using Evaluation.Core.Confirmations;
using static Evaluation.Core.Tests.Confirmations.GivenUnits;

namespace Evaluation.Core.Tests.Confirmations;

/// <summary>What a member says of its units, read with every problem at once.</summary>
public sealed class UnitsAnswerReaderTests
{
    private static readonly UnitsAnswerDocument Right = new()
    {
        State = "confirmed",
        Figures =
        [
            new UnitFigureDocument { Indicator = "ADS-03", Period = "2025-02" },
            new UnitFigureDocument { Indicator = "ADS-03", Period = "2025-01", Value = 20.5m },
        ],
        Rating = 4,
        Comment = "Les délais sont tenus.",
        AnsweredBy = "user:mairie",
        AnsweredAt = new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void What_is_written_is_read_the_same_its_figures_in_order()
    {
        var answer = Read(Right)!;

        Assert.Equal((UnitsVerdict.Confirmed, 4, "user:mairie"), (answer.Verdict, answer.Rating, answer.By));
        Assert.Equal([20.5m, null], answer.Figures.Select(f => f.Value));
        Assert.True(Read(Right with { AnsweredBy = "user:autre", Reply = new UnitsReplyDocument { Words = "Non." } })!.SaysAs(answer));
        Assert.False(Read(Right with { Rating = 5 })!.SaysAs(answer));
        var contested = Read(Right with { State = "contested", Reason = "Un dossier de trop.", Reply = new UnitsReplyDocument { Words = "Non." } })!;
        Assert.Equal(("Un dossier de trop.", "Non."), (contested.Reason, contested.Reply!.Words));
    }

    public static TheoryData<string, UnitsAnswerDocument> Wrong => new()
    {
        { "document.unknownChoice /state", Right with { State = "maybe" } },
        { "document.unknownChoice /state", Right with { State = null } },
        { "document.missing /reason", Right with { State = "contested" } },
        { "document.missing /reason", Right with { State = "contested", Reason = " \u200B" } },
        { "document.tooLong /reason", Right with { State = "contested", Reason = new string('a', 2001) } },
        { "units.reason /reason", Right with { Reason = "Sans objet." } },
        { "units.rating /rating", Right with { Rating = 0 } },
        { "units.rating /rating", Right with { Rating = 6 } },
        { "units.rating /rating", Right with { Rating = 3.5m } },
        { "units.comment /comment", Right with { Rating = null } },
        { "units.figures /figures", Right with { Figures = null } },
        { "units.figures /figures", Right with { Figures = [] } },
        { "period.invalid /figures/0/period", Right with { Figures = [new UnitFigureDocument { Indicator = "ADS-03", Period = "2025-13" }] } },
        { "document.missing /figures/0/indicator", Right with { Figures = [new UnitFigureDocument { Period = "2025-01" }] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_where_it_is(string expected, UnitsAnswerDocument document)
    {
        var problem = Assert.Single(UnitsAnswerReader.Read(Community.Members[0].Siren, Quarter(1), document).Problems);

        Assert.Equal(expected, $"{problem.Code} {problem.Pointer}");
    }

    [Fact]
    public void A_null_among_figures_is_told_as_missing() => Assert.Equal(
        ["document.missing", "period.invalid"],
        UnitsAnswerReader.Read(Community.Members[0].Siren, Quarter(1), Right with { Figures = [null!] }).Problems.Select(p => p.Code));

    private static UnitsAnswer? Read(UnitsAnswerDocument document)
    {
        var outcome = UnitsAnswerReader.Read(Community.Members[0].Siren, Quarter(1), document);
        Assert.Empty(outcome.Problems);
        return outcome.Value;
    }
}
