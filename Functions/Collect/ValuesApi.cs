using System.Text;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Xlsx;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Collect;

internal sealed record ValueList(IReadOnlyList<ValueEntry> Values);

/// <summary>Values: pushed, then read back.</summary>
internal static class ValuesApi
{
    private const int MaxYears = 20;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/communities/{siren}/mutualisations/{id}/values", Push).Require(Right.Push)
            .WithSummary("Transmet des valeurs, 10 000 lignes au plus : la réponse dit ce qu’il advient de chacune.")
            .Choice("strategy", DomainCode.All<WriteStrategy>(), DomainCode.Of(default(WriteStrategy)))
            .Choice("mode", DomainCode.All<SubmissionMode>(), DomainCode.Of(default(SubmissionMode)))
            .Choice("answer", SubmissionFormats.Answers, SubmissionFormats.Answers[0])
            .Means("period", "La période des lignes qui ne disent pas la leur.")
            .WithMetadata(new HeaderTaken(PushTerms.KeyHeader, "Le même envoi sous le même nom n’est pris qu’une fois : de 1 à 200 caractères visibles."))
            .Takes(() => SubmissionJson.Default.SubmissionBody)
            .TakesFile(MediaTypes.Csv)
            .TakesFile(MediaTypes.Xlsx)
            .Answers(() => CollectJson.Answers.SubmissionAnswer)
            .Answers(() => CollectJson.Answers.SubmissionAnswer, StatusCodes.Status422UnprocessableEntity)
            .AnswersFile(MediaTypes.Xlsx);
        api.MapGet("/communities/{siren}/mutualisations/{id}/values", List).Require(Right.Read)
            .WithSummary("Les valeurs connues ; celles de l’année en cours à défaut de période.")
            .Means("from", "Première période : le début de l’année en cours à défaut.")
            .Means("to", "Dernière période : la fin de l’année en cours à défaut. Vingt ans au plus.")
            .Choice("format", ["json", "csv"], "json")
            .Answers(() => CollectJson.Answers.ValueList)
            .AnswersFile(MediaTypes.Csv);
    }

    [Asks("strategy", "mode", "dryRun", "source", "period", "sheet", "reason", "answer")]
    private static async Task<IResult> Push(
        HttpContext context,
        string siren,
        string id,
        Addressed addressed,
        SubmissionIntake intake,
        CancellationToken cancellationToken)
    {
        var mediaType = SubmissionFormats.MediaTypeOf(context.Request.ContentType);
        var byWorkbook = SubmissionFormats.AnswersByWorkbook(context.Request.Query["answer"], mediaType);
        var terms = PushTerms.Of(context.Request);
        var finding = addressed.MutualisationAsync(siren, id, cancellationToken);
        var reading = Documents.ReadBodyAsync(context.Request, SubmittedBatch.MaxBytes, cancellationToken);
        await Task.WhenAll(finding, reading);
        var ((community, mutualisation), bytes) = (await finding, await reading);
        var (answer, json) = await intake.SubmitAsync(
            community,
            mutualisation.Value,
            new SubmissionRequest(terms.BodyOf(bytes, mediaType), context.Caller().Name, context.TraceIdentifier)
            {
                Strategy = terms.Strategy,
                Mode = terms.Mode,
                DryRun = terms.DryRun,
                IdempotencyKey = terms.IdempotencyKey,
            },
            cancellationToken);
        context.Response.StatusCode = answer.IsRejected() ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        if (byWorkbook)
        {
            var answered = XlsxAnswer.Write(bytes, terms.Sheet, AnsweredLines.Of(answer));
            return Results.Bytes(answered.ToMemory(), MediaTypes.Xlsx, "reponse.xlsx");
        }

        return Results.Bytes(json.ToMemory(), "application/json; charset=utf-8");
    }

    private static async Task<IResult> List(
        string siren,
        string id,
        string? from,
        string? to,
        string? indicator,
        string? member,
        string? format,
        string? includeDeleted,
        Addressed addressed,
        ValueStore values,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var thisYear = Period.OfYear(ParisTimeYear(clock));
        var first = PeriodOf(from) ?? thisYear;
        var last = PeriodOf(to) ?? thisYear;
        if (last.End <= first.Start || last.Year - first.Year >= MaxYears)
        {
            throw EdgeRefusals.PeriodInverted.Refused();
        }

        var withDeleted = AskedParameter.Flag(includeDeleted, EdgeRefusals.IncludeDeletedUnknown);
        var who = member is null
            ? null
            : community.Find(member)
                ?? throw Refusals.MemberUnknown.Refused(Excerpt.Of(member));
        var stored = await values.ReadAsync(
            community.Siren,
            mutualisation.Value.Id,
            Enumerable.Range(first.Year, last.Year - first.Year + 1),
            cancellationToken);
        var entries = stored
            .Where(v => withDeleted || v.Value is not null)
            .Where(v => v.Key.Period.Start >= first.Start && v.Key.Period.End <= last.End)
            .Where(v => indicator is null || v.Key.Indicator == indicator)
            .Where(v => who is null || v.Key.Member == who.Siren)
            .Select(ValueEntry.Of)
            .ToList();
        return format switch
        {
            null or "json" => Results.Json(new ValueList(entries), CollectJson.Answers.ValueList),
            "csv" => Results.Text(ValueEntry.Csv(entries), "text/csv; charset=utf-8", Encoding.UTF8),
            _ => throw EdgeRefusals.FormatUnknown.Refused("json ou csv"),
        };
    }

    private static int ParisTimeYear(TimeProvider clock) => ParisTime.DateOf(clock.GetUtcNow()).Year;

    private static Period? PeriodOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Period.TryParse(text, out var period)
            ? period
            : throw Refusals.PeriodInvalid.Refused();
    }
}
