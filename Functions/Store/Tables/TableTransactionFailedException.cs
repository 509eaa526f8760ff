using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// The service refused one action of a transaction, and so did none of them; shaped like the one of Azure.Data.Tables.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "It is the answer of the service or it is nothing.")]
internal sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(TableTransactionPart refusal)
        : base(refusal, null, TablesRequestFailedDetailsParser.Instance) =>
        FailedTransactionActionIndex = IndexIn(Message);

    /// <summary>The place of the refused action, from 0; null where the service did not say it.</summary>
    public int? FailedTransactionActionIndex { get; }

    // The service puts it before the text of its message: "3:The specified entity already exists."
    private static int? IndexIn(ReadOnlySpan<char> message)
    {
        var colon = message.IndexOf(':');
        return colon > 0
            && int.TryParse(message[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : null;
    }
}
