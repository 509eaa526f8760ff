using System.Globalization;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class SharedPostProperties
{
    private static readonly DateOnly Origin = new(2024, 1, 1);
    private static readonly Core.Communities.Community Community = GivenCommunity.Of([.. Enumerable.Range(1, 6).Select(i => $"Commune {i}")]);

    // A part each, for some weeks of the year, so that some days are full and some are not.
    private static readonly Gen<Part[]> Parts = (
        from tenths in Gen.Choose(1, 7)
        from start in Gen.Choose(0, 20)
        from length in Gen.Choose(1, 20)
        select new Part(tenths / 10m, start, start + length)).ArrayOf(6);

    [Fact]
    public void Parts_are_refused_exactly_when_some_day_has_more_than_the_posts() => Properties.Hold(Parts, parts =>
    {
        var problems = MutualisationReader.Read(
            "essai",
            GivenMutualisation.Document(Community) with { Posts = 1.5m, Memberships = [.. parts.Select(Written)] },
            Community,
            Core.Indicators.Catalogue.Standard).Problems;

        return problems.Any(p => p.Code == "membership.shares")
            == Enumerable.Range(0, 41).Any(day => parts.Where(p => p.From <= day && day < p.To).Sum(p => p.Share) > 1.5m);
    });

    private static MembershipDocument Written(Part part, int rank) => new()
    {
        Member = GivenCommunity.InseeOf(rank + 1),
        From = Iso(part.From),
        To = Iso(part.To),
        ShareOfPost = part.Share,
    };

    private static string Iso(int day) => Origin.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Part(decimal Share, int From, int To);
}
