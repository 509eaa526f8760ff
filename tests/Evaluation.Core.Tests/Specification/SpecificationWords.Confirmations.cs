using System.Globalization;
using System.Numerics;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Confirmations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about units that members confirm.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> Confirmations => new()
    {
        ["confirmed-by"] = w => ConfirmedBy(w[0]),
        ["units"] = Units,
        ["reminded"] = w => Reminded(w[0], Exact.Day(w[1]), Exact.Day(w[3])),
        ["ratings"] = Ratings,
        ["natures"] = w => Amounts(LargestRemainder.Split(Exact.Number(w[0]), [.. w[2..].Select(n => new BigInteger(Exact.Number(n)))])),
    };

    private static string ConfirmedBy(string counted)
    {
        var key = counted == "population"
            ? new KeyCriterionDocument { Criterion = counted, Weight = 1 }
            : new KeyCriterionDocument { Criterion = "indicator", Indicator = counted, Weight = 1 };
        var service = GivenMutualisation.WithEveryone(GivenUnits.Community, counted == "population" ? "ADS" : counted[..3]).SharedBy(key).Read();
        return MemberUnits.PeriodicityIn(service, Catalogue.Standard, 2025) is { } periodicity ? DomainCode.Of(periodicity) : "nothing";
    }

    // contested 20 then 18 maintained
    private static string Units(string[] words)
    {
        var (said, known) = (Known(words[1]), Known(words[3]));
        var answer = GivenUnits.Answer(said, Parsed<UnitsVerdict>(words[0]));
        return DomainCode.Of(UnitsStates.Of(known, words.Length > 4 ? UnitsAnswers.Maintain(answer, said, Reply).Value : answer));
    }

    private static string Reminded(string state, DateOnly said, DateOnly on)
    {
        var values = GivenUnits.Values.AddYear("ADS-03", "A", 2025, 20).AddYear("ADS-03", "A", 2026, 20).AddYear("ADS-03", "B", 2026, 1);
        var units = GivenUnits.Of(values, "A", GivenUnits.Quarter(1));
        var answer = GivenUnits.Answer(units, state == "confirmed" ? UnitsVerdict.Confirmed : UnitsVerdict.Contested) with
        {
            At = new DateTimeOffset(said, new TimeOnly(9, 0), TimeSpan.FromHours(1)),
            Reply = state == "maintained" ? Reply : null,
        };
        var dossier = GivenDossier.Of(GivenUnits.Community, GivenUnits.Service, values) with { Year = on.Year, AsOf = on, Answers = [answer] };
        var notices = ContestedUnits.Of(dossier, on).SelectMany(d => d.NoticesOn(on, "essai"))
            .Select(n => $"{DomainCode.Of(n.Recipient)} {n.Occurrence}").ToList();
        return notices.Count == 0 ? "nobody" : string.Join(", ", notices);
    }

    private static string Ratings(string[] words)
    {
        var told = ServiceRatings.Of(words.Select((rating, rank) => GivenUnits.Answer(Known("1"), rating: Whole(rating)) with
        {
            Member = Siren.Parse(GivenCommunity.SirenOf(rank + 1)),
        }));
        return string.Create(
            CultureInfo.InvariantCulture, $"{told.Count}, {(told.Average is { } average ? average.ToString("0.0", CultureInfo.InvariantCulture) : "no average")}");
    }

    private static UnitsReply Reply => new("Les dossiers diffèrent.", new DateTimeOffset(2026, 1, 20, 12, 0, 0, TimeSpan.FromHours(1)));

    private static MemberUnits Known(string value) => GivenUnits.Of(
        value == "-" ? GivenUnits.Values : GivenUnits.Values.Add("ADS-03", "A", "2025-01", Exact.Number(value)), "A", GivenUnits.Quarter(1));
}
