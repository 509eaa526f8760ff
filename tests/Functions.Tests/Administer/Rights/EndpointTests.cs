using System.Globalization;
using Evaluation.Functions.Access;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Tests.Consult;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>Every address that is mapped, by what it asks for.</summary>
public sealed class EndpointTests
{
    private static readonly string[] Open =
    [
        "GET /api/health/live", "GET /api/health/ready", "GET /api/openapi.json", "GET /portal/entry.js", "GET /portal/icon.svg",
        "GET /portal/style.css",
    ];

    [Fact]
    public void Every_address_asks_for_a_right()
    {
        var unmarked = Mapped().Where(e => e.Metadata.GetMetadata<RightAsked>() is null).Select(NameOf);

        Assert.Empty(unmarked);
    }

    [Fact]
    public void An_app_with_an_address_that_asks_for_no_right_does_not_start()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/declared", () => "").Require(Right.Known);
        app.RequireDeclaredRights();
        app.MapGet("/forgotten", () => "");

        var refusal = Assert.Throws<StartUpException>(app.RequireDeclaredRights);

        Assert.Contains("/forgotten", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_these_are_open_to_all()
    {
        var open = Mapped().Where(e => e.Metadata.GetMetadata<RightAsked>()?.Right == Right.None).Select(NameOf);

        Assert.Equal(Open, open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_changes_something_asks_for_more_than_to_see()
    {
        // Scenarios are reckoned and forgotten; whom a developer passes for is the developer's own affair.
        string[] harmless = ["POST /api/communities/{siren}/mutualisations/{id}/scenarios", "POST /portal/sign-in"];
        var changing = Mapped()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m != "GET") == true)
            .Where(e => e.Metadata.GetMetadata<RightAsked>()!.Right.OnlySees())
            .Select(NameOf);

        Assert.Equal(harmless, changing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_belongs_to_a_community_or_a_service_names_it_where_rights_are_looked_up()
    {
        var addresses = Mapped().Select(e => e.RoutePattern.RawText!).Where(p => p.Contains("/communities/", StringComparison.Ordinal));

        Assert.All(addresses, a =>
        {
            Assert.Contains("/communities/{siren}", a, StringComparison.Ordinal);
            Assert.Equal(a.Contains("/mutualisations/", StringComparison.Ordinal), a.Contains("/mutualisations/{id}", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("director")]
    [InlineData("serviceHead")]
    [InlineData("accountant")]
    [InlineData("commune")]
    public void A_role_has_the_rights_of_the_table_in_its_own_part_and_none_elsewhere(string role)
    {
        var own = Core.Communities.Siren.Parse("200040715");
        var other = Core.Communities.Siren.Parse("243800604");
        var caller = RightsTable.CallerOf(RightsTable.ClaimOf(role, own.ToString()));

        foreach (var right in Enum.GetValues<Right>())
        {
            var has = RightsTable.ByRole[role].Contains(right);
            var isWhole = role is not ("serviceHead" or "commune") || right.OnlySees();
            Assert.Equal(has && isWhole, caller.May(right, own));
            Assert.Equal(has && (role != "commune" || right == Right.None), caller.May(right, own, "ads"));
            Assert.Equal(right == Right.None || (has && role is not ("serviceHead" or "commune")), caller.May(right, own, "voirie"));
            Assert.Equal(right == Right.None || role == "admin", caller.May(right, other));
            Assert.Equal(right == Right.None || role == "admin", caller.May(right, other, "ads"));
            Assert.Equal(has && (role == "admin" || right.OnlySees()), caller.May(right));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Admin")]
    [InlineData("admin:200040715")]
    [InlineData("accountant")]
    [InlineData("director:")]
    [InlineData("director:200040716")]
    [InlineData("director:200040715/ads")]
    [InlineData("serviceHead:200040715")]
    [InlineData("serviceHead:200040715/")]
    [InlineData("commune:200040715/38185")]
    public void A_role_that_is_not_written_as_it_must_be_gives_nothing(string claim) =>
        Assert.Empty(RightsTable.CallerOf(claim).Grants);

    [Fact]
    public void A_director_of_no_community_in_particular_directs_them_all()
    {
        var director = RightsTable.CallerOf("director");

        Assert.True(director.May(Right.Direct, Core.Communities.Siren.Parse("243800604"), "ads"));
        Assert.False(director.May(Right.Administer));
    }

    private static string NameOf(RouteEndpoint endpoint) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}");

    private static IReadOnlyList<RouteEndpoint> Mapped() => MappedEndpoints.Of(isLocal: true);
}
