using Azure.Core;
using Azure.Data.Tables;
using Evaluation.Functions.Telemetry;
using Polly;
using Polly.Retry;

namespace Evaluation.Functions.Store.Tables;

/// <summary>The table service of a storage account.</summary>
internal sealed class TableService
{
    private readonly TableServiceClient _service;
    private readonly ResiliencePipeline _busy;

    /// <param name="connectionString">With an account key; the emulator's short form also holds.</param>
    /// <param name="options">Retries, diagnostics, transport; by default those of <see cref="Options"/>.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    /// <exception cref="InvalidOperationException">No usable connection string.</exception>
    public TableService(string connectionString, TableClientOptions? options = null)
        : this(new TableServiceClient(connectionString, options ??= Options()), options)
    {
    }

    /// <param name="endpoint">The service's address, with https: a token must not travel in the clear.</param>
    /// <param name="credential">Who asks.</param>
    /// <param name="options">Retries, diagnostics, transport; by default those of <see cref="Options"/>.</param>
    public TableService(Uri endpoint, TokenCredential credential, TableClientOptions? options = null)
        : this(new TableServiceClient(endpoint, credential, options ??= Options()), options)
    {
    }

    private TableService(TableServiceClient service, TableClientOptions options)
    {
        _service = service;
        _busy = BusyOf(options.Retry);
    }

    /// <summary>The service itself gives up on a request after 30 s; waiting longer only holds the caller.</summary>
    public static TableClientOptions Options()
    {
        var options = new TableClientOptions { Retry = { NetworkTimeout = TimeSpan.FromSeconds(30) } };
        options.AddPolicy(new StorageSignals("table"), HttpPipelinePosition.PerCall);
        return options;
    }

    /// <summary>One of its tables; no request is made.</summary>
    public Table Table(string name) => new(_service.GetTableClient(name), _busy);

    // Azure.Data.Tables 12.13.0 takes a refusal inside an accepted batch for final, even one that says it was busy.
    private static ResiliencePipeline BusyOf(RetryOptions retry) => retry.MaxRetries == 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TableTransactionFailedException>(e => e.Status is 429 or 500 or 503),
                MaxRetryAttempts = retry.MaxRetries,
                BackoffType = retry.Mode == RetryMode.Fixed ? DelayBackoffType.Constant : DelayBackoffType.Exponential,
                Delay = retry.Delay,
                MaxDelay = retry.MaxDelay,
                UseJitter = true,
            })
            .Build();
}
