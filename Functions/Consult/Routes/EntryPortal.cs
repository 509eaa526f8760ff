using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats.Template;
using Evaluation.Functions.Consult.Pages;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult.Routes;

/// <summary>The page on which values are typed member by indicator: checked first if wanted, then taken in like any other push.</summary>
internal sealed class EntryPortal(
    PortalPage page, Addressed addressed, ValueStore values, ClosingStore closings, SubmissionIntake intake, SubmissionLog log, TimeProvider clock)
{
    private const string Address = "/communities/{siren}/mutualisations/{id}/entry";

    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet(Address, (
            string siren, string id, string? period, string? page, string? submission, EntryPortal entry, CancellationToken cancellationToken) =>
            entry.ShowAsync(siren, id, period, page, submission, cancellationToken)).Require(Right.Push);
        portal.MapPost(Address, (
            HttpContext context, string siren, string id, string? period, string? page, EntryPortal entry, CancellationToken cancellationToken) =>
            entry.TakeAsync(context, siren, id, period, page, cancellationToken)).Require(Right.Push);
    }

    private async Task<IResult> ShowAsync(
        string siren, string id, string? period, string? page, string? submission, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var shown = await LoadAsync(community, mutualisation.Value, period, page, cancellationToken);
        var kept = submission is not null && SubmissionId.TryParse(submission, out var wanted)
            ? await log.FindAsync(community.Siren, mutualisation.Value.Id, wanted, cancellationToken)
            : null;
        return await AnswerAsync(shown, kept?.Counts is { } counts ? EntryWords.Kept(counts) : null);
    }

    private async Task<IResult> TakeAsync(
        HttpContext context, string siren, string id, string? period, string? page, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var shown = await LoadAsync(community, mutualisation.Value, period, page, cancellationToken);
        if (shown.Page is not { } grid)
        {
            return await AnswerAsync(shown, null);
        }

        var form = EntryForm.Read(await PortalForm.ReadAsync(context.Request, cancellationToken, PortalForm.Long), grid);
        var stands = shown with { Typed = form.Shown, Comments = form.Comments, Reason = form.Reason };
        if (form.Action == EntryAction.Paste)
        {
            var pasted = PastedCells.Read(form.Pasted, grid);
            return await AnswerAsync(
                stands with
                {
                    Typed = form.Shown.Keys.Union(pasted.Values.Keys).ToDictionary(
                        name => name, name => pasted.Values.GetValueOrDefault(name) ?? form.Shown[name], StringComparer.Ordinal),
                    NotPasted = pasted.Problems,
                },
                PageOutcome.Done($"{FrenchText.Count(pasted.Values.Count, "case remplie", "cases remplies")} : relisez, puis enregistrez. Rien n’est encore gardé."));
        }

        if (form.Sent.Count == 0)
        {
            return await AnswerAsync(
                stands with { Outcomes = Wiped(form) }, PageOutcome.Done("Aucune valeur n’a été tapée : rien n’a été gardé."));
        }

        return await SendAsync(context, community, mutualisation.Value, stands, grid, form, cancellationToken);
    }

    private async Task<IResult> SendAsync(
        HttpContext context,
        Community community,
        Mutualisation mutualisation,
        EntryShown stands,
        EntryGrid grid,
        EntryForm form,
        CancellationToken cancellationToken)
    {
        var isTrial = form.Action != EntryAction.Save;
        SubmissionAnswer answer;
        try
        {
            (answer, _) = await intake.SubmitAsync(
                community,
                mutualisation,
                new SubmissionRequest(form.Body(grid), context.Caller().Name, context.TraceIdentifier) { DryRun = isTrial },
                cancellationToken);
        }
        catch (RefusalException e)
        {
            context.Response.StatusCode = RefusalStatus.Of(e.Kind);
            return await AnswerAsync(stands, PageOutcome.Refused($"Rien n’a été gardé. {e.Message}"));
        }

        var outcomes = Wiped(form).Concat(form.Outcomes(answer).Select(row => KeyValuePair.Create(row.Key, EntryOutcome.Of(row.Value, isTrial))))
            .ToDictionary(StringComparer.Ordinal);
        var refused = answer.Refused().Count;
        if (isTrial)
        {
            return await AnswerAsync(stands with { Outcomes = outcomes }, EntryWords.Checked(answer.Results.Count, refused, outcomes));
        }

        if (refused == 0 && !outcomes.Values.Any(outcome => outcome.IsToLookAt))
        {
            return new SeeOther(string.Create(
                CultureInfo.InvariantCulture,
                $"{PortalAddress.Entry(community.Siren.ToString(), mutualisation.Id, grid.Period)}&page={stands.PageNumber}&submission={answer.SubmissionId}"));
        }

        // What was kept is recorded now: only what was not stays otherwise in its cell.
        var after = await LoadAsync(
            community, mutualisation, grid.Period.ToString(), stands.PageNumber.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return await AnswerAsync(
            after with
            {
                Typed = form.Outcomes(answer).Where(row => row.Value.IsRefused()).ToDictionary(
                    row => row.Key, row => form.Shown[row.Key], StringComparer.Ordinal),
                Comments = form.Comments,
                Reason = form.Reason,
                Outcomes = outcomes,
            },
            EntryWords.Saved(answer.Results.Count, refused, outcomes));
    }

    private static Dictionary<string, EntryOutcome> Wiped(EntryForm form) => form.Typed
        .Where(typed => typed is { Text.Length: 0, Cell.Known.Length: > 0 })
        .ToDictionary(typed => typed.Cell.Name, typed => EntryOutcome.Wiped(typed.Cell), StringComparer.Ordinal);

    private static Period PeriodOf(string period) =>
        Period.TryParse(period, out var asked) ? asked : throw Refusals.PeriodInvalid.Refused();

    private async Task<EntryShown> LoadAsync(
        Community community, Mutualisation mutualisation, string? period, string? page, CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var offered = EntryGrid.Offered(community, mutualisation, today);
        var asked = period is null ? TemplatePeriods.Likely(offered, today) ?? (offered.Count == 0 ? null : offered[0]) : PeriodOf(period);
        if (asked is not { } wanted)
        {
            return new EntryShown(community, mutualisation, offered, null, 1, null);
        }

        if (!offered.Contains(wanted))
        {
            throw EdgeRefusals.TemplateEmpty.Refused(FrenchPeriod.De(wanted));
        }

        var closing = closings.ClosedAsync(community, mutualisation, today, cancellationToken);
        var stored = await values.ReadAsync(community.Siren, mutualisation.Id, [wanted.Year, wanted.Year - 1], cancellationToken);
        var grid = EntryGrid.Of(community, mutualisation, wanted, stored);
        return new EntryShown(
            community, mutualisation, offered, grid, PageNumber.Of(page, grid.Pages), (await closing).Find(wanted)?.Message);
    }

    private Task<IResult> AnswerAsync(EntryShown shown, PageOutcome? outcome) => page.AnswerAsync<EntryPage>(
        new()
        {
            [nameof(EntryPage.Shown)] = shown,
            [nameof(EntryPage.Outcome)] = outcome,
            [nameof(EntryPage.SimulatedDate)] = page.SimulatedDate,
        },
        runsScript: true);
}
