using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Evaluation.Functions.Tests.Soak;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Whatever a body holds, the answer is one, or a refusal as documented; what is refused is not written.</summary>
[Collection(Hostility.Name)]
public sealed partial class HostileBodyTests(HostileApp app)
{
    private const int AtOnce = 4;
    private const int Mutations = 400;
    private const string Values = $"{SoakService.Address}/values";

    private static readonly Replay SameCases = new(new Rnd(20260105, 7), FSharpOption<int>.None);

    // Sound bodies, each with its address.
    private static readonly (string Method, string Address, string Body)[] Sound =
    [
        ("POST", Values, HostileApp.Push),
        ("PUT", "/api/communities/243800604", """{"name":"Communauté","kind":"metropole","fiscalRegime":"fpu","priceIndices":[{"code":"IPC","label":"Prix","source":"Insee","values":[{"year":2024,"value":118.76}]}],"members":[{"siren":"213801855","inseeCode":"38185","name":"Grenoble","populations":[{"kind":"totale","year":2025,"inhabitants":158601,"source":"Insee"}],"agents":[{"year":2024,"count":52,"source":"RSU"}]}]}"""),
        ("PUT", $"{SoakService.Community}/mutualisations/ads2", """{"label":"Urbanisme","serviceType":"ADS","legalForm":"serviceCommun","provider":"38185","referent":"direction","memberships":[{"member":"38185","from":"2018-01-01"},{"member":"38151","from":"2019-01-01","to":"2026-01-01"}],"indicators":[{"code":"ADS-01","target":95}],"links":[{"kind":"convention","title":"Convention","address":"https://example.org/c"}],"convention":{"number":"1","object":"Instruire.","startsOn":"2018-01-01","endsOn":"2030-12-31","noticeMonths":6,"settlement":"acImputation","allocation":{"method":"split","criteria":[{"criterion":"population","weight":0.2},{"criterion":"indicator","indicator":"ADS-03","weight":0.8}]}}}"""),
        ("PUT", $"{SoakService.Address}/costs/2024", """{"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"},{"category":"fournitures","stage":"actual","amount":18450.07}],"calls":[{"member":"38185","on":"2024-06-30","amount":"100.00"}]}"""),
        ("PUT", $"{SoakService.Address}/baseline", """{"year":2017,"unitWeights":{"ADS-01":1},"method":"Relevé.","source":"Étude","members":[{"member":"38185","cost":{"personnel":"412300.00"},"fte":6.5,"volumes":{"ADS-01":1180}}],"retained":[{"member":"38185","year":2025,"amount":"12000.00","fte":0.2}]}"""),
        ("POST", $"{SoakService.Address}/scenarios", """{"year":2025,"scenarios":[{"label":"Parts égales","allocation":{"criteria":[{"criterion":"equal","weight":1}]}},{"label":"Sans Bresson","leave":["38057"],"avoidablePart":0.25}],"grid":{"missing":"redistribute","step":0.2,"criteria":[{"code":"besoin","label":"Besoin","weight":3}],"options":[{"label":"Deux","scores":{"besoin":4}}]}}"""),
        ("POST", $"{SoakService.Community}/keys", """{"label":"Oxalis","mutualisations":["ads"],"rights":["push"],"expiresOn":"2027-12-31"}"""),
        ("POST", $"{SoakService.Address}/periods/2025-02/approval", """{"step":"return","reason":"À revoir."}"""),
        ("POST", $"{SoakService.Address}/periods/2025-02/openings", """{"until":"2027-07-15","reason":"Retard."}"""),
        ("PUT", $"{SoakService.Community}/fiscal-years/2019", """{"closed":false,"reason":"Correction."}"""),
        ("POST", $"{SoakService.Address}/reports", """{"kind":"annual","period":"2025"}"""),
        ("POST", "/api/runs", """{"job":"collecte"}"""),
        ("POST", "/api/poison/x/drop", """{"reason":"Inutile."}"""),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_no_JSON_is_refused_everywhere_and_leaves_nothing()
    {
        var before = await app.StoredAsync();
        var cut = from s in Sound
                  let bytes = Encoding.UTF8.GetBytes(s.Body)
                  from at in Enumerable.Range(0, bytes.Length).Where(at => s.Address == Values || at % 7 == 0)
                  select (s.Method, s.Address, bytes[..at]);
        var broken = from s in Sound from bytes in HostileJson.Broken select (s.Method, s.Address, bytes);

        await AllAreProperAsync(cut.Concat(broken), mustBe: 400);

        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task JSON_of_the_odd_kind_is_answered_or_refused() => await AllAreProperAsync(
        from s in Sound from text in HostileJson.Odd select (s.Method, s.Address, Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task Any_value_of_a_row_is_answered_or_refused() => await AllAreProperAsync(
        from value in HostileJson.Values
        select ("POST", Values, Encoding.UTF8.GetBytes($$"""{"source":"a","values":[{"indicator":"ADS-01","member":"38185","period":"2025-05","value":{{value}}}]}""")));

    [Fact]
    public async Task Any_text_or_number_of_any_document_may_be_odd() => await AllAreProperAsync(
        from s in Sound
        from match in Text().Matches(s.Body)
        from text in HostileJson.Texts.Select(t => $"\"{t}\"").Concat(["-1", "1e30", "null", "[]", "{}", "9999999999999"])
        select (s.Method, s.Address, Encoding.UTF8.GetBytes(string.Concat(s.Body.AsSpan(0, match.Index), text, s.Body.AsSpan(match.Index + match.Length)))));

    [Fact]
    public void Sound_bodies_with_any_bytes_changed_are_answered_or_refused() => Prop.ForAll(
        (from s in Gen.Elements(Sound)
         from changes in Gen.Choose(0, 2000).Zip(Gen.Choose(0, 255)).Zip(Gen.Choose(0, 2)).NonEmptyListOf()
         select (s, changes: changes.Take(3).ToArray())).ToArbitrary(),
        async sent =>
        {
            var bytes = Encoding.UTF8.GetBytes(sent.s.Body).ToList();
            foreach (var ((at, value), kind) in sent.changes)
            {
                var place = at % bytes.Count;
                if (kind == 0)
                {
                    bytes[place] = (byte)value;
                }
                else if (kind == 1)
                {
                    bytes.RemoveAt(place);
                }
                else
                {
                    bytes.Insert(place, (byte)value);
                }
            }

            var answer = await app.SendAsync(sent.s.Method, sent.s.Address, [.. bytes]);
            return answer.Fault(sent.s.Body) is { } fault ? throw new InvalidOperationException($"{fault}: {answer.Text}") : true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations).WithReplay(FSharpOption<Replay>.Some(SameCases)));

    private async Task AllAreProperAsync(IEnumerable<(string Method, string Address, byte[] Body)> requests, int? mustBe = null)
    {
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation },
            async (request, cancellationToken) =>
            {
                var answer = await app.SendAsync(request.Method, request.Address, request.Body);
                var sent = Encoding.UTF8.GetString(request.Body);
                var fault = answer.Fault(sent) ?? (mustBe is { } status && answer.Status != status ? $"not {status}" : null);
                if (fault is not null)
                {
                    faults.Add($"{request.Method} {request.Address} {(sent.Length > 1000 ? $"…{sent.Length}" : sent)}: {answer.Status} {fault} {answer.Text[..Math.Min(answer.Text.Length, 300)]}");
                }
            });

        Assert.True(faults.IsEmpty, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{faults.Count}\n{string.Join('\n', faults.Take(60))}"));
    }

    // What stands after a colon or in a list: texts and numbers.
    [GeneratedRegex("(?<=[:\\[,])(\"[^\"]*\"(?!:)|-?[0-9][0-9.]*)")]
    private static partial Regex Text();
}
