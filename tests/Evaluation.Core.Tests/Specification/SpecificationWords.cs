using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Core.Tests.Costs;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions that an example may ask, by their first word.</summary>
internal static partial class SpecificationWords
{
    public static readonly FrozenDictionary<string, Func<string[], string>> All = new Dictionary<string, Func<string[], string>>
    {
        ["siren"] = w => Siren.TryParse(w[0], out _) ? "valid" : "refused",
        ["insee"] = w => Insee(w[0]),
        ["slug"] = w => Slug(w[0]),
        ["choice"] = w => DomainCode.TryParse<LegalForm>(w[0], out var form) ? form.ToString() : "refused",
        ["period"] = w => Period.TryParse(w[0], out var p) ? $"{Iso(p.Start)} to {Iso(p.LastDay)}, due {Iso(p.DueOn)}" : "refused",
        ["split-period"] = w => string.Join(' ', Exact.Span(w[0]).Split(Length(w[2]))),
        ["within"] = w => Exact.Span(w[0]).Within(Length(w[2])).ToString(),
        ["order"] = w => string.Join(' ', w.Select(Exact.Span).Order()),
        ["days"] = w => Text(new Membership(
            default, Exact.Day(w[1]), w[3] == "open" ? null : Exact.Day(w[3])).DaysIn(Exact.Span(w[5]))),
        ["at-least"] = w => Target(w[0].TrimEnd(':'), w[1], false),
        ["at-most"] = w => Target(w[0].TrimEnd(':'), w[1], true),
        ["received"] = w => Received(Whole(w[0]), Whole(w[2])),
        ["on-time"] = w => $"{Rounded(new Received(Whole(w[2]), Whole(w[2]), Whole(w[0])).PunctualityRate!.Value * 100)} %",
        ["expected"] = w => Expected(w[0], w[2], w[4]),
        ["over-year"] = w => OverYear(w[0].TrimEnd(':'), w[1..]),
        ["cost"] = w => Cost(w[0], w[2..]),
        ["divide"] = w => Amounts(LargestRemainder.Split(Exact.Number(w[0]), [.. w[2..].Select(n => new BigInteger(Exact.Number(n)))])),
        ["share"] = w => Share(w[0], w[1], w[2..]),
        ["row"] = Row,
    }
    .Concat(Assessments)
    .Concat(OfMutualisations())
    .Concat(OfCosts())
    .Concat(Statistics)
    .Concat(Missing)
    .Concat(Closing)
    .Concat(Calendar)
    .Concat(Subscriptions)
    .Concat(Confirmations)
    .Concat(OfVersions)
    .Concat(OfScenarios)
    .Concat(OfPapers)
    .Concat(Dashboards)
    .ToDictionary(StringComparer.Ordinal)
    .ToFrozenDictionary(StringComparer.Ordinal);

    private static string Insee(string code) => Read(GivenCommunity.Document() with
    {
        Members = [GivenCommunity.Commune("A", 1) with { InseeCode = code }],
    });

    private static string Read(CommunityDocument document) =>
        CommunityReader.Read(GivenCommunity.Siren, document).Problems.Count == 0 ? "valid" : "refused";

    private static string Slug(string id)
    {
        var community = GivenCommunity.Of("A");
        return MutualisationReader.Read(id, GivenMutualisation.Document(community), community, Catalogue.Standard)
            .Problems.Count == 0 ? "valid" : "refused";
    }

    private static Periodicity Length(string text) =>
        DomainCode.TryParse<Periodicity>(text, out var length) ? length : throw new FormatException(text);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Target(string target, string value, bool isMaximum)
    {
        var aim = new Target(Exact.Number(target), isMaximum, TargetBasis.Convention);
        return $"{Rounded(aim.Attainment(Exact.Number(value)))} % {DomainCode.Of(aim.StatusOf(Exact.Number(value)))}";
    }

    private static string Received(int count, int expected)
    {
        var received = new Received(expected, count, 0);
        return $"{(received.Rate is { } rate ? Rounded(rate * 100) + " %" : "no rate")} {DomainCode.Of(received.Confidence)}";
    }

    // « expected ADS-01 from 2025-11-15 on 2026-01-11 »: one member since a day, seen on another.
    private static string Expected(string code, string from, string asOf)
    {
        var community = GivenCommunity.Of("A");
        var mutualisation = new GivenMutualisation(community).Joined("A", from).Following(code).Read();
        var dossier = GivenDossier.Of(community, mutualisation) with { AsOf = Exact.Day(asOf) };
        return Text(Completeness.Of(dossier).Total.Expected);
    }

