using Evaluation.Core.French;

namespace Evaluation.Core.Confirmations;

/// <summary>What members think of a service in a year: the last rating of each.</summary>
/// <param name="Count">Members that gave one.</param>
/// <param name="Average">From 1 to 5, one decimal, rounded half away from zero; null under five ratings.</param>
public sealed record ServiceRatings(int Count, decimal? Average)
{
    /// <summary>Under so many ratings no average is told (domain rule: no rate on fewer answers).</summary>
    public const int Least = 5;

    /// <summary>The ratings among what members said.</summary>
    /// <param name="answers">Of one service and one year.</param>
    public static ServiceRatings Of(IEnumerable<UnitsAnswer> answers)
    {
        var ratings = answers
            .Where(a => a.Rating is not null)
            .GroupBy(a => a.Member)
            .Select(ofMember => ofMember.MaxBy(a => (a.Period.End, a.At))!.Rating!.Value)
            .ToList();
        return new ServiceRatings(
            ratings.Count,
            ratings.Count < Least ? null : decimal.Round((decimal)ratings.Sum() / ratings.Count, 1, MidpointRounding.AwayFromZero));
    }

    /// <summary>« 6 membres ont noté le service : 4,2 sur 5 en moyenne. »; null without a rating.</summary>
    public string? InWords => Count == 0
        ? null
        : Typography.Fix(Average is { } average
            ? $"{Given} : {FrenchNumber.Format(average, 1)} sur 5 en moyenne."
            : $"{Given} ; aucune moyenne n’est donnée en dessous de {FrenchNumber.Format(Least)} notes.");

    private string Given => FrenchText.Count(Count, "membre a noté le service", "membres ont noté le service");
}
