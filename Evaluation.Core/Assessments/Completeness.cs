using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments;

/// <summary>How far conclusions can be trusted.</summary>
public enum Confidence
{
    /// <summary>Below 80 %: values are shown, nothing is concluded.</summary>
    Faible,

    /// <summary>From 80 %.</summary>
    Moyenne,

    /// <summary>From 95 %.</summary>
    Elevee,
}

/// <summary>What was received of what was due, for one indicator or for all.</summary>
/// <param name="Expected">Values due: periods due × members of each period, or × 1 at service level.</param>
/// <param name="Count">Those that came.</param>
public sealed record Received(int Expected, int Count)
{
    /// <summary>Part received, 0 to 1; null when nothing was due.</summary>
    public decimal? Rate => Expected == 0 ? null : (decimal)Count / Expected;

    /// <summary>High from 95 %, medium from 80 %, low below (docs/spec/completeness.md).</summary>
    public Confidence Confidence => Rate switch
    {
        >= 0.95m => Confidence.Elevee,
        >= 0.80m => Confidence.Moyenne,
        _ => Confidence.Faible,
    };
}

/// <summary>Completeness of one indicator.</summary>
/// <param name="Definition">Which.</param>
/// <param name="Received">Due and received.</param>
public sealed record IndicatorCompleteness(IndicatorDefinition Definition, Received Received);

/// <summary>Completeness of a year: a missing value is not zero, and is counted here.</summary>
/// <param name="ByIndicator">Every indicator expected from the service, by code.</param>
/// <param name="Total">All together.</param>
public sealed record Completeness(IReadOnlyList<IndicatorCompleteness> ByIndicator, Received Total)
{
    /// <summary>The completeness of a dossier’s year; periods whose deadline is not past are not expected.</summary>
    public static Completeness Of(Dossier dossier)
    {
        var byIndicator = dossier.Mutualisation.Expected(dossier.Catalogue, Period.OfYear(dossier.Year))
            .Select(d => new IndicatorCompleteness(d, Count(dossier, d)))
            .ToList();
        return new Completeness(
            byIndicator,
            new Received(byIndicator.Sum(i => i.Received.Expected), byIndicator.Sum(i => i.Received.Count)));
    }

    private static Received Count(Dossier dossier, IndicatorDefinition definition)
    {
        var (expected, received) = (0, 0);
        foreach (var period in Period.InYear(dossier.Year, definition.Periodicity).Where(p => p.DueOn < dossier.AsOf))
        {
            var members = dossier.Mutualisation.MembersIn(dossier.Community, period);
            var keys = definition.Level == IndicatorLevel.Member
                ? members.Select(m => new ValueKey(definition.Code, m.Siren, period))
                : members.Take(1).Select(_ => new ValueKey(definition.Code, null, period));
            foreach (var key in keys)
            {
                expected++;
                received += dossier.Values.Find(key) is null ? 0 : 1;
            }
        }

        return new Received(expected, received);
    }
}
