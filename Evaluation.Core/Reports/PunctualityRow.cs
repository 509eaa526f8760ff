using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>What a member, or the service for itself, sent late or did not send.</summary>
/// <param name="Member">Who; null for the values of the service as a whole.</param>
/// <param name="Name">Its name, or « Service ».</param>
/// <param name="Expected">Values due.</param>
/// <param name="Missing">Values that did not come.</param>
/// <param name="Late">Values that first came after their deadline.</param>
/// <param name="Rate">Received in time, percent, one decimal.</param>
public sealed record PunctualityRow(ReportMember? Member, string Name, int Expected, int Missing, int Late, Figure Rate);

/// <summary>Names who is late or incomplete.</summary>
internal static class PunctualityRows
{
    /// <summary>Whether the day of arrival of any value of the year is known; without one nothing is late or in time.</summary>
    public static bool IsKnown(AnnualEvaluation evaluation) => evaluation.Dossier.Values.HasOrigins(evaluation.Dossier.Year);

    /// <summary>Those with a missing or a late value, the most missing first, then the most late.</summary>
    public static IReadOnlyList<PunctualityRow> Of(AnnualEvaluation evaluation)
    {
        var isKnown = IsKnown(evaluation);
        return
        [
            .. evaluation.Completeness.ByMember
                .Select(m => Row(m, isKnown))
                .Where(r => r.Missing > 0 || r.Late > 0)
                .OrderByDescending(r => r.Missing)
                .ThenByDescending(r => r.Late),
        ];
    }

    /// <summary>The same in a sentence or two; nothing when all came in time.</summary>
    public static IEnumerable<string> Sentences(AnnualEvaluation evaluation, IReadOnlyList<PunctualityRow> rows)
    {
        if (IsKnown(evaluation) && evaluation.Completeness.Total.PunctualityRate is { } rate)
        {
            yield return $"Ponctualité : {FrenchNumber.Percent(rate * 100)} des valeurs attendues sont arrivées à l’échéance au plus tard.";
        }

        var missing = rows.Where(r => r.Missing > 0).ToList();
        if (missing.Count > 0)
        {
            yield return $"Il manque des valeurs {Whose(missing)}.";
        }

        var late = rows.Where(r => r.Late > 0).OrderByDescending(r => r.Late).ToList();
        if (late.Count > 0)
        {
            yield return $"Des valeurs sont arrivées après l’échéance, {Whose(late)}.";
        }
    }

    // The service is no member: it is not counted among « autres ».
    private static string Whose(List<PunctualityRow> rows)
    {
        const string ofService = "du service pour lui-même";
        var members = rows.Where(r => r.Member is not null).Select(r => r.Name).ToList();
        return members.Count == 0 ? ofService
            : $"de : {FrenchText.Names(members)}{(members.Count < rows.Count ? $" ; et {ofService}" : "")}";
    }

    /// <summary>Received in time, percent; not transmitted when no day of arrival is known.</summary>
    public static Figure Rate(Received received, bool isKnown) => received.PunctualityRate is not { } rate
        ? Figure.NotApplicable
        : isKnown ? Figure.Of(rate * 100, 1) : Figure.NotTransmitted;

    private static PunctualityRow Row(MemberCompleteness of, bool isKnown) => new(
        of.Member is { } member ? ReportMember.Of(member) : null,
        of.Member is { Name: var name } ? ReportText.Name(name) : "Service",
        of.Received.Expected,
        of.Received.Expected - of.Received.Count,
        isKnown ? of.Received.Count - of.Received.OnTime : 0,
        Rate(of.Received, isKnown));
}
