using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class MutualisationReaderTests
{
    private static readonly Community Community = GivenCommunity.Of("A", "B");
    private static readonly MutualisationDocument Right = GivenMutualisation.Document(Community);
    private static readonly ConventionDocument Convention = Right.Convention!;

    public static TheoryData<string, string, MutualisationDocument> Wrong => new()
    {
        { "serviceType.unknown",       "/serviceType",           Right with { ServiceType = "XYZ", Nature = "fonctionnel", Indicators = [] } },
        { "serviceType.unknown",       "/serviceType",           Right with { ServiceType = "TRV", Nature = "fonctionnel", Indicators = [] } },
        { "document.unknownChoice",    "/legalForm",             Right with { LegalForm = "association" } },
        { "document.missing",          "/label",                 Right with { Label = null } },
        { "document.tooLong",          "/label",                 Right with { Label = new string('a', 201) } },
        { "document.unknownChoice",    "/nature",                Right with { Nature = "mixte" } },
        { "document.unknownChoice",    "/offerStatus",           Right with { OfferStatus = "ancienne" } },
        { "document.missing",          "/provider",              Right with { Provider = "" } },
        { "member.unknown",            "/provider",              Right with { Provider = "246300701" } },
        { "document.missing",          "/referent",              Right with { Referent = null } },
        { "document.controlCharacter", "/referent",              Right with { Referent = "a\u0001" } },
        { "document.missing",          "/objectives/0",          Right with { Objectives = [null!] } },
        { "document.tooLong",          "/objectives/0",          Right with { Objectives = [new string('a', 2_001)] } },
        { "document.missing",          "/memberships/0/member",  With(new MembershipDocument { From = "2025-01-01" }) },
        { "member.unknown",            "/memberships/0/member",  With(new MembershipDocument { Member = "38999", From = "2025-01-01" }) },
        { "member.unknown",            "/memberships/0/member",  With(new MembershipDocument { Member = GivenCommunity.Siren, From = "2025-01-01" }) },
        { "document.missing",          "/memberships/0/from",    With(new MembershipDocument { Member = "38001" }) },
        { "date.invalid",              "/memberships/0/from",    With(A("2025-02-29")) },
        { "date.invalid",              "/memberships/0/from",    With(A("01/02/2025")) },
        { "date.invalid",              "/memberships/0/to",      With(A("2025-01-01", "2025-1-1")) },
        { "membership.inverted",       "/memberships/0",         With(A("2025-01-01", "2025-01-01")) },
        { "membership.overlap",        "/memberships/1",         With(A("2024-01-01"), A("2025-01-01")) },
        { "membership.overlap",        "/memberships/1",         With(A("2025-01-01", "2025-07-01"), A("2025-06-30", "2026-01-01")) },
        { "indicator.unknown",         "/indicators/0/code",     Following(new FollowedIndicatorDocument { Code = "ADS-99" }) },
        { "indicator.unknown",         "/indicators/0/code",     Following(new FollowedIndicatorDocument()) },
        { "indicator.otherService",    "/indicators/0/code",     Following(new FollowedIndicatorDocument { Code = "DSI-01" }) },
        { "indicator.duplicate",       "/indicators/1/code",     Following(new FollowedIndicatorDocument { Code = "ADS-01" }, new FollowedIndicatorDocument { Code = "ADS-01" }) },
        { "target.neutral",            "/indicators/0/target",   Following(new FollowedIndicatorDocument { Code = "ADS-01", Target = 1 }) },
        { "source.address",            "/source/address",        Right with { Source = new FeedSourceDocument { Address = "ftp://exemple.fr" } } },
        { "source.address",            "/source/address",        Right with { Source = new FeedSourceDocument { Address = "/values" } } },
        { "source.everyHours",         "/source/everyHours",     Right with { Source = new FeedSourceDocument { Address = "https://exemple.fr", EveryHours = 0 } } },
        { "source.address",            "/source/address",        Pulled(f => f with { Address = "https://moi:mdp@exemple.fr/" }) },
        { "source.schedule",           "/source/everyHours",     Pulled(f => f with { At = ["06:30"], EveryHours = 24 }) },
        { "source.at",                 "/source/at",             Pulled(f => f with { At = [] }) },
        { "source.at",                 "/source/at/1",           Pulled(f => f with { At = ["06:30", "6h30"] }) },
        { "source.at",                 "/source/at/1",           Pulled(f => f with { At = ["06:30", "06:30"] }) },
        { "source.at",                 "/source/at/0",           Pulled(f => f with { At = [null] }) },
        { "source.days",               "/source/days",           Pulled(f => f with { Days = ["monday"] }) },
        { "source.days",               "/source/days",           Pulled(f => f with { At = ["06:30"], Days = ["monday", "monday"] }) },
        { "document.unknownChoice",    "/source/days/0",         Pulled(f => f with { At = ["06:30"], Days = ["lundi"] }) },
        { "document.unknownChoice",    "/source/format",         Pulled(f => f with { Format = "xml" }) },
        { "source.fileOnly",           "/source/label",          Pulled(f => f with { Label = "oxalis" }) },
        { "source.fileOnly",           "/source/period",         Pulled(f => f with { Period = "2025-03" }) },
        { "period.invalid",            "/source/period",         Pulled(f => f with { Format = "csv", Period = "mars" }) },
        { "source.header",             "/source/authentication/header", Authenticated("Host", "essai") },
        { "source.header",             "/source/authentication/header", Authenticated("Proxy-Authorization", "essai") },
        { "source.header",             "/source/authentication/header", Authenticated("Sec-WebSocket-Key", "essai") },
        { "source.header",             "/source/authentication/header", Authenticated("X-Api-Key\r\nHost", "essai") },
        { "source.header",             "/source/authentication/header", Authenticated("X-HTTP-Method-Override", "essai") },
        { "source.header",             "/source/authentication/header", Authenticated(null, "essai") },
        { "source.secret",             "/source/authentication/secret", Authenticated("X-Api-Key", "Bearer eyJ0") },
        { "source.secret",             "/source/authentication/secret", Authenticated("X-Api-Key", null) },
        { "document.missing",          "/convention/number",     With(Convention with { Number = null }) },
        { "document.missing",          "/convention/object",     With(Convention with { Object = null }) },
        { "document.missing",          "/convention/startsOn",   With(Convention with { StartsOn = null }) },
        { "date.invalid",              "/convention/endsOn",     With(Convention with { EndsOn = "2025" }) },
        { "convention.inverted",       "/convention/endsOn",     With(Convention with { EndsOn = "2019-12-31" }) },
        { "convention.notice",         "/convention/noticeMonths", With(Convention with { NoticeMonths = 61 }) },
        { "convention.notice",         "/convention/noticeMonths", With(Convention with { NoticeMonths = -1 }) },
        { "document.unknownChoice",    "/convention/settlement", With(Convention with { Settlement = "virement" }) },
        { "convention.allocation",     "/convention/allocation", With(Convention with { Allocation = null }) },
        { "convention.unexpectedAllocation",    "/convention/allocation", Right with { LegalForm = "reseauThematique" } },
    };

    public static TheoryData<string, string, AllocationDocument> WrongKeys => new()
    {
        { "document.unknownChoice", "/convention/allocation/method",               Key("moitie", Equal(1)) },
        { "key.weights",            "/convention/allocation/criteria",             Key("split") },
        { "key.weights",            "/convention/allocation/criteria",             Key("split", Equal(0.5m), Unit("ADS-03", 0.49m)) },
        { "document.unknownChoice", "/convention/allocation/criteria/0/criterion", Key("split", new KeyCriterionDocument { Criterion = "surface", Weight = 1 }) },
        { "key.indicator",          "/convention/allocation/criteria/0/indicator", Key("split", Unit("ADS-99", 1)) },
        { "key.indicator",          "/convention/allocation/criteria/0/indicator", Key("split", Unit("ADS-04", 1)) },
        { "key.indicator",          "/convention/allocation/criteria/0/indicator", Key("split", Unit("TRV-06", 1)) },
        { "key.indicator",          "/convention/allocation/criteria/0/indicator", Key("split", Unit("TRV-15", 1)) },
        { "key.unitPrice",          "/convention/allocation/criteria",             Key("unitPrice", Equal(1)) },
        { "key.unitPrice",          "/convention/allocation/criteria",             Key("unitPrice", Equal(0.5m), Unit("ADS-03", 0.5m)) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_has_its_code_and_its_place(string code, string pointer, MutualisationDocument document)
    {
        var outcome = Read(document);

        Assert.Null(outcome.Value);
        ProblemAssert.Only(code, pointer, outcome.Problems);
    }

    [Theory]
    [MemberData(nameof(WrongKeys))]
    public void A_fault_of_the_key_has_its_code_and_its_place(string code, string pointer, AllocationDocument key) =>
        ProblemAssert.Only(code, pointer, Read(With(Convention with { Allocation = key })).Problems);

    [Theory]
    [InlineData("ab")]
    [InlineData("Instruction")]
    [InlineData("instruction du droit des sols")]
    [InlineData("a-name-that-is-longer-than-forty-characters")]
    [InlineData("abc\n")]
    public void The_identifier_is_a_slug(string id) => ProblemAssert.Only(
        "mutualisation.id", "", MutualisationReader.Read(id, Right, Community, Catalogue.Standard).Problems);

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("1.5")]
    [InlineData("79228162514264337593543950335")]
    public void Each_weight_is_more_than_zero_and_at_most_one(string weight)
    {
        var criterion = Equal(Exact.Number(weight));

        var problems = Read(With(Convention with { Allocation = Key("split", criterion, criterion) })).Problems;

        Assert.Contains(problems, p => p is { Code: "key.weight", Pointer: "/convention/allocation/criteria/1/weight" });
    }

    [Fact]
    public void Settlement_on_the_attribution_de_compensation_supposes_the_single_business_tax()
    {
        var document = With(Convention with { Settlement = "acImputation" });
        var additional = GivenCommunity.Read(GivenCommunity.Document("A", "B") with { FiscalRegime = "fa" });

        Assert.Empty(Read(document).Problems);
        ProblemAssert.Only(
            "convention.acImputation",
            "/convention/settlement",
            MutualisationReader.Read("essai", document, additional, Catalogue.Standard).Problems);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var problems = Read(new MutualisationDocument
        {
            Memberships = [null!, new MembershipDocument { Member = "38999" }],
            Indicators = [null!],
            Convention = new ConventionDocument { Allocation = new AllocationDocument { Criteria = [null!] } },
        }).Problems;

        Assert.Equal(
            [
                "serviceType.unknown /serviceType",
                "document.unknownChoice /legalForm",
                "document.missing /memberships/0/member",
                "document.missing /memberships/0/from",
                "member.unknown /memberships/1/member",
                "document.missing /memberships/1/from",
                "indicator.unknown /indicators/0/code",
                "document.missing /label",
                "document.unknownChoice /nature",
                "document.missing /provider",
                "document.missing /referent",
                "document.missing /convention/number",
                "document.missing /convention/object",
                "document.missing /convention/startsOn",
                "document.unknownChoice /convention/settlement",
                "document.unknownChoice /convention/allocation/criteria/0/criterion",
                "key.weight /convention/allocation/criteria/0/weight",
                "key.weights /convention/allocation/criteria",
            ],
            problems.Select(p => $"{p.Code} {p.Pointer}"));
    }

    [Fact]
    public void What_is_absent_takes_its_usual_value()
    {
        var read = Read(Right with { Source = new FeedSourceDocument { Address = "https://exemple.fr/values" } }).Value!;

        Assert.Equal(ServiceNature.Operationnel, read.Nature);
        Assert.Equal(OfferStatus.Existante, read.OfferStatus);
        Assert.Equal(24, read.Source!.EveryHours);
        Assert.Equal(AllocationMethod.Split, read.ConventionOn(Exact.Day("2025-01-01"))!.Allocation!.Method);
    }

    [Fact]
    public void A_target_of_the_convention_replaces_that_of_the_catalogue()
    {
        var read = Read(Following(
            new FollowedIndicatorDocument { Code = "ADS-04", Target = 60 },
            new FollowedIndicatorDocument { Code = "ADS-06" },
            new FollowedIndicatorDocument { Code = "ADS-01" })).Value!;

        Assert.Equal(["ADS-04", "ADS-06", "ADS-01"], read.Followed.Select(f => f.Definition.Code));
        Assert.Equal(new Target(60, true, TargetBasis.Convention), read.Followed[0].Target);
        Assert.Equal(95, read.Followed[1].Target!.Value);
        Assert.Null(read.Followed[2].Target);
    }

    private static Problems.Outcome<Mutualisation> Read(MutualisationDocument document) =>
        MutualisationReader.Read("essai", document, Community, Catalogue.Standard);

    private static MembershipDocument A(string from, string? to = null) => new() { Member = "38001", From = from, To = to };

    private static MutualisationDocument With(params MembershipDocument[] memberships) => Right with { Memberships = memberships };

    private static MutualisationDocument With(ConventionDocument convention) => Right with { Convention = convention };

    private static MutualisationDocument Following(params FollowedIndicatorDocument[] indicators) =>
        Right with { Indicators = indicators };

    private static AllocationDocument Key(string method, params KeyCriterionDocument[] criteria) =>
        new() { Method = method, Criteria = criteria };

    private static KeyCriterionDocument Equal(decimal weight) => new() { Criterion = "equal", Weight = weight };

    private static KeyCriterionDocument Unit(string code, decimal weight) =>
        new() { Criterion = "indicator", Indicator = code, Weight = weight };

    [Theory]
    [InlineData("Authorization")]
    [InlineData("X-Api-Key")]
    [InlineData("PRIVATE-TOKEN")]
    [InlineData("apikey")]
    [InlineData("Ocp-Apim-Subscription-Key")]
    public void A_source_says_when_and_how_it_is_pulled(string header)
    {
        var document = Authenticated(header, "oxalis");
        var source = Read(document with
        {
            Source = document.Source! with
            {
                Format = "csv",
                At = ["18:00", "06:30"],
                Days = ["friday", "monday"],
                Label = "oxalis",
                Period = "2025-03",
            },
        }).Value!.Source!;

        Assert.Equal(FeedFormat.Csv, source.Format);
        Assert.Null(source.EveryHours);
        Assert.Equal([new TimeOnly(6, 30), new TimeOnly(18, 0)], source.At);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Friday], source.Days);
        Assert.Equal(new FeedAuthentication(header, "oxalis"), source.Authentication);
        Assert.Equal(("oxalis", "2025-03"), (source.Label, source.Period));
    }

    private static MutualisationDocument Pulled(Func<FeedSourceDocument, FeedSourceDocument> change) =>
        Right with { Source = change(new FeedSourceDocument { Address = "https://exemple.fr/feed" }) };

    private static MutualisationDocument Authenticated(string? header, string? secret) =>
        Pulled(f => f with { Authentication = new FeedAuthenticationDocument { Header = header, Secret = secret } });
}
