using System.Globalization;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Calendar;

public sealed class ConventionTermTests
{
    [Theory]
    [InlineData("2024-12-30", null, "")]
    [InlineData("2024-12-31", ConventionTermState.Near, "la convention s’achève le 31\u00A0décembre 2025, dans 365\u00A0jours\u202F; le préavis commence le 30\u00A0juin 2025.")]
    [InlineData("2025-06-30", ConventionTermState.Near, "la convention s’achève le 31\u00A0décembre 2025, dans 184\u00A0jours\u202F; le préavis commence le 30\u00A0juin 2025.")]
    [InlineData("2025-07-01", ConventionTermState.NoticeBegun, "la convention s’achève le 31\u00A0décembre 2025, dans 183\u00A0jours\u202F; le préavis a commencé le 30\u00A0juin 2025.")]
    [InlineData("2025-12-30", ConventionTermState.NoticeBegun, "la convention s’achève le 31\u00A0décembre 2025, dans 1\u00A0jour\u202F; le préavis a commencé le 30\u00A0juin 2025.")]
    [InlineData("2025-12-31", ConventionTermState.NoticeBegun, "la convention s’achève le 31\u00A0décembre 2025, aujourd’hui\u202F; le préavis a commencé le 30\u00A0juin 2025.")]
    [InlineData("2026-01-01", ConventionTermState.Ended, "la convention a pris fin le 31\u00A0décembre 2025, il y a 1\u00A0jour\u00A0: aucune autre n’est enregistrée.")]
    [InlineData("2027-01-01", ConventionTermState.Ended, "la convention a pris fin le 31\u00A0décembre 2025, il y a 366\u00A0jours\u00A0: aucune autre n’est enregistrée.")]
    public void A_date_that_passes_settles_nothing(string day, ConventionTermState? state, string sentence)
    {
        var term = On(day, "aucune");

        Assert.Equal(state, term?.State);
        Assert.Equal(sentence, term?.Sentence ?? "");
    }

    [Fact]
    public void A_convention_renewed_tacitly_never_comes_to_an_end()
    {
        Assert.Contains("se renouvelle tacitement", On("2025-12-01", "tacite")!.Sentence, StringComparison.Ordinal);
        Assert.Equal(ConventionTermState.Renewed, On("2026-06-01", "tacite")!.State);
        Assert.Contains("s’est renouvelée tacitement", On("2026-06-01", "tacite")!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_a_term_has_nothing_to_settle() =>
        Assert.Null(ConventionTerm.Of(Read(d => d), new DateOnly(2025, 6, 1)));

    [Fact]
    public void A_service_that_ended_has_nothing_to_settle() =>
        Assert.Null(On("2026-01-01", "aucune", [new LifecycleStepDocument { Status = "terminated", On = "2025-12-31", Reason = "Fin du service." }]));

    [Theory]
    [InlineData("2025-06-30", CalendarKind.Convention, "2025-06-30")]
    [InlineData("2025-07-01", CalendarKind.ConventionEnd, "2025-12-31")]
    [InlineData("2025-12-31", CalendarKind.ConventionEnd, "2025-12-31")]
    [InlineData("2026-01-01", null, null)]
    public void Once_the_notice_has_begun_the_term_itself_is_listed(string day, CalendarKind? kind, string? on)
    {
        foreach (var renewal in new[] { "aucune", "tacite", "expresse" })
        {
            var service = Read(d => d with { Convention = d.Convention! with { EndsOn = "2025-12-31", Renewal = renewal } });
            var listedOn = DateOnly.Parse(day, CultureInfo.InvariantCulture);
            var dossier = new Dossier(GivenCommunity.Of("A"), service, Catalogue.Standard, listedOn.Year, listedOn, new ValueBook([]), []);
            var listed = ServiceDeadlines.Next(dossier, listedOn)
                .SingleOrDefault(d => d.Kind is CalendarKind.Convention or CalendarKind.ConventionEnd);

            Assert.Equal((kind, on), (listed?.Kind, listed?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }
    }

    private static ConventionTerm? On(string day, string renewal, IReadOnlyList<LifecycleStepDocument>? life = null) => ConventionTerm.Of(
        Read(d => d with
        {
            Lifecycle = life,
            Memberships = [.. d.Memberships!.Select(m => m with { To = life is null ? null : "2025-12-31" })],
            Convention = d.Convention! with { EndsOn = "2025-12-31", Renewal = renewal },
        }),
        DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private static Mutualisation Read(Func<MutualisationDocument, MutualisationDocument> changed)
    {
        var community = GivenCommunity.Of("A");
        return MutualisationReader.Read("essai", changed(GivenMutualisation.Document(community)), community, Catalogue.Standard).Value!;
    }
}
