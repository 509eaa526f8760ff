using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <content>The words of mutualisations.md.</content>
internal static partial class SpecificationWords
{
    // A method, because the order of static fields in several files is nobody’s promise.
    private static Dictionary<string, Func<string[], string>> OfMutualisations() => new()
    {
        ["direction"] = w => Direction(w[0], w[2].Split('+')),
        ["offer"] = w => Offer(w[..^2], w[^1]),
        ["lifecycle"] = w => Life(w[..^2], w[^1]),
        ["standing"] = w => DomainCode.Of(Living(w[..^2]).Value!.StandingIn(Whole(w[^1]))),
        ["version"] = w => Version(w[..^2], w[^1]),
        ["versions"] = w => Versions(w[..^2], w[^1]),
        ["amend"] = w => Amend(w[..^2], w[^1]),
        ["may-settle"] = w => Settle(w[0], w[2], w[4]),
        ["posts"] = Posts,
        ["compliance"] = w => Notices(w[0], w[^1]),
        ["recommendation"] = w => Due(w[0], w[2], w[4]),
        ["index"] = w => Index(w[..^2], int.Parse(w[^1], CultureInfo.InvariantCulture)),
        ["agents"] = w => Agents(w[..^2], int.Parse(w[^1], CultureInfo.InvariantCulture)),
    };

    // « direction epci to commune+ccas »: a member per kind, the provider first.
    private static string Direction(string provider, string[] beneficiaries)
    {
        var community = GivenCommunity.OfKinds([provider, .. beneficiaries.Where(b => b != "nobody")]);
        var mutualisation = Pooled(community, d => d with { Provider = community.Named("1").Siren.ToString() });
        return mutualisation.DirectionIn(community, Exact.Span("2025"))?.Label() ?? "none";
    }

    // « offer juin-2021@2021-06-15=exploratoire on 2021-07-01 ».
    private static string Offer(string[] editions, string day)
    {
        var offer = editions.Select(e => e.Split('@', '=')).Select(e => new OfferEditionDocument { Edition = e[0], On = e[1], Status = e[2] });
        var read = Reading(GivenCommunity.Of("A"), d => d with { Offer = [.. offer] });
        return read.Value is { } mutualisation
            ? mutualisation.OfferStatusOn(Exact.Day(day)) is { } status ? DomainCode.Of(status) : "not offered"
            : Codes(read.Problems);
    }

    // « lifecycle active@2020-01-01 terminating@2024-06-30! on 2024-07-01 »; « ! » gives a reason.
    private static string Life(string[] steps, string day)
    {
        var read = Living(steps);
        return read.Value is { } mutualisation
            ? mutualisation.StatusOn(Exact.Day(day)) is { } status ? DomainCode.Of(status) : "unknown"
            : Codes(read.Problems);
    }

    private static Outcome<Mutualisation> Living(string[] steps) => Reading(GivenCommunity.Of("A"), d => d with
    {
        Lifecycle =
        [
            .. steps.Select(s => s.Split('@')).Select(s => new LifecycleStepDocument
            {
                Status = s[0],
                On = s[1].TrimEnd('!'),
                Reason = s[1].EndsWith('!') ? "Une raison." : null,
            }),
        ],
        Memberships = [],
        Convention = d.Convention! with { Reversibility = "Les agents reviennent à leur commune." },
    });

    // The first day is that of the convention, the others those of its amendments.
    private static Mutualisation Amended(string[] days) => Pooled(GivenCommunity.Of("A"), d => d with
    {
        Convention = d.Convention! with { StartsOn = days[0] },
        Amendments = [.. days[1..].Select(Amendment)],
    });

    private static AmendmentDocument Amendment(string day) =>
        new() { Number = $"avenant du {day}", EffectiveOn = day, Purpose = "Changer la clé." };

    private static string Version(string[] days, string day) => Text(Amended(days).ConventionOn(Exact.Day(day))!.Version);

    private static string Versions(string[] days, string period) => string.Join(
        ", ",
        Amended(days).ConventionsIn(Exact.Span(period)).Select(s => $"{s.Convention.Version} from {Iso(s.From)} to {Iso(s.To)}"));

