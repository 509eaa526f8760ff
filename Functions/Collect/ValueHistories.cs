using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>A revision of a value, and the submission it came with; null when the log no longer has it.</summary>
internal sealed record SentRevision(ValueCell Cell, SubmissionTerms? Terms)
{
    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt => new SubmissionId(Cell.Submission).ReceivedAt;
}

/// <summary>Every revision of a value, as the API and its page tell it.</summary>
internal sealed class ValueHistories(ValueStore values, SubmissionLog log)
{
    /// <summary>The value that a request names.</summary>
    /// <exception cref="RefusalException">404 when there is no such indicator or member, 400 when the period is not one of the indicator.</exception>
    public static (IndicatorDefinition Definition, ValueKey Key) Named(Community community, string? indicator, string? member, string? period)
    {
        if (Catalogue.Standard.Find(indicator) is not { } definition)
        {
            throw Refusals.IndicatorUnknown.Refused(Excerpt.Of(indicator));
        }

        if (!Period.TryParse(period, out var read) || read.Periodicity != definition.Periodicity)
        {
            throw Refusals.PeriodPeriodicity.Refused(definition.Code, definition.Periodicity.Label(), Period.Of(2025, definition.Periodicity, 1));
        }

        var who = member is null
            ? null
            : community.Find(member)
                ?? throw Refusals.MemberUnknown.Refused(Excerpt.Of(member));
        return (definition, new ValueKey(definition.Code, who?.Siren, read));
    }

    /// <summary>The revisions, the first first.</summary>
    /// <exception cref="RefusalException">404 when the value was never given.</exception>
    public async Task<IReadOnlyList<SentRevision>> OfAsync(
        Community community, Mutualisation mutualisation, ValueKey key, CancellationToken cancellationToken)
    {
        var revisions = await values.RevisionsAsync(community.Siren, mutualisation.Id, key, cancellationToken);
        if (revisions.Count == 0)
        {
            throw EdgeRefusals.ValueUnknown.Refused();
        }

        var submissions = await Task.WhenAll(revisions.Select(r => r.Submission).Distinct().Select(submission =>
            log.FindAsync(community.Siren, mutualisation.Id, new SubmissionId(submission), cancellationToken)));
        var terms = submissions.OfType<LoggedSubmission>().ToDictionary(s => s.Id.Text, s => s.Terms, StringComparer.Ordinal);
        return [.. revisions.Select(r => new SentRevision(r, terms.GetValueOrDefault(r.Submission)))];
    }
}
