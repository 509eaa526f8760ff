using System.Globalization;
using System.Text.Json;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Decisions;
using Evaluation.Core.Problems;

namespace Evaluation.Local.Demonstration;

internal sealed record ValidationOrder(string Function, string Comment);

internal sealed record TransmissionOrder;

/// <summary>
/// What directors did of the reports of a year: in each community two are decided upon, validated and transmitted, a third is
/// validated. Only the first version, while nobody touched it: run again, it does nothing.
/// </summary>
internal sealed class YearDecided(PublicApi api, int year)
{
    private const int Transmitted = 2;
    private const string Draft = "draft";

    /// <summary>Does it; gives how many reports were transmitted.</summary>
    public async Task<int> RunAsync(IReadOnlyList<ServiceResult> results, CancellationToken stop)
    {
        var period = year.ToString("D4", CultureInfo.InvariantCulture);
        var count = 0;
        foreach (var community in results.GroupBy(result => result.Service.Siren))
        {
            var reports = community
                .Select(result => (result.Service, Report: result.Reports.Where(r => r.Period == period && r.IsEvaluation).ToList()))
                .Where(found => found.Report is [_])
                .Select(found => (found.Service, Report: found.Report[0]))
                .ToList();
            foreach (var (service, report) in reports.Take(Transmitted).Where(found => found.Report.State == Draft))
            {
                await DecideAsync(service, report, stop);
                await ActAsync(report, "validation", Signed, LocalJson.Default.ValidationOrder, stop);
                await ActAsync(report, "transmission", new TransmissionOrder(), LocalJson.Default.TransmissionOrder, stop);
                count++;
            }

            foreach (var (_, report) in reports.Skip(Transmitted).Take(1).Where(found => found.Report.State == Draft))
            {
                await ActAsync(report, "validation", Signed, LocalJson.Default.ValidationOrder, stop);
            }
        }

        return count;
    }

    private static ValidationOrder Signed => new("direction générale des services", "Rapport lu et discuté en comité de direction.");

    private Task<ReportLine> ActAsync<T>(
        ReportLine report, string act, T order, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken stop) =>
        api.PostAsync($"{report.Address.TrimStart('/')}/{act}", order, type, LocalJson.Default.ReportLine, stop);

    // What the report proposes, where it proposes anything.
    private async Task DecideAsync(DemonstrationService service, ReportLine report, CancellationToken stop)
    {
        var written = JsonElement.Parse(await api.GetBytesAsync($"{report.Address.TrimStart('/')}/report.json", stop));
        var kind = written.GetProperty("criteria").TryGetProperty("proposal", out var proposal)
            && DomainCode.TryParse<ProposalKind>(proposal.GetString(), out var proposed)
                ? proposed.Followed()
                : DecisionKind.Continue;
        var decision = new DecisionDocument
        {
            Decision = DomainCode.Of(kind),
            Reasons = "Le comité de direction retient les constats de l’évaluation et suit ses conclusions.",
            EffectiveOn = Day(year + 2, 9, 1),
            Actions =
            [
                Action("Présenter l’évaluation aux maires.", "direction générale des services", Day(year + 2, 9, 30), ActionState.CarriedOut),
                Action("Vérifier que toutes les valeurs attendues sont transmises.", service.Plan.Document.Referent!, Day(year + 3, 1, 31), ActionState.InProgress),
            ],
        };
        await api.PutAsync(
            string.Create(CultureInfo.InvariantCulture, $"api/communities/{service.Siren}/mutualisations/{service.Plan.Id}/decisions/{year}"),
            decision,
            LocalJson.Default.DecisionDocument,
            stop);
    }

    private static DecidedActionDocument Action(string label, string owner, string dueOn, ActionState state) =>
        new() { Label = label, Owner = owner, DueOn = dueOn, State = DomainCode.Of(state) };

    private static string Day(int year, int month, int day) =>
        new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