    // « amend 2020-01-01/2024-12-31/tacite on 2025-03-01 ».
    private static string Amend(string[] convention, string day)
    {
        var terms = convention[0].Split('/');
        var read = Reading(GivenCommunity.Of("A"), d => d with
        {
            Convention = d.Convention! with { StartsOn = terms[0], EndsOn = terms[1], Renewal = terms[2] },
            Amendments = [Amendment(day)],
        });
        return read.Value is null ? Codes(read.Problems) : "valid";
    }

    private static string Settle(string settlement, string form, string regime)
    {
        var community = GivenCommunity.Read(GivenCommunity.Document("A") with { FiscalRegime = regime });
        var read = Reading(community, d => d with
        {
            LegalForm = form,
            Convention = d.Convention! with
            {
                Settlement = settlement,
                Allocation = form is "groupementCommandes" or "reseauThematique" ? null : d.Convention.Allocation,
            },
        });
        return read.Value is null ? Codes(read.Problems) : "valid";
    }

    // « posts 0.6 0.5 of 2 »: a share per member, then the number of posts.
    private static string Posts(string[] words)
    {
        var of = Array.IndexOf(words, "of");
        var shares = words[..(of < 0 ? words.Length : of)].Select(Exact.Number).ToList();
        var community = GivenCommunity.Of([.. shares.Select((_, i) => $"Commune {i + 1}")]);
        var read = Reading(community, d => d with
        {
            Posts = of < 0 ? null : Exact.Number(words[of + 1]),
            Memberships = [.. d.Memberships!.Zip(shares, (m, share) => m with { ShareOfPost = share })],
        });
        return read.Value is null ? Codes(read.Problems) : "valid";
    }

    private static string Notices(string form, string settlement)
    {
        var community = GivenCommunity.Of("A");
        var mutualisation = Pooled(community, d => d with
        {
            LegalForm = form,
            Convention = d.Convention! with { Settlement = settlement, Allocation = form == "reseauThematique" ? null : d.Convention.Allocation },
        });
        return string.Join(' ', ComplianceNotices.Of(mutualisation, community, Exact.Day("2025-06-15")).Select(n => n.Code));
    }

    private static string Due(string status, string dueOn, string day)
    {
        var recommendation = new Recommendation(
            2024,
            "",
            "",
            Exact.Day(dueOn),
            DomainCode.TryParse<RecommendationStatus>(status, out var known) ? known : throw new FormatException(status),
            Exact.Day("2025-01-01"),
            null);
        return recommendation.IsLateOn(Exact.Day(day)) ? "late" : recommendation.IsClosed ? "closed" : "open";
    }

    private static string Index(string[] values, int year)
    {
        var community = GivenCommunity.Read(GivenCommunity.Document("A") with
        {
            PriceIndices = [new PriceIndexDocument { Code = "IPC", Label = "Prix", Source = "Insee", Values = [.. values.Select(Valued)] }],
        });
        return community.PriceIndex("IPC")!.ValueIn(year) is { } value ? Text(value) : "unknown";
    }

    private static PriceIndexValueDocument Valued(string written) => written.Split('=') is [var year, var value]
        ? new() { Year = (int)Exact.Number(year), Value = Exact.Number(value) }
        : throw new FormatException(written);

    private static string Agents(string[] counts, int year)
    {
        var agents = counts.Select(Valued).Select(c => new AgentCountDocument { Year = c.Year, Count = (int)c.Value, Source = "Bilan social" });
        var community = GivenCommunity.Read(GivenCommunity.Document() with
        {
            Members = [GivenCommunity.Commune("A", 1) with { Agents = [.. agents] }],
        });
        return community.Named("A").AgentsIn(year) is { } known ? Text(known.Count) : "unknown";
    }

    private static Outcome<Mutualisation> Reading(Community community, Func<MutualisationDocument, MutualisationDocument> change) =>
        MutualisationReader.Read("essai", change(GivenMutualisation.Document(community)), community, Catalogue.Standard);

    private static Mutualisation Pooled(Community community, Func<MutualisationDocument, MutualisationDocument> change)
    {
        var outcome = Reading(community, change);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }

    private static string Codes(IReadOnlyList<Refusal> problems) => string.Join(' ', problems.Select(p => p.Code));
}
