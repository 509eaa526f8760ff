using System.Globalization;
using Evaluation.Core.Assessments;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers.Charges;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Look;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Inform;

/// <summary>Amounts between bodies for a year, from which titres, mandats and imputations are written; made when they are asked for.</summary>
internal static class ChargesApi
{
    private const int AtOnce = 4;

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["payers"] = ChargesPaper.Payers,
        ["lines"] = ChargesPaper.Lines,
        ["services"] = ChargesPaper.Services,
        ["crossed"] = ChargesPaper.Crossed,
    };

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/communities/{siren}/charges", Charges).Require(Right.Read)
            .WithSummary("De quoi écrire les titres, mandats et imputations d’une année.")
            .Choice("format", StatementFiles.Formats, DomainCode.Of(StatementFormat.Json))
            .Choice("table", Tables.Keys, "payers")
            .Answers(() => PaperJson.Shape)
            .AnswersFile(StatementFiles.MediaTypes);

    private static async Task<IResult> Charges(
        HttpContext context,
        string siren,
        string? year,
        string? format,
        string? table,
        Addressed addressed,
        Registry registry,
        DossierLoader dossiers,
        HtmlPage pages,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var wanted = StatementFiles.OfOne(format);
        var shown = TableOf(table, wanted);
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var asked = YearAsked.OrLast(year, today);
        var read = (await registry.ListMutualisationsAsync(community, cancellationToken))
            .Select(m => m.Value)
            .Where(m => context.Caller().May(Right.Read, community.Siren, m))
            .Where(m => m.WhyNotEvaluated(asked) is null)
            .OrderBy(m => m.Label, StringComparer.Ordinal);
        var services = new List<ServiceCharges>();
        foreach (var few in read.Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(Evaluated)));
        }

        var paper = ChargesPaper.Of(community, asked, today, services);
        return await AnswerAsync(paper, $"titres-{community.Siren}-{asked.ToString(CultureInfo.InvariantCulture)}", wanted, shown, pages);

        async Task<ServiceCharges> Evaluated(Mutualisation service) => ServiceCharges.Of(AnnualEvaluation.Of(
            (await dossiers.LoadAsync(community, service, asked, today, cancellationToken)).Dossier));
    }

    // A table is a file of its own only where a file holds one.
    private static string TableOf(string? table, StatementFormat format) =>
        table is null ? ChargesPaper.Payers
        : format == StatementFormat.Csv && Tables.TryGetValue(table, out var known) ? known
        : throw EdgeRefusals.TableUnknown.Refused();

    private static async Task<IResult> AnswerAsync(Paper paper, string name, StatementFormat format, string table, HtmlPage pages) => format switch
    {
        StatementFormat.Json => Results.Bytes(PaperJson.Write(paper).ToMemory(), "application/json"),
        StatementFormat.Csv => Results.Bytes(
            PaperTableCsv.Write(paper.Tables().FirstOrDefault(t => t.Name == table)).ToMemory(), "text/csv; charset=utf-8", $"{name}.csv"),
        StatementFormat.Html or StatementFormat.Docx or StatementFormat.Xlsx => await StatementFiles.AnswerAsync(paper, name, format, pages),
    };
}
