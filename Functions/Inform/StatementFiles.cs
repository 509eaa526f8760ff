using System.Diagnostics;
using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Look;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report.Papers;

namespace Evaluation.Functions.Inform;

/// <summary>A form in which the statement of a member is given.</summary>
internal enum StatementFormat
{
    /// <summary>Data.</summary>
    Json,

    /// <summary>A page that is printed.</summary>
    Html,

    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>Every cell of its tables, one a row.</summary>
    Csv,
}

/// <summary>Gives statements of members as files, made when they are asked for: what they tell changes every day.</summary>
internal static class StatementFiles
{
    /// <summary>What kinds of files there are, beside data.</summary>
    public static readonly string[] MediaTypes = ["text/html", PaperDocument.ContentType, PaperWorkbook.ContentType, "text/csv"];

    private static readonly StatementFormat[] Together = [StatementFormat.Xlsx, StatementFormat.Docx];

    /// <summary>The formats of one statement, as they are asked for.</summary>
    public static IEnumerable<string> Formats => DomainCode.All<StatementFormat>();

    /// <summary>The formats of all statements at once.</summary>
    public static IEnumerable<string> FormatsOfAll => Together.Select(DomainCode.Of);

    /// <summary>The format asked for; data unless said.</summary>
    /// <exception cref="RefusalException">400 when there is no such format.</exception>
    public static StatementFormat OfOne(string? format) =>
        format is null ? StatementFormat.Json
        : DomainCode.TryParse<StatementFormat>(format, out var known) ? known
        : throw EdgeRefusals.FormatUnknown.Refused(FrenchText.Either([.. Formats]));

    /// <summary>The format asked for of all members at once; a workbook unless said.</summary>
    /// <exception cref="RefusalException">400 when there is no such format.</exception>
    public static StatementFormat OfAll(string? format) =>
        format is null ? Together[0]
        : DomainCode.TryParse<StatementFormat>(format, out var known) && Together.Contains(known) ? known
        : throw EdgeRefusals.FormatUnknown.Refused(FrenchText.Either([.. FormatsOfAll]));

    /// <summary>The statement of one member.</summary>
    /// <param name="facts">What it is written from.</param>
    /// <param name="format">Any but data.</param>
    /// <param name="pages">Renders the page.</param>
    public static Task<IResult> AnswerAsync(MemberStatementFacts facts, StatementFormat format, HtmlPage pages) => AnswerAsync(
        MemberStatementPaper.Of(facts),
        string.Create(CultureInfo.InvariantCulture, $"fiche-{facts.Told.Member.InseeCode ?? facts.Told.Member.Siren}-{facts.Told.Year}"),
        format,
        pages);

    /// <summary>A paper as a file.</summary>
    /// <param name="paper">Without a chart.</param>
    /// <param name="file">Its name, without what tells the format.</param>
    /// <param name="format">Any but data.</param>
    /// <param name="pages">Renders the page.</param>
    public static async Task<IResult> AnswerAsync(Paper paper, string file, StatementFormat format, HtmlPage pages)
    {
        var name = $"{file}.{DomainCode.Of(format)}";
        return format switch
        {
            StatementFormat.Html => Results.Text(
                await pages.RenderAsync<PaperPage>(new Dictionary<string, object?> { [nameof(PaperPage.Paper)] = paper }), "text/html; charset=utf-8"),
            StatementFormat.Docx => Results.Bytes(PaperDocument.Write(paper, NoPicture).ToMemory(), PaperDocument.ContentType, name),
            StatementFormat.Xlsx => Results.Bytes(PaperWorkbook.Write(paper).ToMemory(), PaperWorkbook.ContentType, name),
            StatementFormat.Csv => Results.Bytes(PaperCsv.Write(paper).ToMemory(), "text/csv; charset=utf-8", name),
            StatementFormat.Json => throw new UnreachableException("Data are no file."),
        };
    }

    /// <summary>The statements of all members in one file.</summary>
    /// <param name="community">Whose members.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="on">Local date in Europe/Paris on which it is told.</param>
    /// <param name="told">By member.</param>
    /// <param name="format">Workbook or Word document.</param>
    public static IResult Answer(Community community, int year, DateOnly on, IReadOnlyList<MemberYear> told, StatementFormat format)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"fiches-{community.Siren}-{year}.{DomainCode.Of(format)}");
        if (format == StatementFormat.Xlsx)
        {
            return Results.Bytes(PaperWorkbook.Write(MemberStatementsPaper.Of(community, year, on, told)).ToMemory(), PaperWorkbook.ContentType, name);
        }

        IReadOnlyList<Paper> papers = told.Count == 0
            ? [MemberStatementsPaper.Of(community, year, on, told)]
            : [.. told.Select(t => MemberStatementPaper.Of(new MemberStatementFacts(community, t, on)))];
        return Results.Bytes(
            PaperDocument.Write(papers, $"{MemberStatementsPaper.Title} — {MemberStatementsPaper.Subject(year)}", NoPicture).ToMemory(),
            PaperDocument.ContentType,
            name);
    }

    private static BinaryData NoPicture(PaperChart chart) => throw new UnreachableException($"A statement has no chart: {chart.Name}.");
}
