using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Report;

/// <summary>
/// Every kind of report of a service or a community, and a service that has one of each. Statements of members, published
/// many at once, have tests of their own (<see cref="Inform.PublishedStatementTests"/>, <see cref="Inform.StatementCrashTests"/>).
/// </summary>
internal static class PublishedKinds
{
    /// <summary>Each kind with a period of it.</summary>
    public static TheoryData<string, string> All()
    {
        var kinds = new TheoryData<string, string>();
        foreach (var kind in Enum.GetValues<ReportKind>().Where(kind => kind != ReportKind.MemberStatement))
        {
            kinds.Add(DomainCode.Of(kind), kind switch { ReportKind.Monthly => "2025-03", ReportKind.Quarterly => "2025-Q1", _ => "2025" });
        }

        return kinds;
    }

    /// <summary>A service of three years, whose director is subscribed to a kind, and the report of that kind.</summary>
    public static async Task<(GivenService Service, ReportKey Key)> FilledAsync(HttpClient http, string kind, string period)
    {
        var service = await GivenService.DeclareAsync(http);
        await service.PutAsync(
            service.Community,
            GivenService.CommunityDocument.TrimEnd()[..^1] + $$""","directorMailbox":"direction@exemple.fr","subscriptions":[{"kind":"{{kind}}","to":"director"}]}""");
        foreach (var year in new[] { 2023, 2024, 2025 })
        {
            await service.FillAsync(year);
        }

        var of = ReportKey.KindOf(kind);
        return (service, new(Siren.Parse(service.Siren), of.IsOfCommunity() ? ReportKey.WholeCommunity : "ads", of, period));
    }
}
