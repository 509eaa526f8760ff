using Azure.Storage.Queues.Models;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Report;

/// <summary>Builds the report that a message of queue <c>reports</c> names.</summary>
internal sealed class BuildReport(Invocations invocations, ReportBuild reports)
{
    [Function(nameof(BuildReport))]
    public Task RunAsync([QueueTrigger(StorageNames.ReportsQueue)] QueueMessage message, CancellationToken cancellationToken) =>
        invocations.RunAsync(
            nameof(BuildReport),
            StorageNames.ReportsQueue,
            message,
            () => reports.BuildAsync(message, cancellationToken),
            cancellationToken);
}
