using System.Text.Json;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>When the page of the accounts of a year proposes to settle it.</summary>
public sealed class AccountsYearTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, false, true)]
    [InlineData("", true, false)]
    [InlineData("", false, false)]
    [InlineData("2026-07-10", true, true)]
    [InlineData("2026-06-10", true, false)]
    [InlineData("2026-06-10", false, true)]
    public void A_settled_year_is_proposed_again_while_it_is_open_or_where_an_opening_changed_it(string? openedUntil, bool isAsSettled, bool expected)
    {
        var community = CommunityReader.Read("200040715", JsonSerializer.Deserialize(GivenService.CommunityDocument, StoreJson.Documents.CommunityDocument)!).Value!;
        var service = MutualisationReader.Read(
            "ads", JsonSerializer.Deserialize(GivenService.MutualisationDocument(), StoreJson.Documents.MutualisationDocument)!, community, Catalogue.Standard).Value!;
        var settled = openedUntil is null ? SettledYears.None : new SettledYears([new SettledYear(2025, [new YearSettling(At, new DateOnly(2026, 3, 1), "user:a", "comptable", "f", 2026, [])
        {
            Openings = openedUntil.Length == 0 ? [] : [new PeriodOpening("user:d", At, DateOnly.Parse(openedUntil, System.Globalization.CultureInfo.InvariantCulture), "Oubli.")],
        }])]);

        var shown = new AccountsYear(community, service, 2025, null, null, settled, [], new DateOnly(2026, 7, 1)) { IsAsSettled = isAsSettled };

        Assert.Equal(expected, shown.IsToSettle);
    }
}
