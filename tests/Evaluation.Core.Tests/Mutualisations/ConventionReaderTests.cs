using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Given.GivenRecord;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class ConventionReaderTests
{
    private static readonly ConventionDocument Convention = Complete.Convention!;
    private static readonly AmendmentDocument Amendment = Complete.Amendments![0];

    public static TheoryData<string, string, MutualisationDocument> Wrong => new()
    {
        { "date.invalid",           "/convention/signedOn",               With(Convention with { SignedOn = "10/12/2019" }) },
        { "document.unknownChoice", "/convention/renewal",                With(Convention with { Renewal = "tacit" }) },
        { "document.missing",       "/convention/missions/0",             With(Convention with { Missions = [" "] }) },
        { "document.missing",       "/convention/means/1",                With(Convention with { Means = ["Un local.", null!] }) },
        { "document.tooLong",       "/convention/financialTerms",         With(Convention with { FinancialTerms = new string('a', 2_001) }) },
        { "document.controlCharacter", "/convention/reversibility",       With(Convention with { Reversibility = "a\u0002" }) },
        { "convention.billing",     "/convention/billingMonths",          With(Convention with { BillingMonths = 0 }) },
        { "convention.billing",     "/convention/billingMonths",          With(Convention with { BillingMonths = 13 }) },
        { "convention.settlement",  "/convention/settlement",             With(Convention with { Settlement = "acImputation" }) with { LegalForm = "prestationService" } },
        { "member.unknown",         "/convention/forecastUnits/0/member", With(Convention with { ForecastUnits = [new() { Member = "38999" }] }) },
        { "forecast.units",         "/convention/forecastUnits/0/units",  With(Convention with { ForecastUnits = [new() { Member = "38001", Units = -0.1m }] }) },
        { "forecast.duplicate",     "/convention/forecastUnits/1/member", With(Convention with { ForecastUnits = [new() { Member = "38001" }, new() { Member = GivenCommunity.SirenOf(1) }] }) },
        { "amendment.alone",        "/amendments",                        Complete with { Convention = null } },
        { "document.missing",       "/amendments/0/number",               Amended(Amendment with { Number = null }) },
        { "document.missing",       "/amendments/0/purpose",              Amended(Amendment with { Purpose = null }) },
        { "document.missing",       "/amendments/0/effectiveOn",          Amended(Amendment with { EffectiveOn = null }) },
        { "amendment.order",        "/amendments/0/effectiveOn",          Amended(Amendment with { EffectiveOn = "2020-01-01" }) },
        { "amendment.order",        "/amendments/1/effectiveOn",          Amended(Amendment, Amendment) },
        { "amendment.outside",      "/amendments/0/effectiveOn",          Amended(Amendment with { EffectiveOn = "2027-01-01" }) },
        { "convention.inverted",    "/amendments/0/endsOn",               Amended(Amendment with { EndsOn = "2024-06-30" }) },
        { "convention.notice",      "/amendments/0/noticeMonths",         Amended(Amendment with { NoticeMonths = 61 }) },
        { "convention.billing",     "/amendments/0/billingMonths",        Amended(Amendment with { BillingMonths = 24 }) },
        { "document.unknownChoice", "/amendments/0/settlement",           Amended(Amendment with { Settlement = "virement" }) },
        { "convention.settlement",  "/amendments/0/settlement",           Amended(Amendment with { Settlement = "acImputation" }) with { LegalForm = "prestationService" } },
        { "key.weights",            "/amendments/0/allocation/criteria",  Amended(Amendment with { Allocation = new() { Criteria = [] } }) },
        { "convention.unexpectedAllocation",  "/amendments/0/allocation",           Amended(Amendment with { Allocation = Convention.Allocation }) with { LegalForm = "reseauThematique", Convention = Convention with { Allocation = null } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_has_its_code_and_its_place(string code, string pointer, MutualisationDocument document) =>
        ProblemAssert.Only(code, pointer, Read(document).Problems);

    [Fact]
    public void A_fault_of_the_first_version_is_told_once_whatever_follows() => Assert.Equal(
        ["document.unknownChoice /convention/settlement", "convention.allocation /convention/allocation"],
        Read(Complete with { Convention = Convention with { Settlement = null, Allocation = null }, Amendments = [Amendment] })
            .Problems.Select(p => $"{p.Code} {p.Pointer}"));

    [Fact]
    public void What_is_absent_takes_its_usual_value()
    {
        var convention = Assert.Single(Valid(GivenMutualisation.Document(GivenRecord.Community)).Conventions);

        Assert.Equal(
            (1, 12, ConventionRenewal.Aucune, null, null),
            (convention.Version, convention.BillingMonths, convention.Renewal, convention.Amendment, convention.SignedOn));
        Assert.Equal((0, 0, 0), (convention.Missions.Count, convention.Means.Count, convention.ForecastUnits.Count));
        Assert.Equal((null, null), (convention.FinancialTerms, convention.Reversibility));
    }

    [Fact]
    public void An_amendment_keeps_what_it_does_not_say()
    {
        var versions = Valid(Complete).Conventions;
        var (first, second) = (versions[0], versions[1]);

        Assert.Equal(2, versions.Count);
        Assert.Equal((3, Exact.Day("2026-12-31")), (first.BillingMonths, first.EndsOn!.Value));
        Assert.Equal(new Amendment("1", Exact.Day("2024-06-20"), "Prolonger et facturer chaque mois."), second.Amendment);
        Assert.Equal(
            first with
            {
                Version = 2,
                EffectiveOn = Exact.Day("2024-07-01"),
                Amendment = second.Amendment,
                EndsOn = Exact.Day("2030-12-31"),
                BillingMonths = 1,
            },
            second);
    }

    [Fact]
    public void An_amendment_replaces_all_that_it_says()
    {
        var second = Valid(Amended(new AmendmentDocument
        {
            Number = "1",
            EffectiveOn = "2025-01-01",
            Purpose = "Tout revoir.",
            Missions = ["Conseiller."],
            Means = ["Trois agents."],
            FinancialTerms = "Gratuité.",
            EndsOn = "2027-12-31",
            Renewal = "tacite",
            NoticeMonths = 0,
            BillingMonths = 12,
            Settlement = "gratuit",
            Allocation = new AllocationDocument { Criteria = [new KeyCriterionDocument { Criterion = "population", Weight = 1 }] },
            ForecastUnits = [],
            Reversibility = "Rien à reprendre.",
        })).Conventions[1];

        Assert.Equal(["Conseiller."], second.Missions);
        Assert.Equal(["Trois agents."], second.Means);
        Assert.Equal(("Gratuité.", "Rien à reprendre."), (second.FinancialTerms, second.Reversibility));
        Assert.Equal((0, 12, SettlementMode.Gratuit), (second.NoticeMonths, second.BillingMonths, second.Settlement));
        Assert.Equal((ConventionRenewal.Tacite, Exact.Day("2027-12-31")), (second.Renewal, second.EndsOn!.Value));
        Assert.Equal(CriterionKind.Population, Assert.Single(second.Allocation!.Criteria).Kind);
        Assert.Empty(second.ForecastUnits);
    }

    [Theory]
    [InlineData("aucune", "2019-12-31", false)]
    [InlineData("aucune", "2020-01-01", true)]
    [InlineData("aucune", "2026-12-31", true)]
    [InlineData("aucune", "2027-01-01", false)]
    [InlineData("expresse", "2027-01-01", false)]
    [InlineData("tacite", "2027-01-01", true)]
    public void A_convention_runs_to_its_term_or_on_tacitly(string renewal, string day, bool runs)
    {
        var read = Valid(Complete with { Convention = Convention with { Renewal = renewal }, Amendments = null });

        Assert.Equal(runs, read.Conventions[0].RunsOn(Exact.Day(day)));
    }

    private static MutualisationDocument With(ConventionDocument convention) => Complete with { Convention = convention, Amendments = null };

    private static MutualisationDocument Amended(params AmendmentDocument[] amendments) => Complete with { Amendments = amendments };
}