    // « over-year ADS-06: ADS-05/A/2025-01=480 … »; the member is « service » at service level.
    private static string OverYear(string code, string[] cells)
    {
        var community = GivenCommunity.Of("A", "B");
        var values = new GivenValues(community);
        foreach (var cell in cells.Select(cell => cell.Split('/', '=')))
        {
            values.Add(cell[0], cell[1] == "service" ? null : cell[1], cell[2], Exact.Number(cell[3]));
        }

        var aggregation = new IndicatorAggregation(
            values.Book, GivenMutualisation.WithEveryone(community).Read(), Catalogue.Standard);
        var value = aggregation.Over(
            Catalogue.Standard[code], Period.OfYear(2025), [.. community.Members.Select(m => m.Siren)]);
        return value is { } known ? Text(decimal.Round(known, 2, MidpointRounding.AwayFromZero)) : "no value";
    }

    private static string Cost(string stage, string[] lines)
    {
        var read = CostReader.Read(2025, new CostDocument
        {
            Lines = [.. lines.Select(line => line.Split('/', '=')).Select(line => new CostLineDocument
            {
                Stage = line[0],
                Category = line[1],
                Amount = Exact.Number(line[2]),
            })],
        }, GivenCommunity.Of("A"));
        return read.Value is not { } year
            ? string.Join(' ', read.Problems.Select(p => p.Code))
            : stage == "full" ? $"{Cents(year.Full!.Value)}{(year.IsObserved ? "" : " provisional")}"
            : DomainCode.TryParse<CostStage>(stage, out var asked) && year.Total(asked) is { } total ? Cents(total) : "unknown";
    }

    // « share split 247350.00 population*0.40 … by 158601/1240/5120 … »: one group of units per member.
    private static string Share(string method, string total, string[] rest)
    {
        var by = Array.IndexOf(rest, "by");
        var criteria = rest[..by].Select(c => c.Split('*')).Select(c => new KeyCriterion(
            DomainCode.TryParse<CriterionKind>(c[0], out var kind) ? kind : CriterionKind.Indicator,
            c[0] is "equal" or "population" ? null : c[0],
            Exact.Number(c[1]))
        {
            IsStock = Catalogue.Standard.Find(c[0]) is { Aggregation: not AggregationRule.Sum },
        }).ToList();
        var key = new AllocationKey(method == "split" ? AllocationMethod.Split : AllocationMethod.UnitPrice, criteria);
        var outcome = CostAllocation.Share(
            key, Exact.Number(total), [.. rest[(by + 1)..].Select((member, i) => Contributor(i + 1, criteria, member))], 365);
        return outcome.Allocation is not { } shared
            ? DomainCode.Of(outcome.Obstacle!.Value)
            : Amounts(outcome.Amounts()) + (method == "split" ? "" : $", gap {Cents(shared.RoundingGap)}");
    }

    // « 1000/7@275 »: units by criterion, « - » when missing, then days of presence when not the whole year.
    private static Contributor Contributor(int rank, List<KeyCriterion> criteria, string member)
    {
        var (figures, days) = member.Split('@') is [var written, var presence]
            ? (written, int.Parse(presence, CultureInfo.InvariantCulture))
            : (member, 365);
        var units = criteria.Zip(figures.Split('/')).Where(pair => pair.Second != "-").ToList();
        return GivenContributors.Contributor(
            rank,
            units.Where(u => u.First.Kind == CriterionKind.Population).Select(u => (int?)Exact.Number(u.Second)).FirstOrDefault(),
            days,
            [.. units.Where(u => u.First.Indicator is not null).Select(u => (u.First.Indicator!, Exact.Number(u.Second)))]);
    }

    // « row DSI-01 38001 2025-03 42 », on 15 June 2025; « - » is an absent field.
    private static string Row(string[] words)
    {
        var community = GivenCommunity.Of("A", "B");
        var checks = new SubmissionChecks(
            community,
            new GivenMutualisation(community, "DSI").Joined("A", "2020-01-01").Joined("B", "2025-03-15")
                .Following("DSI-01", "DSI-04", "DSI-05", "DSI-06", "TRV-03").Read(),
            Catalogue.Standard,
            Exact.Day("2025-06-15"));
        var fields = words.Select(w => w == "-" ? null : w).ToArray();
        var judged = checks.Check([new SubmittedRow(0, fields[0], fields[1], fields[2], fields[3], null, null, null)])[0];
        return judged.Value is { } value ? $"kept {Text(value.Value)}" : string.Join(' ', judged.Findings.Select(f => f.Code));
    }

    private static string Amounts(IEnumerable<decimal> amounts) => string.Join(' ', amounts.Select(Cents));

    private static string Cents(decimal euros) => euros.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Rounded(decimal value) => Text(decimal.Round(value, 1, MidpointRounding.AwayFromZero));

    private static string Text(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
