using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Submissions;

public sealed class SubmissionChecksTests
{
    private static readonly Community Community = GivenCommunity.Of("A", "B");

    private static readonly SubmissionChecks Checks = new(
        Community,
        new GivenMutualisation(Community, "DSI")
            .Joined("A", "2020-01-01")
            .Joined("B", "2025-03-15")
            .Following("DSI-01", "DSI-04", "DSI-05", "DSI-06", "TRV-03")
            .Read(),
        Catalogue.Standard,
        Exact.Day("2025-06-01"));

    private static readonly SubmittedRow Right = new(0, "DSI-01", "38001", "2025-03", "42", null, null, null);

    public static TheoryData<string, string, SubmittedRow> Wrong => new()
    {
        { "indicator.unknown",       "indicator", Right with { Indicator = "DSI-99" } },
        { "indicator.unknown",       "indicator", Right with { Indicator = null } },
        { "indicator.unknown",       "indicator", Right with { Indicator = "dsi-01" } },
        { "indicator.computed",      "indicator", Right with { Indicator = "DSI-04" } },
        { "indicator.derived",       "indicator", Right with { Indicator = "TRV-03", Member = null, Period = "2025-S1" } },
        { "indicator.notFollowed",   "indicator", Right with { Indicator = "ADS-01" } },
        { "period.invalid",          "period",    Right with { Period = "mars 2025" } },
        { "period.invalid",          "period",    Right with { Period = null } },
        { "period.periodicity",      "period",    Right with { Period = "2025-Q1" } },
        { "period.future",           "period",    Right with { Period = "2025-07" } },
        { "member.unexpected",       "member",    Right with { Indicator = "DSI-05" } },
        { "member.missing",          "member",    Right with { Member = null } },
        { "member.missing",          "member",    Right with { Member = "" } },
        { "member.unknown",          "member",    Right with { Member = "38999" } },
        { "member.unknown",          "member",    Right with { Member = GivenCommunity.Siren } },
        { "member.outsidePerimeter", "member",    Right with { Member = "38002", Period = "2025-02" } },
        { "value.missing",           "value",     Right with { Value = null } },
        { "value.missing",           "value",     Right with { Value = "" } },
        { "value.notDecimal",        "value",     Right with { Value = "1 234" } },
        { "value.notDecimal",        "value",     Right with { Value = "12,5" } },
        { "value.notDecimal",        "value",     Right with { Value = "NaN" } },
        { "value.notDecimal",        "value",     Right with { Value = "0x2A" } },
        { "number.tooLarge",        "value",     Right with { Value = "1e99" } },
        { "value.notDecimal",        "value",     Right with { Value = "42\0" } },
        { "value.notDecimal",        "value",     Right with { Value = "=1+1" } },
        { "value.outOfRange",        "value",     Right with { Value = "-1" } },
        { "number.tooLarge",        "value",     Right with { Value = "1000000000001" } },
        { "value.outOfRange",        "value",     Right with { Indicator = "DSI-05", Member = null, Value = "100.1" } },
        { "number.tooLarge",        "value",     Right with { Value = "1000000000000.0000000000000000001" } },
        { "value.outOfRange",        "value",     Right with { Value = "-1e-400" } },
        { "value.outOfRange",        "value",     Right with { Indicator = "DSI-05", Member = null, Value = "100.00000000000000000000000000000000001" } },
        { "value.tooManyDecimals",   "value",     Right with { Value = "0.99999999999999999999999999999999" } },
        { "value.tooManyDecimals",   "value",     Right with { Value = "1E-400" } },
        { "value.tooManyDecimals",   "value",     Right with { Value = "42.00000000000000000000000000000000001" } },
        { "value.tooManyDecimals",   "value",     Right with { Value = "42.5" } },
        { "value.tooManyDecimals",   "value",     Right with { Indicator = "DSI-05", Member = null, Value = "99.95" } },
        { "status.unknown",          "status",    Right with { Status = "Final" } },
        { "quality.unknown",         "quality",   Right with { Quality = "guessed" } },
        { "comment.tooLong",         "comment",   Right with { Comment = new string('a', 501) } },
        { "member.contradicted",     "member",    Right with { MemberAgain = "38002" } },
        { "member.contradicted",     "member",    Right with { MemberAgain = "38999" } },
        { "member.unexpected",       "member",    Right with { Indicator = "DSI-05", Member = null, MemberAgain = "38001" } },
        { "period.hour",             "period",    Right with { Period = "2025-03-31 22:00", Doubts = [new CellDoubt("period", new("period.hour", "", "Écrivez le mois."))] } },
        { "value.format",            "value",     Right with { Value = "1.5", Doubts = [new CellDoubt("value", new("value.format", "", "Écrivez 36."))] } },
    };

