using System.Globalization;
using System.Text.Json;

namespace Evaluation.Local.Demonstration;

internal sealed record ReportOrder(string Kind, string Period);

/// <summary>
/// What happened to the evaluations of the last year: the first of each community is validated; in one service a use was
/// corrected after that, and a second version tells what it changes. Only while nobody touched it: run again, it does nothing.
/// </summary>
internal sealed class LateCorrection(PublicApi api, Operations operations, int year)
{
    private const string Community = "200040715";
    private const string Service = "ads";
    private const string Indicator = "ADS-03";
    private const string Member = "38185";
    private const decimal Found = 18.5m;

    /// <summary>Does it; whether a report was replaced.</summary>
    public async Task<bool> RunAsync(IReadOnlyList<ServiceResult> results, CancellationToken stop)
    {
        var period = year.ToString("D4", CultureInfo.InvariantCulture);
        var untouched = results
            .Select(result => (result.Service, Reports: result.Reports.Where(r => r.Period == period && r.IsEvaluation).ToList()))
            .Where(found => found.Reports is [{ State: "draft" }])
            .Select(found => (found.Service, Report: found.Reports[0]))
            .ToList();
        foreach (var (_, report) in untouched.GroupBy(found => found.Service.Siren).Select(community => community.First()))
        {
            await api.PostAsync(
                $"{report.Address.TrimStart('/')}/validation",
                new ValidationOrder("direction générale des services", "Rapport lu ; la décision sera prise à l’automne."),
                LocalJson.Default.ValidationOrder,
                LocalJson.Default.ReportLine,
                stop);
        }

        if (!untouched.Exists(found => (found.Service.Siren, found.Service.Plan.Id) == (Community, Service)))
        {
            return false;
        }

        await CorrectAsync($"{period}-11", stop);
        var asked = await api.PostAsync(
            $"{Address}/reports", new ReportOrder("annual", period), LocalJson.Default.ReportOrder, LocalJson.Default.StartedAnswer, stop);
        await operations.FollowAsync(asked.OperationId, stop);
        return true;
    }

    private static string Address => $"api/communities/{Community}/mutualisations/{Service}";

    // Files that had been counted for a neighbour.
    private async Task CorrectAsync(string month, CancellationToken stop)
    {
        var known = JsonElement.Parse(await api.GetBytesAsync(
            $"{Address}/values?from={month}&to={month}&indicator={Indicator}&member={Member}", stop)).GetProperty("values")[0];
        var value = decimal.Parse(known.GetProperty("value").ToString(), CultureInfo.InvariantCulture) + Found;
        var answer = await api.PostAsync(
            $"{Address}/values",
            new DemonstrationBatch
            {
                Source = "oxalis",
                Period = month,
                Reason = "Dossiers de Grenoble comptés par erreur pour une commune voisine.",
                Values =
                [
                    new DemonstrationRow
                    {
                        Indicator = Indicator,
                        Member = Member,
                        Period = month,
                        Value = value.ToString(CultureInfo.InvariantCulture),
                        Status = "final",
                        Quality = "measured",
                    },
                ],
            },
            LocalJson.Default.DemonstrationBatch,
            LocalJson.Default.PushAnswer,
            stop);
        if (answer.Counts.Rejected > 0)
        {
            throw new LocalRunFailedException($"la correction de {month} est refusée : {answer.Results[0].Issues[0].Message}");
        }
    }
}
