using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult;

/// <summary>A revision as its page shows it, in French.</summary>
/// <param name="Revision">From 1.</param>
/// <param name="Value">With its unit, or that it was taken back.</param>
/// <param name="Status">How settled, and how it was obtained; null when it was taken back.</param>
/// <param name="Comment">Of who sent it.</param>
/// <param name="ReceivedAt">When it came, in words, in Paris.</param>
/// <param name="Submission">Id of what it came with.</param>
/// <param name="Source">Application that sent it; null when no longer known.</param>
/// <param name="Caller">Who sent it; null when no longer known.</param>
/// <param name="Reason">Why; null when not given.</param>
public sealed record HistoryLine(
    int Revision,
    string Value,
    string? Status,
    string? Comment,
    string ReceivedAt,
    string Submission,
    string? Source,
    string? Caller,
    string? Reason)
{
    internal static HistoryLine Of(SentRevision sent, IndicatorDefinition definition) => new(
        sent.Cell.Revision,
        sent.Cell.Value is { } value ? FrenchQuantity.Of(value, definition.Decimals, definition.UnitLabel) : "retirée",
        sent.Cell.IsDeleted ? null : $"{Word(sent.Cell.Status)}, {Word(sent.Cell.Quality)}",
        sent.Cell.Comment,
        FrenchDate.InWordsWithTime(ParisTime.Of(sent.ReceivedAt)),
        sent.Cell.Submission,
        sent.Terms?.Source,
        sent.Terms is { } terms ? CallerWords.Of(terms.Caller) : null,
        sent.Terms?.Reason);

    private static string Word(ValueStatus status) => status switch
    {
        ValueStatus.Provisional => "provisoire",
        ValueStatus.Final => "définitive",
        ValueStatus.Corrected => "corrigée",
    };

    private static string Word(ValueQuality quality) => quality switch
    {
        ValueQuality.Measured => "mesurée",
        ValueQuality.Estimated => "estimée",
    };
}