    [Fact]
    public void Choices_are_told_as_the_API_and_as_files_write_them() => Assert.Equal(
        [
            "«\u00A0peut-être\u00A0» n’est pas reconnu\u00A0: choisissez parmi provisional (provisoire), final (définitif), corrected (corrigé).",
            "«\u00A0vu\u00A0» n’est pas reconnu\u00A0: choisissez parmi measured (mesuré), estimated (estimé).",
        ],
        Checks.Check([Right with { Status = "peut-être", Quality = "vu" }])[0].Findings.Select(f => f.Message));

    [Theory]
    [InlineData("-1.5", "La valeur −1,5 sort des bornes de DSI-05 (de 0 à 100)\u00A0: vérifiez-la.")]
    [InlineData("99.95", "L’indicateur DSI-05 admet 1\u00A0décimale au plus\u00A0: arrondissez la valeur.")]
    [InlineData("93,7 %", "«\u00A093,7\u00A0%\u00A0» n’est pas un nombre\u00A0: écrivez-le seul, sans unité ni signe %, par exemple 1234,5 dans un fichier ou 1234.5 en JSON.")]
    public void What_is_wrong_with_a_value_is_told_as_French_is_written(string value, string message)
    {
        var row = Right with { Indicator = "DSI-05", Member = null, Value = value };

        Assert.Contains(message, Checks.Check([row])[0].Findings.Select(f => f.Message));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_has_its_code_and_its_place(string code, string field, SubmittedRow row)
    {
        var judged = Assert.Single(Checks.Check([row with { Index = 7 }]));

        Assert.Null(judged.Value);
        var finding = Assert.Single(judged.Findings);
        Assert.Equal((code, $"/values/7/{field}", Severity.Error), (finding.Code, finding.Pointer, finding.Severity));
        ProblemAssert.FrenchSentence(finding.Message);
    }

    [Theory]
    // member by Insee code or Siren; the first period of a member counts from its first day
    [InlineData("DSI-01", "38001", "2025-03", "42", "42")]
    [InlineData("DSI-01", "A", "2025-03", "0", "0")]
    [InlineData("DSI-01", "38002", "2025-03", "42.000", "42")]
    [InlineData("DSI-01", "38001", "2025-06", "1e3", "1000")]
    [InlineData("DSI-01", "38001", "2025-01", "+7", "7")]
    [InlineData("DSI-01", "38001", "2025-01", "1000000000000", "1000000000000")]
    [InlineData("DSI-01", "38001", "2025-01", "1000000000000.0000000000000000000000000000000", "1000000000000")]
    [InlineData("DSI-01", "38001", "2025-01", "0.00000000000000000000000000000042e32", "42")]
    [InlineData("DSI-01", "38001", "2025-01", "0e-99999999999999999999", "0")]
    [InlineData("DSI-05", null, "2025-01", "99.9", "99.9")]
    [InlineData("DSI-06", "38001", "2025-Q2", "12", "12")]
    [InlineData("DSI-02", "38001", "2025-01", "12", "12")]
    public void A_right_row_becomes_a_value(string indicator, string? member, string period, string text, string value)
    {
        var siren = member is null ? (Siren?)null : (Community.Find(member) ?? Community.Named(member)).Siren;
        var row = new SubmittedRow(0, indicator, member == "A" ? siren.ToString() : member, period, text, null, null, null);

        var judged = Assert.Single(Checks.Check([row]));

        Assert.Empty(judged.Findings);
        Assert.Equal(new ValueKey(indicator, siren, Exact.Span(period)), judged.Value!.Key);
        Assert.Equal(value, judged.Value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((ValueStatus.Final, ValueQuality.Measured), (judged.Value.Status, judged.Value.Quality));
    }

    [Theory]
    [InlineData(null, "38001")]
    [InlineData("", "38001")]
    [InlineData("38001", "38001")]
    [InlineData("38001", "")]
    public void A_member_may_be_named_by_both_its_codes_or_by_either(string? member, string? again)
    {
        var judged = Assert.Single(Checks.Check([Right with { Member = member, MemberAgain = again }]));

        Assert.Empty(judged.Findings);
        Assert.Equal(Community.Find("38001")!.Siren, judged.Key!.Value.Member);
    }

    [Theory]
    [InlineData("TRV-02", "2024-Q3", "period.afterEnd")]
    [InlineData("TRV-02", "2024-Q2", null)]
    public void Nothing_is_received_of_a_service_that_is_over(string indicator, string period, string? code)
    {
        var document = GivenMutualisation.Document(Community) with
        {
            Indicators = [new FollowedIndicatorDocument { Code = indicator }],
            Memberships = [new MembershipDocument { Member = "38001", From = "2020-01-01", To = "2024-07-01" }],
            Lifecycle = [new LifecycleStepDocument { Status = "terminated", On = "2024-07-01", Reason = "Fin de la convention." }],
        };
        var ended = MutualisationReader.Read("essai", document, Community, Catalogue.Standard).Value!;
        var checks = new SubmissionChecks(Community, ended, Catalogue.Standard, Exact.Day("2025-06-01"));

        var judged = Assert.Single(checks.Check([Right with { Indicator = indicator, Member = null, Period = period, Value = "1" }]));

        Assert.Equal(code, judged.Findings is [var finding, ..] ? finding.Code : null);
        Assert.Equal(code is null, judged.Value is not null);
    }

    [Fact]
    public void Status_and_quality_are_kept()
    {
        var judged = Checks.Check([Right with { Status = "provisional", Quality = "estimated", Comment = new string('a', 500) }]);

        Assert.Equal(ValueStatus.Provisional, judged[0].Value!.Status);
        Assert.Equal(ValueQuality.Estimated, judged[0].Value!.Quality);
    }

    [Fact]
    public void Everything_wrong_with_a_row_is_told_at_once()
    {
        var row = new SubmittedRow(3, "DSI-01", "38999", "2026-Q1", "1.5", "x", "y", new string('a', 501));

        Assert.Equal(
            ["status.unknown", "quality.unknown", "comment.tooLong", "period.periodicity", "period.future", "member.unknown", "value.tooManyDecimals"],
            Checks.Check([row])[0].Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_duplicate_names_the_first_row_and_a_refused_row_is_no_first()
    {
        var judged = Checks.Check(
        [
            Right with { Index = 0, Value = "oups" },
            Right with { Index = 1 },
            Right with { Index = 2, Member = Community.Named("A").Siren.ToString(), Value = "43" },
            Right with { Index = 3, Period = "2025-04" },
            Right with { Index = 4 },
        ]);

        Assert.Equal([false, true, false, true, false], judged.Select(r => r.Value is not null));
        var finding = Assert.Single(judged[2].Findings);
        Assert.Equal(("row.duplicate", "/values/2"), (finding.Code, finding.Pointer));
        Assert.Contains("la ligne 2 ", finding.Message, StringComparison.Ordinal);
        Assert.Contains("la ligne 2 ", Assert.Single(judged[4].Findings).Message, StringComparison.Ordinal);
        ProblemAssert.FrenchSentence(finding.Message);
    }

    [Fact]
    public void What_is_sent_back_of_a_hostile_field_is_short_and_clean()
    {
        var message = Checks.Check([Right with { Value = "\u001b[31m" + new string('z', 10_000) }])[0].Findings[0].Message;

        Assert.DoesNotContain('\u001b', message);
        Assert.InRange(message.Length, 1, 200);
    }
}
