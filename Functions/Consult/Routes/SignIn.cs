using Evaluation.Functions.Access;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>Where a developer chooses for whom to pass. The page only exists on a developer’s machine.</summary>
internal static class SignIn
{
    private const string Field = "user";

    public static void Map(RouteGroupBuilder portal, IServiceProvider services)
    {
        if (services.GetRequiredService<DeveloperMachine>().IsIt)
        {
            portal.MapGet("/sign-in", Choose).Require(Right.Known);
            portal.MapPost("/sign-in", Chosen).Require(Right.Known);
        }
    }

    private static Task<IResult> Choose(HttpContext context, PortalPage page, DemoUsers users) =>
        page.AnswerAsync<SignInPage>(new()
        {
            [nameof(SignInPage.Choices)] = users.All.Select(u => new SignInChoice(u.Id, u.Title, u.Part)).ToList(),
            [nameof(SignInPage.Current)] = users.UserOf(context.Request)?.Id ?? "",
        });

    private static async Task<IResult> Chosen(HttpContext context, DemoUsers users, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
        {
            throw EdgeRefusals.FormMissing.Refused();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var id = form[Field].ToString();
        var user = users.Find(id);
        if (user is null && id.Length > 0)
        {
            throw EdgeRefusals.UserUnknown.Refused();
        }

        users.SignIn(context.Response, user);
        return Results.LocalRedirect(PortalAddress.Home);
    }
}
