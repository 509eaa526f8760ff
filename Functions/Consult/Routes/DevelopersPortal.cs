using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Describe;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The pages for who writes programs: the description of the API, to be read.</summary>
internal static class DevelopersPortal
{
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/developers", Show).Require(Right.Known);
        portal.MapGet("/developers/codes", Codes).Require(Right.Known);
        portal.MapGet("/developers/{subject}", On).Require(Right.Known);
    }

    private static Task<IResult> Show(PortalPage page, ApiDescription description) =>
        page.AnswerAsync<DevelopersPage>(new() { [nameof(DevelopersPage.Api)] = description.Document });

    private static Task<IResult> Codes(PortalPage page) => page.AnswerAsync<RefusalCodesPage>([]);

    private static Task<IResult> On(string subject, PortalPage page, ApiDescription description)
    {
        var tag = description.Document.Tags?.FirstOrDefault(t => t.Name == subject) ?? throw EdgeRefusals.AddressUnknown.Refused();
        return page.AnswerAsync<ApiSubjectPage>(new()
        {
            [nameof(ApiSubjectPage.Api)] = description.Document,
            [nameof(ApiSubjectPage.Subject)] = tag,
        });
    }
}
