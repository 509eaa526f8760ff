using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Template;
using Evaluation.Functions.Collect.Formats.Xlsx;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page from which a service sends a file: checked first if wanted, then taken in like any other push.</summary>
internal static class DepositPortal
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/deposit";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Address, Show).Require(Right.Push);
        portal.MapPost(Address, Send).Require(Right.Push);
    }

    private static async Task<IResult> Show(
        string siren, string id, string? period, PortalPage page, Addressed addressed, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        return await AnswerAsync(page, clock, community, mutualisation.Value, new()
        {
            [nameof(DepositPage.Wanted)] = Period.TryParse(period, out var wanted) ? wanted : null,
        });
    }

    private static async Task<IResult> Send(
        HttpContext context,
        string siren,
        string id,
        PortalPage page,
        Addressed addressed,
        SubmissionIntake intake,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, registered) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var mutualisation = registered.Value;
        DepositForm? form = null;
        try
        {
            form = await DepositForm.ReadAsync(context.Request, cancellationToken);
            var request = RequestOf(form, context);
            var (answer, _) = await intake.SubmitAsync(community, mutualisation, request, cancellationToken);
            return form.Action switch
            {
                DepositAction.Deposit => new SeeOther(PortalAddress.Submission(community.Siren.ToString(), mutualisation.Id, answer.SubmissionId)),
                DepositAction.Annotate => Annotated(request.Body.Bytes, answer),
                DepositAction.Check => await AnswerAsync(page, clock, community, mutualisation, new()
                {
                    [nameof(DepositPage.Reason)] = form.Reason,
                    [nameof(DepositPage.Check)] = new DepositCheck(form.Chosen!.Name, answer),
                    [nameof(DepositPage.Outcome)] = PageOutcome.Done(
                        "Rien n’a été gardé : ce n’était qu’une vérification. Pour déposer ce fichier, ou celui que vous aurez corrigé, choisissez-le de nouveau plus bas."),
                }),
            };
        }
        catch (RefusalException e)
        {
            // Told beside the form, where another file is chosen: whatever the intake refuses as a whole, it keeps nothing of.
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            return await AnswerAsync(page, clock, community, mutualisation, new()
            {
                [nameof(DepositPage.Reason)] = form?.Reason,
                [nameof(DepositPage.Outcome)] = PageOutcome.Refused($"Rien n’a été gardé. {e.Message}"),
            });
        }
    }

    private static SubmissionRequest RequestOf(DepositForm form, HttpContext context)
    {
        var file = form.RequireFile();
        var mediaType = FileFormat.MediaTypeOf(file.Name, file.Bytes.ToMemory().Span);
        return form.Action == DepositAction.Annotate && mediaType != MediaTypes.Xlsx
            ? throw EdgeRefusals.AnswerNotWorkbook.Refused()
            : new SubmissionRequest(
                new ReceivedBody(file.Bytes, mediaType, file.Source, Period: null, Sheet: null, form.Reason),
                context.Caller().Name,
                context.TraceIdentifier)
            {
                DryRun = form.Action != DepositAction.Deposit,
            };
    }

    private static IResult Annotated(BinaryData workbook, SubmissionAnswer answer) => Results.Bytes(
        XlsxAnswer.Write(workbook, sheet: null, AnsweredLines.Of(answer)).ToMemory(), MediaTypes.Xlsx, "classeur-annote.xlsx");

    private static Task<IResult> AnswerAsync(
        PortalPage page, TimeProvider clock, Community community, Mutualisation mutualisation, Dictionary<string, object?> told)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var offered = TemplatePeriods.Offered(community, mutualisation, Catalogue.Standard, today);
        return page.AnswerAsync<DepositPage>(new(told)
        {
            [nameof(DepositPage.Community)] = community,
            [nameof(DepositPage.Mutualisation)] = mutualisation,
            [nameof(DepositPage.Offered)] = offered,
            [nameof(DepositPage.Likely)] = TemplatePeriods.Likely(offered, today),
            [nameof(DepositPage.SimulatedDate)] = page.SimulatedDate,
        });
    }
}
