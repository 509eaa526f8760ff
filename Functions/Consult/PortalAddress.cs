using System.Globalization;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Look;
using Evaluation.Functions.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace Evaluation.Functions.Consult;

/// <summary>A step of the way back.</summary>
public sealed record Crumb(string Label, string Address);

/// <summary>Where the pages are.</summary>
internal static class PortalAddress
{
    public const string Home = "/portal";

    /// <summary>The list of communities, for who sees several; the home itself leads the others to theirs.</summary>
    public const string Communities = "/portal/communities";
    public const string Help = "/portal/help";
    public const string Developers = "/portal/developers";
    public const string RefusalCodes = "/portal/developers/codes";
    public const string Poison = "/portal/poison";
    public const string SignIn = "/portal/sign-in";
    public const string SignOut = "/.auth/logout";
    public const string Icon = "/portal/icon.svg";
    public const string StylePath = "/portal/style.css";
    public const string EntryScriptPath = "/portal/entry.js";

    /// <summary>The style sheet, named by its content so that browsers may keep it for ever.</summary>
    public static string Style { get; } = $"{StylePath}?v={Stylesheet.Portal.Version}";

    /// <summary>What makes the keys of a spreadsheet move in the grid, named by its content.</summary>
    public static string EntryScript { get; } = $"{EntryScriptPath}?v={EmbeddedText.EntryScript.Version}";

    /// <summary>What developers find on a subject of the API, at one of its operations or types.</summary>
    public static string DevelopersOn(string subject, string? at = null) => $"{Developers}/{subject}{(at is null ? "" : $"#{at}")}";

    public static string Community(string siren) => $"{Home}/communities/{siren}";

    /// <summary>The home of a community with the services that are looked for.</summary>
    public static string Community(string siren, int year, OverviewAsked asked) => QueryHelpers.AddQueryString(
        Community(siren),
        new Dictionary<string, string?>
        {
            ["year"] = $"{Period.OfYear(year)}",
            ["q"] = asked.Search,
            ["verdict"] = Written(asked.Verdict),
            ["form"] = Written(asked.Form),
            ["state"] = Written(asked.State),
            ["sort"] = asked.Order == OverviewOrder.Name ? null : Written<OverviewOrder>(asked.Order),
        }.Where(p => p.Value is not null));

    private static string? Written<T>(T? asked)
        where T : struct, Enum => asked is { } value ? DomainCode.Of(value) : null;

    public static string Mutualisation(string siren, string id) => $"{Community(siren)}/mutualisations/{id}";

    /// <summary>The page of a member in a year.</summary>
    public static string Member(string siren, string member, int year) => $"{Member(siren, member)}?year={Period.OfYear(year)}";

    /// <summary>The page of a member.</summary>
    public static string Member(string siren, string member) => $"{Community(siren)}/members/{member}";

    /// <summary>What members say of their units in a year.</summary>
    public static string Units(string siren, string id, int year) => $"{Units(siren, id)}?year={Period.OfYear(year)}";

    /// <summary>The same, for a form that chooses the year.</summary>
    public static string Units(string siren, string id) => $"{Mutualisation(siren, id)}/units";

    /// <summary>Where a member answers on its units in a period.</summary>
    public static string MemberUnits(string siren, string id, string member, string period) =>
        $"{Mutualisation(siren, id)}/members/{member}/units/{period}";

    /// <summary>Where the provider answers a member that contests.</summary>
    public static string UnitsReply(string siren, string id, string member, string period) =>
        $"{MemberUnits(siren, id, member, period)}/reply";

    public static string Submission(string siren, string id, string submission) =>
        $"{Mutualisation(siren, id)}/submissions/{submission}";

    public static string Periods(string siren, string id) => $"{Mutualisation(siren, id)}/periods";

    public static string Periods(string siren, string id, int year) => $"{Periods(siren, id)}?year={Period.OfYear(year)}";

    /// <summary>The page of periods, at the decisions on one of them.</summary>
    public static string PeriodDecisions(string siren, string id, Period period) => $"{Periods(siren, id, period.Year)}&period={period}";

    public static string PeriodApproval(string siren, string id, Period period) => $"{Periods(siren, id)}/{period}/approval";

    public static string PeriodOpenings(string siren, string id, Period period) => $"{Periods(siren, id)}/{period}/openings";

