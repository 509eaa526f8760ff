using System.Globalization;
using Evaluation.Core.Confirmations;

namespace Evaluation.Local.Demonstration;

internal sealed record UnitsLines(IReadOnlyList<UnitsLine> Units);

internal sealed record UnitsLine(string Member, string Period, string State, IReadOnlyList<UnitFigureDocument> Figures, UnitsAnswerDocument? Answer);

/// <summary>
/// What communes said of their units of a year: the first ones of the service confirm theirs and rate it, the commune of the
/// demonstration confirms a quarter and contests the next. Only while nobody said anything: run again, it does nothing.
/// </summary>
internal sealed class UnitsAnswered(PublicApi api, int year)
{
    private const string Service = "api/communities/200040715/mutualisations/ads";
    private const string Echirolles = "213801517";
    private const int Confirming = 7;

    /// <summary>Does it; gives how many communes answered.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var units = (await api.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Service}/units?year={year}"), LocalJson.Default.UnitsLines, stop)).Units;
        if (units.Any(u => u.Answer is not null))
        {
            return 0;
        }

        var members = units.Select(u => u.Member).Distinct(StringComparer.Ordinal).Where(m => m != Echirolles).Take(Confirming).ToList();
        foreach (var (rank, member) in members.Index())
        {
            foreach (var line in units.Where(u => u.Member == member))
            {
                await SayAsync(line, UnitsVerdict.Confirmed, null, 3 + (rank % 3), stop);
            }
        }

        var own = units.Where(u => u.Member == Echirolles).ToList();
        await SayAsync(own[0], UnitsVerdict.Confirmed, null, 4, stop);
        await SayAsync(own[1], UnitsVerdict.Contested, "Deux permis modificatifs de juin sont comptés deux fois (registre de la commune).", 4, stop);
        return members.Count + 1;
    }

    private Task SayAsync(UnitsLine line, UnitsVerdict verdict, string? reason, int rating, CancellationToken stop) => api.PutAsync(
        $"{Service}/members/{line.Member}/units/{line.Period}",
        new UnitsAnswerDocument
        {
            State = Core.Problems.DomainCode.Of(verdict),
            Figures = line.Figures,
            Reason = reason,
            Rating = rating,
        },
        LocalJson.Default.UnitsAnswerDocument,
        stop);
}
