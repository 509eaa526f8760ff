using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Versions;

namespace Evaluation.Core.Reports;

/// <summary>Sentences of what changed since an earlier version.</summary>
internal static class ChangesWords
{
    /// <summary>What changed, counted.</summary>
    public static string Sentence(VersionChanges changes, EarlierVersion earlier)
    {
        var since = $"Depuis la version {earlier.Number}, du {FrenchDate.InWords(earlier.On)}";
        if (changes.IsOnlyOfDecisions)
        {
            return changes.Records.Count == 0
                ? $"{since}, rien n’a changé de ce qui se compare."
                : $"{since}, seul ce qui a été décidé a changé ({Named(changes)}) : ni valeur, ni coût, ni membre, ni règle, ni définition.";
        }

        var counted = Counted(changes);
        return counted.Count == 0
            ? $"{since}, ni valeur, ni coût, ni membre, ni règle, ni définition n’a changé. {Records(changes)}"
            : $"{since}, {(counted.Sum(c => c.Count) == 1 ? "a" : "ont")} changé : {FrenchText.List([.. counted.Select(c => FrenchText.Count(c.Count, c.One, c.Many))])}."
                + (changes.Records.Count == 0 ? "" : $" {Records(changes)}");
    }

    /// <summary>What it does to what members owe; null where neither version shares a cost.</summary>
    public static string? Amounts(VersionChanges changes, int since) => changes switch
    {
        { WasShared: false, IsShared: false } => null,
        { WasShared: false } => $"La version {since} ne répartissait pas le coût : il n’y a pas de montant à comparer.",
        { IsShared: false } => $"La version {since} répartissait le coût, celle-ci ne le répartit pas : il n’y a pas de montant à comparer.",
        { Split: { HasChanged: false } } => "Ce que paie chaque membre n’a pas changé.",
        { Split: { } split } => Effect(split),
        _ => null,
    };

    /// <summary>« provisoire, puis définitive »; null where the value says it all.</summary>
    public static string? Note(ChangedValue value) => (value.Before, value.After) switch
    {
        ({ } before, { } after) when Held(before) != Held(after) => $"{Held(before)}, puis {Held(after)}",
        (null, _) => "reçue depuis",
        (_, null) => "retirée depuis",
        _ => null,
    };

    /// <summary>Head of a group of terms.</summary>
    public static string Topic(TermTopic topic) => topic switch
    {
        TermTopic.Members => "Membres",
        TermTopic.Rules => "Règles",
        TermTopic.Definitions => "Définitions",
        TermTopic.Completeness => "Complétude",
    };

    private static string Held(HeldValue value)
    {
        var status = value.Status switch
        {
            ValueStatus.Provisional => "provisoire",
            ValueStatus.Final => "définitive",
            ValueStatus.Corrected => "corrigée",
        };
        return value.Quality switch { ValueQuality.Estimated => status + " et estimée", ValueQuality.Measured => status };
    }

    private static List<(int Count, string One, string Many)> Counted(VersionChanges changes)
    {
        var terms = changes.Terms.CountBy(t => t.Term.Topic).ToDictionary();
        (int Count, string One, string Many)[] all =
        [
            (changes.Values.Count, "valeur", "valeurs"),
            (changes.Costs.Count, "ligne de coût", "lignes de coût"),
            (changes.Calls.Count, "appel de fonds", "appels de fonds"),
            (terms.GetValueOrDefault(TermTopic.Members), "mention d’un membre", "mentions de membres"),
            (terms.GetValueOrDefault(TermTopic.Rules), "règle", "règles"),
            (terms.GetValueOrDefault(TermTopic.Definitions), "définition", "définitions"),
            (terms.GetValueOrDefault(TermTopic.Completeness), "nombre de valeurs attendues", "nombres de valeurs attendues"),
        ];
        return [.. all.Where(c => c.Count > 0)];
    }

    private static string Effect(ChangedSplit split)
    {
        var touched = split.Amounts.Count(a => a.Before != a.After);
        var total = split.Total.Difference == 0
            ? $"Le coût réparti reste de {FrenchMoney.Euros(split.Total.After)}"
            : $"Le coût réparti passe de {FrenchMoney.Euros(split.Total.Before)} à {FrenchMoney.Euros(split.Total.After)} ({FrenchMoney.SignedEuros(split.Total.Difference)})";
        var provider = split.ProviderPart is { Difference: not 0 } part
            ? $" ; la part du porteur passe de {FrenchMoney.Euros(part.Before)} à {FrenchMoney.Euros(part.After)}"
            : "";
        return touched == 0
            ? $"{total}{provider} ; ce que paie chaque membre n’a pas changé."
            : $"{total}{provider} ; le montant change pour {FrenchText.Count(touched, "membre", "membres")} sur {FrenchNumber.Format(split.Amounts.Count)}.";
    }

    private static string Records(VersionChanges changes) =>
        $"{FrenchText.Plural(changes.Records.Count, "Pièce qui ne dit", "Pièces qui ne disent")} plus la même chose : {Named(changes)}.";

    private static string Named(VersionChanges changes) => FrenchText.List([.. changes.Records.Select(r => r.Name)]);
}
