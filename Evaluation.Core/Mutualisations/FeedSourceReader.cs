using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads where a service’s values are pulled from, and when.</summary>
internal static partial class FeedSourceReader
{
    private const int LongestAddress = 2_000;
    private const int LongestLabel = 100;
    private const int MostHours = 8784;
    private const int MostTimes = 24;
    private const int UsualHours = 24;

    public static FeedSource? Read(DocumentChecks checks, FeedSourceDocument? document)
    {
        if (document is null)
        {
            return null;
        }

        var at = ReadTimes(checks, document);
        var days = ReadDays(checks, document);
        var format = checks.Choice<FeedFormat>(document.Format, "/source/format", FeedFormat.Json);
        var authentication = ReadAuthentication(checks, document.Authentication);
        var label = checks.OptionalText(document.Label, "/source/label", LongestLabel);
        RefuseInJson(checks, format, document.Label, "/source/label");
        RefuseInJson(checks, format, document.Period, "/source/period");
        if (document.Period is not null && !Period.TryParse(document.Period, out _))
        {
            checks.Add(Refusals.PeriodInvalid, "/source/period");
        }

        return ReadAddress(checks, document.Address) is { } address
            ? new FeedSource(
                address, format, ReadHours(checks, document), at, days, authentication, label, document.Period)
            : null;
    }

    private static Uri? ReadAddress(DocumentChecks checks, string? text)
    {
        if (text?.Length <= LongestAddress
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http"
            && address.UserInfo.Length == 0)
        {
            return address;
        }

        checks.Add(Refusals.SourceAddress, "/source/address");
        return null;
    }

    private static int? ReadHours(DocumentChecks checks, FeedSourceDocument document)
    {
        if (document.At is not null)
        {
            if (document.EveryHours is not null)
            {
                checks.Add(Refusals.SourceSchedule, "/source/everyHours");
            }

            return null;
        }

        var hours = document.EveryHours ?? UsualHours;
        if (hours is < 1 or > MostHours)
        {
            checks.Add(Refusals.SourceEveryHours, "/source/everyHours");
        }

        return hours;
    }

    private static IReadOnlyList<TimeOnly> ReadTimes(DocumentChecks checks, FeedSourceDocument document)
    {
        if (document.At is null)
        {
            return [];
        }

        if (document.At.Count is 0 or > MostTimes)
        {
            checks.Add(Refusals.SourceAt, "/source/at");
        }

        var times = new SortedSet<TimeOnly>();
        foreach (var (index, text) in document.At.Take(MostTimes).Index())
        {
            if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                || !times.Add(time))
            {
                checks.Add(Refusals.SourceAt, $"/source/at/{index}");
            }
        }

        return [.. times];
    }

    private static IReadOnlyList<DayOfWeek> ReadDays(DocumentChecks checks, FeedSourceDocument document)
    {
        if (document.Days is null)
        {
            return [];
        }

        if (document.At is null || document.Days.Count == 0)
        {
            checks.Add(Refusals.SourceDays, "/source/days");
        }

        var days = document.Days.Select((day, index) => checks.Choice<DayOfWeek>(day, $"/source/days/{index}")).ToList();
        if (document.Days.Distinct(StringComparer.Ordinal).Count() < days.Count)
        {
            checks.Add(Refusals.SourceDays, "/source/days");
        }

        return [.. days.Distinct().Order()];
    }

    private static FeedAuthentication? ReadAuthentication(DocumentChecks checks, FeedAuthenticationDocument? document)
    {
        if (document is null)
        {
            return null;
        }

        if (document.Header is null || !Header().IsMatch(document.Header))
        {
            checks.Add(Refusals.SourceHeader, "/source/authentication/header");
        }

        if (document.Secret is null || !SecretName().IsMatch(document.Secret))
        {
            checks.Add(Refusals.SourceSecret, "/source/authentication/secret");
        }

        return new FeedAuthentication(document.Header ?? "", document.Secret ?? "");
    }

    // The body of a push names its sender and its periods itself: two answers to one question would be one too many.
    private static void RefuseInJson(DocumentChecks checks, FeedFormat format, string? value, string pointer)
    {
        if (format == FeedFormat.Json && value is not null)
        {
            checks.Add(Refusals.SourceFileOnly, pointer);
        }
    }

    // Whatever else a header may do (name a host, forge an origin, override a method), these names cannot.
    [GeneratedRegex(
        @"^(?!(?:Sec|Proxy)-)(?=.{1,60}\z)(?:Authorization|(?:[A-Za-z0-9]{1,30}-){0,4}(?:[A-Za-z0-9]{0,20})(?:Key|Token))\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();
}
