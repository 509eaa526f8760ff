using System.Text.Json;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;
using Evaluation.Core.Submissions;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Store;

namespace Evaluation.Benchmarks;

/// <summary>What a push of 10 000 rows costs apart from storage, step by step, beside reading its JSON.</summary>
internal static class PushCpu
{
    public static Task RunAsync(CancellationToken cancellationToken)
    {
        Dossier dossier = new SampleService().Dossier();
        var rows = PushedRows.All();
        var body = ReceivedBody.Json(BinaryData.FromBytes(PushedRows.Body(rows)));
        var submitted = SubmissionFormats.Read(body).Rows;
        var checks = new SubmissionChecks(dossier.Community, dossier.Mutualisation, Catalogue.Standard, dossier.AsOf);
        var given = rows.Select(r => r.Value!).ToList();
        var id = new SubmissionId("20260616T060000123-1f2e3d4c5b6a");
        var known = new KnownYears(rows.Select(r => r.Key!.Value.Period.Year).Distinct()
            .ToDictionary(y => y, _ => (IReadOnlyList<Azure.Data.Tables.TableEntity>)[]));
        var terms = new SubmissionTerms("mesure", null, "bench", MediaTypes.Json, null, null, WriteStrategy.Upsert, SubmissionMode.Partial);
        var applied = Classify();
        return CpuTable.RunAsync(
            cancellationToken,
            ("reading", Timed(() => SubmissionFormats.Read(body))),
            ("checks", Timed(() => checks.Check(submitted))),
            ("classification", Timed(Classify)),
            ("anomalies", Timed(() => ValueAnomalies.Find(dossier.Mutualisation, Catalogue.Standard, [], given))),
            ("entry", Timed(() => JsonSerializer.SerializeToUtf8Bytes(JournalEntry.Of(terms, "", rows), JournalJson.Readable.JournalEntry))),
            ("answer", Timed(() => JsonSerializer.SerializeToUtf8Bytes(
                SubmissionAnswer.Of(id, rows, applied, notSent: null, dryRun: false), CollectJson.Answers.SubmissionAnswer))));

        IReadOnlyList<AppliedRow> Classify() =>
            known.Classify(dossier.Community.Siren, "ads", id, rows, WriteStrategy.Upsert, hasReason: false);
    }

    private static Func<Task> Timed<T>(Func<T> work) => () => Task.FromResult(work());
}
