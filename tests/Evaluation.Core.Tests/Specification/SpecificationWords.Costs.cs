using System.Globalization;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about costs, keys and their settlement.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> OfCosts() => new()
    {
        ["allocate"] = w => Allocate(w[0], w[1], w[2..]),
        ["change-of-key"] = w => ChangeOfKey(w[0], w[1..]),
        ["legal-form"] = LegalFormOf,
        ["notices"] = Notices,
        ["overhead"] = OverheadOf,
        ["unit-cost"] = w => UnitCostForecast.Of(2025, Exact.Number(w[0]), Exact.Number(w[2]), default, 2020).Value is { } value
            ? Text(value)
            : "none",
        ["tell-by"] = w => Iso(UnitCostForecast.Of(Year(w[0]), 1, 1, Exact.Day(w[2]), Year(w[4])).DueOn),
        ["settle"] = w => string.Join(", ", SettlementOf(w).Members.Select(m =>
            $"{MemberName(m.Member)} {Cents(m.Balance)} {DomainCode.Of(m.Kind)}")),
        ["state"] = w => DomainCode.Of(new FundsCall(default, 1, Exact.Day(w[0]), CallKind.Provisional)
        {
            Standing = w.Length > 3 ? new CallStanding(Parsed<CallState>(w[3]), Exact.Day(w[4]), null) : null,
        }.StateOn(Exact.Day(w[2]))),
        ["imputed"] = w => Imputed(SettlementOf(w)),
    };

    // « allocate split 60000.00 ADS-03*1 floor=2000 by 70 20 8 2 ».
    private static string Allocate(string method, string total, string[] rest)
    {
        var key = new WrittenKey(method, rest[..Array.IndexOf(rest, "by")]);
        var contributors = key.Contributors(rest[(Array.IndexOf(rest, "by") + 1)..]);
        var span = new ContributingSpan(new KeySpan(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), key.Key), contributors);
        return Answer(CostAllocation.Share(new SharedCost(Exact.Number(total), key.Direct), [span], 365));
    }

    // « change-of-key 365.00 from 2025-01-01 equal*1 by 1 1 then 2025-04-01 ADS-03*1 by 3 1 ».
    private static string ChangeOfKey(string total, string[] rest)
    {
        var parts = string.Join(' ', rest[1..]).Split(" then ").Select(p => p.Split(' ')).ToList();
        var starts = parts.Select(p => Exact.Day(p[0])).Append(new DateOnly(2026, 1, 1)).ToList();
        var spans = parts.Select((part, i) =>
        {
            var by = Array.IndexOf(part, "by");
            var key = new WrittenKey("split", part[1..by]);
            var span = new KeySpan(starts[i], starts[i + 1], key.Key);
            return new ContributingSpan(span, [.. key.Contributors(part[(by + 1)..]).Select(c => c with { Days = span.Days })]);
        });
        return Answer(CostAllocation.Share(new SharedCost(Exact.Number(total), []), [.. spans], 365));
    }

    private static string Answer(AllocationOutcome outcome) => outcome.Allocation is not { } shared
        ? DomainCode.Of(outcome.Obstacle!.Value)
        : Amounts(shared.Shares.Select(s => s.Amount))
            + (shared.Key.Method == AllocationMethod.UnitPrice ? $", gap {Cents(shared.RoundingGap)}" : "")
            + (shared.ProviderPart == 0 ? "" : $", provider {Cents(shared.ProviderPart)}");

    // « legal-form serviceCommun from 2020-01-01 on 2025-01-01 ».
    private static string LegalFormOf(string[] words)
    {
        var community = GivenCommunity.Of("A");
        var forms = words[..^2].Chunk(3).Select(w => new DatedLegalFormDocument { Form = w[0], From = w[2] });
        var read = MutualisationReader.Read(
            "essai",
            GivenMutualisation.Document(community) with { LegalForm = null, LegalForms = [.. forms] },
            community,
            Core.Indicators.Catalogue.Standard);
        return read.Value is { } service
            ? DomainCode.Of(service.LegalFormOn(Exact.Day(words[^1])))
            : string.Join(' ', read.Problems.Select(p => p.Code));
    }

    private static string Notices(string[] words)
    {
        _ = DomainCode.TryParse<LegalForm>(words[0], out var form);
        var lines = words[1..].Select(w => w.Split('+')).Select(w => new CostLine(
            DomainCode.TryParse<CostCategory>(w[0], out var category) ? category : default, CostStage.Actual, 1)
        {
            Evidence = w.Length > 1 ? "Facture" : null,
        });
        var notices = CostNotices.Of(form, [.. lines]);
        return notices.Count == 0 ? "none" : string.Join(' ', notices.Select(n => n.Code));
    }

    // « overhead direction=1000.00:ads*0.6,dsi*0.4 ».
    private static string OverheadOf(string[] words)
    {
        var pools = words.Select(w => w.Split('=', ':')).Select(w => new OverheadPool(
            w[0],
            Exact.Number(w[1]),
            [.. w[2].Split(',').Select(p => p.Split('*')).Select(p => new OverheadPart(p[0], Exact.Number(p[1])))]));
        var outcome = Overhead.Distribute([.. pools]);
        return outcome.Value is { } shared
            ? string.Join(", ", shared.ByService.Select(s => $"{s.Key} {Cents(s.Value)}"))
            : string.Join(' ', outcome.Problems.Select(p => p.Code));
    }

    // « settle titreRecette A=100.00 called A=90.00 A+=10.00 carried A=5.00 onward B=3.00 provider C »: += is a régularisation.
    private static Settlement SettlementOf(string[] words)
    {
        _ = DomainCode.TryParse<SettlementMode>(words[0], out var mode);
        var called = Array.IndexOf(words, "called");
        var shares = words[1..called].Select(w => w.Split('=')).Select(w =>
            new MemberShare(MemberNamed(w[0]), 365, [], 0, Exact.Number(w[1])));
        var provider = At("provider", words.Length);
        var onward = At("onward", provider);
        var carried = At("carried", onward);
        var calls = words[(called + 1)..carried].Select(w => w.Split('=')).Select(w => new FundsCall(
            MemberNamed(w[0][..1]).Siren,
            Exact.Number(w[1]),
            new DateOnly(2025, 6, 1),
            w[0].EndsWith('+') ? CallKind.Balance : CallKind.Provisional));
        var settled = new SettledYears([Left(2024, words[carried..onward]), Left(2025, words[onward..provider])]);
        var by = provider == words.Length ? Siren.Parse(GivenCommunity.SirenOf(9)) : MemberNamed(words[^1]).Siren;
        return Settlement.Of(2025, mode, [.. shares], [.. calls], settled, by, Lettered);

        int At(string word, int otherwise) => Array.IndexOf(words, word) is >= 0 and var at ? at : otherwise;

        // A year that leaves what is written to the next one.
        SettledYear Left(int year, string[] written) => new(year,
        [
            new YearSettling(default, new DateOnly(2025, 6, 1), "", "", "", year + 1, [.. written.Skip(1).Select(w => w.Split('=')).Select(w =>
                new SettledAmount(MemberNamed(w[0]).Siren, Exact.Number(w[1]), 0, 0))]),
        ]);
    }

    private static string Imputed(Settlement settlement) => string.Join(", ", settlement.Members.Select(m =>
        $"{MemberName(m.Member)} {Cents(settlement.ImputedOnAllowance(m))} imputed, {Cents(settlement.SettledByTitle(m))} by title"));

    private static Member MemberNamed(string letter) => Lettered.Named(letter);

    private static string MemberName(Siren siren) => Lettered.Member(siren).Name;

    private static Community Lettered => GivenCommunity.Read(GivenCommunity.Document("A", "B", "C") with
    {
        Members =
        [
            .. GivenCommunity.Document("A", "B", "C").Members!,
            new MemberDocument { Siren = GivenCommunity.SirenOf(4), Name = "S", Kind = "ccas" },
            new MemberDocument { Siren = GivenCommunity.Siren, Name = "E", Kind = "epci" },
        ],
    });

    private static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
