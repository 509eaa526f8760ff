using Evaluation.Core.French;

namespace Evaluation.Core.Calendar;

/// <summary>What an overdue period lacks, in a few words however much it is.</summary>
public static class OverdueWords
{
    private const int MostNamed = 4;

    /// <summary>« 12 valeurs manquent sur 36 ».</summary>
    public static string Count(OverduePeriod overdue) =>
        $"{FrenchText.Count(overdue.Missing, "valeur manque", "valeurs manquent")} sur {FrenchNumber.Format(overdue.Expected)}";

    /// <summary>The indicators that lack values, those that lack most first, each with how many.</summary>
    public static string Indicators(OverduePeriod overdue) => Some(
        overdue.ByIndicator.Select(i => (i.Definition.Label, i.Missing)));

    /// <summary>The members that lack values, those that lack most first, each with how many.</summary>
    /// <param name="overdue">The period.</param>
    /// <param name="service">What stands for the values of the service as a whole.</param>
    public static string Members(OverduePeriod overdue, string service = "service") => Some(
        overdue.ByMember.Select(m => (m.Member?.Name ?? service, m.Missing)));

    /// <summary>The deadline that an overdue period missed, with what to do.</summary>
    internal static Deadline Deadline(OverduePeriod overdue, string referent) => new(
        CalendarKind.Values,
        overdue.Period.ToString(),
        overdue.Period.DueOn,
        FrenchPeriod.InWords(overdue.Period),
        $"{Count(overdue)} ; {FrenchText.Plural(overdue.Missing, "elle était attendue", "elles étaient attendues")} le {FrenchDate.InWords(overdue.Period.DueOn)}.\n" +
        $"Indicateurs : {Indicators(overdue)}.\n" +
        $"Membres : {Members(overdue)}.\n\n" +
        $"À faire par {referent} : transmettez ce qui manque par l’API ou par le modèle de classeur, à prendre sur la page des périodes du service. " +
        "Une valeur manquante n’est pas un zéro : si rien n’a eu lieu, transmettez 0.");

    private static string Some(IEnumerable<(string Name, int Missing)> lacking)
    {
        var all = lacking.OrderByDescending(l => l.Missing).ThenBy(l => l.Name, StringComparer.Ordinal).ToList();
        var shown = all.Count <= MostNamed + 1 ? all : all[..MostNamed];
        List<string> words = [.. shown.Select(l => $"{Typography.Apostrophes(l.Name)} ({FrenchNumber.Format(l.Missing)})")];
        if (shown.Count < all.Count)
        {
            words.Add(FrenchText.Count(all.Count - shown.Count, "autre", "autres"));
        }

        return FrenchText.List(words);
    }
}
