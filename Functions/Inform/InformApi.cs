using System.Text.Json.Serialization;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Inform;

/// <summary>What a member is told of its own part of every service.</summary>
internal static class InformApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities/{siren}/members/{member}/statement", Statement).Require(Right.ReadMember)
            .WithSummary("Ce qu’un membre sait de sa part de tous les services dans une année.")
            .Choice("format", StatementFiles.Formats, DomainCode.Of(StatementFormat.Json))
            .Answers(() => InformJson.Answers.MemberYear)
            .AnswersFile(StatementFiles.MediaTypes);
        api.MapGet("/communities/{siren}/statements", Statements).Require(Right.Read)
            .WithSummary("Les fiches de tous les membres dans un seul fichier.")
            .Choice("format", StatementFiles.FormatsOfAll, DomainCode.Of(StatementFormat.Xlsx))
            .AnswersFile(PaperWorkbook.ContentType, PaperDocument.ContentType);
    }

    private static async Task<IResult> Statement(
        HttpContext context,
        string siren,
        string member,
        string? year,
        string? format,
        Addressed addressed,
        MemberYears years,
        HtmlPage pages,
        CancellationToken cancellationToken)
    {
        var wanted = StatementFiles.OfOne(format);
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var told = await years.OfAsync(
            context.Caller(), community, Addressed.Member(community, member), YearAsked.OrLast(year, years.Today), cancellationToken);
        return wanted == StatementFormat.Json
            ? Results.Json(told, InformJson.Answers.MemberYear)
            : await StatementFiles.AnswerAsync(new MemberStatementFacts(community, told, years.Today), wanted, pages);
    }

    private static async Task<IResult> Statements(
        HttpContext context,
        string siren,
        string? year,
        string? format,
        Addressed addressed,
        MemberYears years,
        CancellationToken cancellationToken)
    {
        var wanted = StatementFiles.OfAll(format);
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var asked = YearAsked.OrLast(year, years.Today);
        var told = await years.AllAsync(context.Caller(), community, asked, cancellationToken);
        return StatementFiles.Answer(community, asked, years.Today, told, wanted);
    }
}

/// <summary>Answers about the year of a member.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseName<Absence>)])]
[JsonSerializable(typeof(MemberYear))]
internal sealed partial class InformJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static InformJson Answers => field ??= new(ReadableJson.Of(Default));
}