    /// <summary>The statement of a member as a file: the API gives it.</summary>
    public static string Statement(string siren, string member, int year, string format) => string.Create(
        CultureInfo.InvariantCulture, $"/api/communities/{siren}/members/{member}/statement?year={year}&format={format}");

    /// <summary>The statements of all members of a community in a year, as a file.</summary>
    public static string Statements(string siren, int year, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/communities/{siren}/statements?year={year}&format={format}");

    /// <summary>What titres, mandats and imputations of a year are written from, as a page or a file.</summary>
    public static string Charges(string siren, int year, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/communities/{siren}/charges?year={year}&format={format}");

    /// <summary>Where proposed instalments are taken.</summary>
    public static string ProposedCalls(string siren, string id, int year) => $"{Accounts(siren, id, year)}/calls/proposed";

    /// <summary>The workbook to fill in: the API gives it.</summary>
    public static string Template(string siren, string id, Period period) => $"{Template(siren, id)}?period={period}";

    /// <summary>The same, for a form that chooses the period.</summary>
    public static string Template(string siren, string id) => $"/api/communities/{siren}/mutualisations/{id}/template.xlsx";

    public static string Deposit(string siren, string id) => $"{Mutualisation(siren, id)}/deposit";

    /// <summary>The page of deposits, with the workbook of a period chosen.</summary>
    public static string Deposit(string siren, string id, Period period) => $"{Deposit(siren, id)}?period={period}";

    /// <summary>The grid in which values are typed.</summary>
    public static string Entry(string siren, string id) => $"{Mutualisation(siren, id)}/entry";

    /// <summary>The grid of a period.</summary>
    public static string Entry(string siren, string id, Period period) => $"{Entry(siren, id)}?period={period}";

    public static string ValueHistory(string siren, string id) => $"{Mutualisation(siren, id)}/values/history";

    public static string ValueHistory(string siren, string id, string indicator, string? member, string period) => QueryHelpers.AddQueryString(
        ValueHistory(siren, id),
        new Dictionary<string, string?> { ["indicator"] = indicator, ["member"] = member, ["period"] = period }.Where(p => p.Value is not null));

    public static string Calendar(string siren) => $"{Community(siren)}/calendar";

    /// <summary>Who receives which report.</summary>
    public static string Subscriptions(string siren) => $"{Community(siren)}/subscriptions";

    /// <summary>Where a subscription is taken away.</summary>
    public static string SubscriptionRemoval(string siren, string subscription) => $"{Subscriptions(siren)}/{subscription}/removal";

    /// <summary>What a member is told of.</summary>
    public static string MemberSubscriptions(string siren, string member) => $"{Member(siren, member)}/subscriptions";

    /// <summary>Where it takes a subscription of its own away.</summary>
    public static string MemberSubscriptionRemoval(string siren, string member, string subscription) =>
        $"{MemberSubscriptions(siren, member)}/{subscription}/removal";

    public static string NoticeAttempts(string siren, string id) => $"{Community(siren)}/notices/{id}/attempts";

    public static string PoisonReplay(string id) => $"{Poison}/{id}/replay";

    public static string PoisonDrop(string id) => $"{Poison}/{id}/drop";

    /// <summary>The page on which the evaluation of a year is validated, transmitted and decided upon.</summary>
    public static string Decisions(string siren, string id, string year) => $"{Mutualisation(siren, id)}/decisions/{year}";

    /// <summary>The page of the accounts of a year, at one of its calls, or after something was done.</summary>
    public static string Accounts(string siren, string id, int year, string? call = null, string? done = null) => QueryHelpers.AddQueryString(
        $"{Mutualisation(siren, id)}/accounts/{Period.OfYear(year)}",
        new Dictionary<string, string?> { ["call"] = call, ["done"] = done }.Where(p => p.Value is not null));

    public static string Settling(string siren, string id, int year) => $"{Accounts(siren, id, year)}/settlement";

    public static string SettledOpenings(string siren, string id, int year) => $"{Accounts(siren, id, year)}/openings";

    public static string CallState(string siren, string id, int year, string call) => $"{Accounts(siren, id, year)}/calls/{call}/state";

    public static string Validation(ReportVersion version) => $"{ActsOn(version)}/validation";

    public static string Transmission(ReportVersion version) => $"{ActsOn(version)}/transmission";

    private static string ActsOn(ReportVersion version) =>
        Home + Report.ReportAddress.Of(version);

    public static string ReportFile(ReportVersion version, string file) => $"{ActsOn(version)}/{file}";
}
